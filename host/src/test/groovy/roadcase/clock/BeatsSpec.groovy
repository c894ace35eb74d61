package roadcase.clock

import spock.lang.Specification

/** Where the beat is, and when the next line of a grid comes. */
class BeatsSpec extends Specification {
    static final long SECOND = 1_000_000_000
    final Beats beats = new Beats(120, 0)

    def "beats count from 0 at the start, two a second at 120"() {
        expect:
        beats.beat(0) == 0
        beats.beat(SECOND) == 2
        beats.nanos(1) == SECOND.intdiv(2)
    }

    def "a tempo change does not move the beat"() {
        when:
        beats.tempo(SECOND, tempo)

        then:
        beats.beat(SECOND) == 2
        Math.abs(beats.beat(2 * SECOND) - (2 + tempo / 60)) < 1e-9
        beats.bpm() == tempo

        where:
        tempo << [20d, 60d, 121.5d, 999d]
    }

    def "tempos end at 20 and 999"() {
        when:
        beats.tempo(0, wanted)

        then:
        beats.bpm() == bpm

        where:
        wanted || bpm
        1      || 20
        -5     || 20
        5000   || 999
    }

    def "the next line of #grid beats after #now is #line"() {
        expect:
        beats.nextLine(now, grid) == line

        where:
        now           | grid || line
        0             | 4    || 0
        1             | 4    || 1                  // within a microsecond of the line
        2_000         | 4    || 2 * SECOND
        SECOND        | 4    || 2 * SECOND
        2 * SECOND    | 4    || 2 * SECOND
        1_999_999_500 | 4    || 2 * SECOND
        2 * SECOND + 2_000 | 4 || 4 * SECOND
        SECOND        | 0.5  || SECOND
        SECOND + 10_000 | 0.5 || SECOND + SECOND.intdiv(4)
        -SECOND       | 4    || 0
    }

    def "a line is never in the past, and every line is a line of the grid (#seed)"() {
        given:
        def random = new Random(seed)
        long now = 0

        expect:
        (1..200).every {
            now += random.nextInt(900_000_000)
            if (random.nextInt(5) == 0) beats.tempo(now, 20 + random.nextInt(300))
            double grid = [0.25d, 0.5d, 1d, 3d, 4d][random.nextInt(5)]
            long line = beats.nextLine(now, grid)
            double at = beats.beat(line) / grid
            line >= now && line - now <= beats.nanos(grid) + 1_000 && Math.abs(at - Math.round(at)) < 1e-4
        }

        where:
        seed << (1..10)
    }
}
