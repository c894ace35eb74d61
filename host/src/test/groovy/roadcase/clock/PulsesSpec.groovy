package roadcase.clock

import spock.lang.Specification

/** Follows ticks as they come: late, in bursts, doubled, lost, at another tempo, or not at all. */
class PulsesSpec extends Specification {
    static final long MS = 1_000_000
    static final long SECOND = 1_000_000_000
    static final double PERIOD_120 = 60e9d / 120 / 24
    final Pulses pulses = new Pulses(0, 0)

    /** Ticks of a steady sender, from its beat 0 on: when each is sent. */
    static List<Double> steady(double bpm, double beats, double from = SECOND) {
        (0..<(int) Math.round(beats * 24)).collect { from + it * 60e9d / bpm / 24 }
    }

    void start(double at) {
        pulses.start((long) at - MS)
    }

    /** Plays the ticks. @return the worst error of the beat, from beat {@code settled} on, against the sender */
    double worst(List<Double> arrivals, double bpm, double settled = 2, double from = SECOND) {
        double worst = 0
        arrivals.sort(false).each { arrival ->
            pulses.tick(Math.round(arrival))
            double beat = (arrival - from) * bpm / 60e9d
            if (beat >= settled) worst = Math.max(worst, Math.abs(pulses.beat(Math.round(arrival)) - beat))
        }
        worst
    }

    def "ticks that come in time: the beat and the tempo are theirs, from the second tick on (#bpm)"() {
        given:
        start(SECOND)

        expect:
        worst(steady(bpm, 8), bpm, 0) < 1e-6
        Math.abs(pulses.bpm() - bpm) < 1e-3
        pulses.isFollowing()

        where:
        bpm << [20d, 47.3d, 120d, 174d, 300d, 999d]
    }

    def "with jitter of a millisecond either way the beat is right within a hundredth and the tempo within 0.3 bpm (#bpm, #seed)"() {
        given:
        def random = new Random(seed)
        start(SECOND)

        when:
        double worst = worst(steady(bpm, 32).collect { it + (random.nextDouble() * 2 - 1) * MS }, bpm)

        then:
        worst < 0.01 * Math.max(1, bpm / 120)
        Math.abs(pulses.bpm() - bpm) < 0.3 * bpm / 120

        where:
        [bpm, seed] << [[60d, 92d, 120d, 174d, 240d], 1..6].combinations()
    }

    def "ticks that a USB frame or a busy driver holds back, up to #late ms and in bursts (#seed)"() {
        given: 'each tick waits for the next turn of somebody who looks every so often'
        def random = new Random(seed)
        double turn = late * MS
        double offset = random.nextDouble() * turn
        def sent = steady(120, 32)
        start(SECOND)

        when: 'the sender as it is heard is later by half a turn on average: that is no fault of the clock'
        double worst = worst(sent.collect { Math.ceil((it - offset) / turn) * turn + offset - turn / 2 }, 120)

        then:
        worst < bound
        Math.abs(pulses.bpm() - 120) < 1

        where:
        late | seed || bound
        1    | 1    || 0.01
        5    | 2    || 0.02
        10   | 3    || 0.03
        15   | 4    || 0.04
    }

    def "a stall of #stall ms, with all its ticks in one burst, moves the beat by less than a fiftieth"() {
        given:
        double from = SECOND + 8 * SECOND / 2 + 3 * MS
        start(SECOND)

        when:
        double worst = worst(steady(120, 32).collect { it >= from && it < from + stall * MS ? from + stall * MS : it }, 120)

        then:
        worst < 0.02
        Math.abs(pulses.bpm() - 120) < 0.3

        where:
        stall << [25, 60, 100, 150]
    }

    def "doubled ticks are not counted: #doubled of them, #after ms later, in place #places"() {
        given:
        def sent = steady(120, 24)
        start(SECOND)

        when:
        def heard = sent + places.collect { sent[it] + after * MS }
        double worst = worst(heard, 120, 0)

        then: 'while it is not sure it is not wrong by more than a few ticks'
        worst < (places.size() + 1) / 24d
        Math.abs(pulses.beat(Math.round(sent[-1])) - (24 * 24 - 1) / 24d) < 0.01
        Math.abs(pulses.bpm() - 120) < 0.5

        where:
        [places, after] << [[[100], [50, 150, 250], [100, 101]], [0.3, 1, 4]].combinations() +
                [[[0], [1], [2]], [0.3, 1]].combinations()     // before any tempo is known 4 ms could be one
        doubled = places.size()
    }

    def "lost ticks are counted: #places"() {
        given:
        def sent = steady(120, 24)
        def gone = places.collect { sent[it] } as Set
        start(SECOND)

        when:
        double worst = worst(sent.findAll { !gone.contains(it) }, 120, 0)

        then:
        worst < 4.5 / 24
        Math.abs(pulses.beat(Math.round(sent[-1])) - (24 * 24 - 1) / 24d) < 0.01
        Math.abs(pulses.bpm() - 120) < 0.5

        where:
        places << [[100], [50, 150, 250], [100, 101, 102], [30, 300]]
    }

    def "a jump of the tempo from #before to #after is followed within a beat, and no tick is forgotten"() {
        given:
        def first = steady(before, 8)
        double from = SECOND + 8 * 60e9d / before
        def second = steady(after, 8, from)
        start(SECOND)

        when:
        first.each { pulses.tick(Math.round(it)) }
        double worst = 0
        second.eachWithIndex { at, i ->
            pulses.tick(Math.round(at))
            if (i >= 24) worst = Math.max(worst, Math.abs(pulses.beat(Math.round(at)) - (8 + i / 24d)))
        }

        then:
        worst < 0.03
        Math.abs(pulses.bpm() - after) < 0.01 * after

        where:
        before | after
        120    | 60
        60     | 120
        120    | 132
        120    | 121
        90     | 180
        174    | 92
    }

    def "a tempo that grows from 100 to 160 over #beats beats is followed within a twentieth of a beat"() {
        given:
        start(SECOND)
        double at = SECOND
        double worst = 0

        when:
        (0..<beats * 24).each { i ->
            pulses.tick(Math.round(at))
            if (i > 24) worst = Math.max(worst, Math.abs(pulses.beat(Math.round(at)) - i / 24d))
            at += 60e9d / (100 + 60d * i / (beats * 24)) / 24
        }

        then:
        worst < 0.05

        where:
        beats << [8, 16, 64]
    }

    def "before anything comes it goes at its own tempo"() {
        expect:
        new Pulses(0, 0).beat(SECOND) == 2
        new Pulses(60, 0).beat(SECOND) == 1
        new Pulses(60, 0).bpm() == 60
        !pulses.isFollowing()
        pulses.isRunning()
    }

    def "ticks without a start are followed from where the clock is"() {
        when:
        steady(120, 4, 5 * SECOND).each { pulses.tick(Math.round(it)) }

        then: 'ten beats alone, four with the ticks'
        Math.abs(pulses.beat(7 * SECOND) - 14) < 1e-6
    }

    def "a start begins at the next tick, not before"() {
        given:
        pulses.start(SECOND)

        expect:
        !pulses.isRunning()
        pulses.beat(SECOND + 200 * MS) == 0
        pulses.time(1) == Timeline.NEVER

        when:
        pulses.tick(SECOND + 100 * MS)

        then:
        pulses.isRunning()
        pulses.beat(SECOND + 100 * MS) == 0
        pulses.time(1) == SECOND + 600 * MS
    }

    def "after a stop the clock stands, though ticks go on; continue goes on at the tick after the last"() {
        given:
        start(SECOND)
        steady(120, 2).each { pulses.tick(Math.round(it)) }

        when:
        pulses.stop(2 * SECOND - 15 * MS)
        steady(120, 4, 2 * SECOND).each { pulses.tick(Math.round(it)) }

        then:
        !pulses.isRunning()
        pulses.beat(3 * SECOND) == pulses.beat(4 * SECOND)
        Math.abs(pulses.beat(3 * SECOND) - 2) < 1 / 24d
        pulses.deadline() == Timeline.NEVER

        when:
        pulses.goOn(4 * SECOND)
        steady(120, 2, 4 * SECOND + 10 * MS).each { pulses.tick(Math.round(it)) }

        then:
        Math.abs(pulses.beat(5 * SECOND + 10 * MS) - 4) < 1e-3
    }

    def "a start while it runs begins again from 0; a continue while it runs is nothing"() {
        given:
        start(SECOND)
        steady(120, 3).each { pulses.tick(Math.round(it)) }
        double before = pulses.beat(2500 * MS)

        when:
        pulses.goOn(2500 * MS)

        then:
        pulses.beat(2500 * MS) == before

        when:
        pulses.start(2500 * MS)
        steady(120, 1, 2500 * MS).each { pulses.tick(Math.round(it)) }

        then:
        Math.abs(pulses.beat(3 * SECOND) - 1) < 1e-3
    }

    def "a song position while it stands is where continue goes on; while it runs the next tick is that place"() {
        given:
        start(SECOND)
        steady(120, 3).each { pulses.tick(Math.round(it)) }

        when: 'beat 8 is sixteenth 32'
        pulses.stop(2500 * MS)
        pulses.position(2510 * MS, 32)

        then:
        pulses.beat(2600 * MS) == 8

        when:
        pulses.goOn(2600 * MS)
        steady(120, 1, 2610 * MS).each { pulses.tick(Math.round(it)) }
        pulses.position(3100 * MS, 4)
        pulses.tick(3110 * MS)

        then:
        Math.abs(pulses.beat(3110 * MS) - 1) < 1e-3
    }

    def "ticks that stay away: it coasts, then says so and goes on #how"() {
        given:
        def pulses = new Pulses(own, 0)
        pulses.start(SECOND - MS)
        steady(150, 8).each { pulses.tick(Math.round(it)) }
        long last = Math.round(steady(150, 8)[-1])
        double beat = pulses.beat(last + 100 * MS)

        expect: 'a tenth of a second is a gap'
        !pulses.look(last + 100 * MS)
        Math.abs(beat - (191 / 24d + 0.25)) < 1e-6
        pulses.deadline() == last + 250 * MS + 1

        and:
        pulses.look(pulses.deadline())
        !pulses.isFollowing()
        pulses.isRunning()
        Math.abs(pulses.bpm() - bpm) < 1e-6
        pulses.deadline() == Timeline.NEVER

        and: 'without a jump of the beat'
        long lost = last + 250 * MS + 1
        Math.abs(pulses.beat(lost) - (191 / 24d + 0.625)) < 1e-6
        Math.abs(pulses.beat(lost + 60 * SECOND) - pulses.beat(lost) - bpm) < 1e-6

        where:
        own || bpm | how
        0   || 150 | 'as fast as it was'
        96  || 96  | "at the script's tempo"
    }

    def "ticks that come back are followed again, from where it is"() {
        given:
        start(SECOND)
        steady(120, 2).each { pulses.tick(Math.round(it)) }
        assert pulses.look(3 * SECOND)
        double beat = pulses.beat(10 * SECOND)

        when:
        steady(90, 4, 10 * SECOND).each { pulses.tick(Math.round(it)) }

        then:
        pulses.isFollowing()
        Math.abs(pulses.bpm() - 90) < 1e-3
        Math.abs(pulses.beat(Math.round(10 * SECOND + 4 * 60e9d / 90)) - beat - 4) < 0.5 / 24 + 1e-6
    }

    def "a start that no tick follows is played without ticks after a while"() {
        given:
        pulses.start(SECOND)

        expect:
        !pulses.look(SECOND + 200 * MS)
        pulses.look(pulses.deadline())
        pulses.isRunning()
        pulses.beat(SECOND + 250 * MS) == 0
        Math.abs(pulses.beat(2 * SECOND + 250 * MS) - 2) < 1e-9
    }

    def "whatever comes, the beat is a number and the tempo one that MIDI can have (#seed)"() {
        given:
        def random = new Random(seed)
        long now = 0

        expect:
        (1..2000).every {
            now += [0, 1, 300_000, 20 * MS, 20_833_333, 700 * MS][random.nextInt(6)]
            switch (random.nextInt(12)) {
                case 0: pulses.start(now); break
                case 1: pulses.stop(now); break
                case 2: pulses.goOn(now); break
                case 3: pulses.position(now, random.nextInt(16384)); break
                case 4: pulses.look(now); break
                default: pulses.tick(now)
            }
            double beat = pulses.beat(now)
            Double.isFinite(beat) && pulses.bpm() >= 20 - 1e-6 && pulses.bpm() <= 999 + 1e-6 &&
                    (!pulses.isRunning() || Math.abs(pulses.beat(pulses.time(beat + 1)) - beat - 1) < 1e-3)
        }

        where:
        seed << (1..10)
    }
}
