package roadcase.clock

import spock.lang.Specification

/** Where the beat is, and when a beat comes. */
class BeatsSpec extends Specification {
    static final long SECOND = 1_000_000_000
    final Beats beats = new Beats(120, 0)

    def "beats count from 0 at the start, two a second at 120"() {
        expect:
        beats.beat(0) == 0
        beats.beat(SECOND) == 2
        beats.time(1) == SECOND.intdiv(2)
        beats.isRunning()
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

    def "every beat has its time, also those that were (#seed)"() {
        given:
        def random = new Random(seed)
        long now = 0

        expect:
        (1..200).every {
            now += random.nextInt(900_000_000)
            if (random.nextInt(5) == 0) beats.tempo(now, 20 + random.nextInt(300))
            double beat = beats.beat(now) + random.nextInt(16) - 8
            Math.abs(beats.beat(beats.time(beat)) - beat) < 1e-6
        }

        where:
        seed << (1..10)
    }
}
