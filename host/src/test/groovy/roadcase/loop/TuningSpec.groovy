package roadcase.loop

import spock.lang.Specification

import static roadcase.loop.Programme.Kind.*

/** Learning the numbers by a relay and by steps. */
class TuningSpec extends Specification {
    Ride ride(Plant plant) {
        ride([:], plant)
    }

    Ride ride(Map changes = [:], Plant plant = new Plant(1)) {
        plant.hand(-6)
        plant.programme.play(NOISE, -12)
        new Ride(plant, new Loop(LoopSpec.with([deadband: 0.5d] + changes))).stepsAreMeant(true).on().go(15)
    }

    def ended(Ride ride, double seconds = 150) {
        for (double t = 0; t < seconds && ride.loop.tuning() != null; t += 0.05) ride.go(0.05)
        ride.loop.takeFinished()
    }

    def "a relay finds where the loop would swing, and what follows from it"() {
        given:
        def ride = ride()
        def before = ride.loop.output()

        expect:
        ride.loop.tune(new RelayTuner(2, 0.5, ride.loop.settings().overNanos())) == null

        when:
        def test = ended(ride)
        def found = test.findings()

        then: 'behind a window with a lag of one second, and about a quarter of a second of delay'
        ride.loop.failure() == null
        found.pu() > 0.8 && found.pu() < 4
        found.ku() > 1.2 && found.ku() < 8
        ride.loop.output() == before

        and: 'rules that are known to be keener come out keener'
        def all = found.proposals()
        all.keySet() == Rule.values() as Set
        all[Rule.ZIEGLER_NICHOLS_PI].p() > all[Rule.TYREUS_LUYBEN_PI].p()
        all[Rule.TYREUS_LUYBEN_PI].p() > all[Rule.SIMC_GENTLE].p()
        all[Rule.SIMC_FAST].i() > all[Rule.SIMC_NORMAL].i()
        all[Rule.ZIEGLER_NICHOLS_PI].d() == 0
        all[Rule.ZIEGLER_NICHOLS_PID].d() > 0
        ride.faults == []
    }

    def "the formulas are those of the books"() {
        given:
        def f = new Findings('relay test', 4d, 2d, Double.NaN, Double.NaN, Double.NaN)
        def all = f.proposals()

        expect:
        near(all[rule].p(), kc) && near(all[rule].i(), kc / ti) && near(all[rule].d(), kc * td)

        where:
        rule                     | kc       | ti      | td
        Rule.ZIEGLER_NICHOLS_PI  | 0.45 * 4 | 2 / 1.2 | 0
        Rule.ZIEGLER_NICHOLS_PID | 0.6 * 4  | 1       | 0.25
        Rule.TYREUS_LUYBEN_PI    | 4 / 3.2  | 4.4     | 0
        Rule.TYREUS_LUYBEN_PID   | 4 / 2.2  | 4.4     | 2 / 6.3
        Rule.NO_OVERSHOOT_PID    | 0.2 * 4  | 1       | 2 / 3
    }

    static boolean near(double a, double b) {
        Math.abs(a - b) < 1e-6
    }

    def "SIMC gives the numbers of the gentle preset for the plant that they are for"() {
        given: 'a window of 3 s: a lag of one second, and a delay of 0.225 s'
        def gains = new Findings('step test', Double.NaN, Double.NaN, 1, 1, 0.225).proposals()[Rule.SIMC_GENTLE]

        expect:
        Math.abs(gains.p() - 0.31) < 0.005
        Math.abs(gains.i() - 0.31) < 0.005
    }

    def "a relay of a known plant finds its lag and delay"() {
        given: 'lag 1 s, delay 0.3 s: by mathematics, without a meter'
        double w = 5.7
        for (int i = 0; i < 100; i++) w = (Math.PI - Math.atan(w)) / 0.3
        def found = Findings.ofSwing(Math.sqrt(1 + w * w), 2 * Math.PI / w, 1)

        expect:
        Math.abs(found.lag() - 1) < 0.001
        Math.abs(found.delay() - 0.3) < 0.001
    }

    def "steps find response, lag and delay: #kind"() {
        given:
        def ride = ride(new Plant(seed))
        ride.plant.programme.play(kind, -12)
        ride.go(10)
        def before = ride.loop.output()
        def highest = before

        expect:
        ride.loop.tune(new StepTest(3, ride.loop.settings().overNanos())) == null

        when:
        def test = null
        while (ride.loop.tuning() != null) {
            ride.go(0.05)
            highest = Math.max(highest, ride.plant.fader())
        }
        def found = ride.loop.takeFinished().findings()

        then:
        ride.loop.failure() == null
        Math.abs(found.response() - 1) < 0.15
        found.lag() > 0.6 && found.lag() < 1.6
        found.delay() < 0.6
        highest < before + 0.05
        ride.loop.output() == before

        and: 'both tests agree about gentle'
        Math.abs(found.proposals()[Rule.SIMC_GENTLE].i() - 0.3) < 0.1

        where:
        kind  | seed
        NOISE | 1
        NOISE | 2
    }

    def "#test learns nothing where the meter does not hear the fader, and says so"() {
        given:
        def ride = ride(target: -12d, ceiling: 20d, new Plant(4).behind(false))

        when:
        assert ride.loop.tune(make(ride.loop.settings().overNanos())) == null
        def ended = ended(ride, 300)

        then:
        ended.findings() == null
        ride.loop.failure() =~ says

        where:
        test         | make                       | says
        'a relay'    | { new RelayTuner(2, 1, it) } | /swing|hear/
        'steps'      | { new StepTest(3, it) }    | /does not follow the fader/
    }

    def "steps in an uneven programme are not believed"() {
        expect:
        (1..10).every { seed ->
            def ride = ride(new Plant(seed))
            ride.plant.programme.play(SPEECH, -10)
            ride.go(10)
            if (ride.loop.tune(new StepTest(1, 3_000_000_000L)) != null) return true
            def found = ended(ride).findings()
            found == null || Math.abs(found.response() - 1) < 0.6
        }
    }

    def "a tuning is stopped by #what, and undone"() {
        given:
        def ride = ride()
        def before = ride.plant.fader()
        ride.loop.tune(new RelayTuner(2, 0.5, 3_000_000_000L))
        ride.go(6)
        assert ride.loop.state() == LoopState.TUNING

        when:
        stop(ride)
        ride.go(2)

        then:
        ride.loop.tuning() == null
        ride.loop.failure() =~ why
        Math.abs(ride.plant.fader() - before) < 1

        where:
        what                | stop                                          | why
        'whoever asked'     | { it.loop.abort() }                           | /stopped/
        'a pause'           | { it.loop.pause(true) }                       | /paused/
        'the switch'        | { it.loop.turn(false) }                       | /turned off/
        'a meter that ends' | { it.meter(false) }                           | /meter stopped/
        'a change'          | { it.loop.follow(LoopSpec.with(target: -19d)) } | /changed/
        'silence'           | { it.plant.programme.play(SILENCE, -95) }     | /silent/
    }

    def "a hand stops a tuning and keeps the fader"() {
        given:
        def ride = ride()
        ride.loop.tune(new RelayTuner(2, 0.5, 3_000_000_000L))
        ride.go(6)

        when:
        ride.hand(-12).go(2)

        then:
        ride.loop.failure() =~ /moved the fader/
        Math.abs(ride.plant.fader() - -12) < 0.05
        ride.faults == []
    }

    def "a tuning that could come to the ceiling or leave the limits does not begin"() {
        expect:
        ride(changes).loop.tune(new RelayTuner(2, 0.5, 3_000_000_000L)) =~ says

        where:
        changes                    | says
        [ceiling: -9.5d]           | /ceiling/
        [high: -5d]                | /limits/
        [low: -7d]                 | /limits/
    }

    def "a peak at the ceiling ends a tuning, and takes the fader down"() {
        given:
        def ride = ride(ceiling: -6d)
        ride.loop.tune(new RelayTuner(1, 0.5, 3_000_000_000L))
        ride.go(6)

        when:
        ride.plant.programme.play(NOISE, -2)
        ride.go(0.4)

        then:
        ride.loop.failure() =~ /ceiling/
        ride.plant.fader() < -10
    }
}
