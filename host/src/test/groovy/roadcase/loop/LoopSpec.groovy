package roadcase.loop

import spock.lang.Specification

/** A loop on a simulated bus. */
class LoopSpec extends Specification {
    static LoopSettings with(Map changes) {
        def usual = LoopSettings.USUAL
        def all = LoopSettings.recordComponents.collectEntries { [it.name, it.accessor.invoke(usual)] } + [strategy: Strategy.FEEDBACK] + changes
        LoopSettings.constructors[0].newInstance(LoopSettings.recordComponents.collect { all[it.name].asType(it.type) } as Object[])
    }

    static Ride ride(Plant plant) {
        ride([:], plant)
    }

    static Ride ride(Map changes = [:], Plant plant = new Plant(1)) {
        plant.hand(-6)
        new Ride(plant, new Loop(with(changes)))
    }

    def "it brings #kind of #loud dB to its target with #strategy, and stays"() {
        given:
        def ride = ride(strategy: strategy, new Plant(3).behind(strategy == Strategy.FEEDBACK))
        ride.plant.programme.play(kind, loud)

        when:
        ride.on().go(25)
        def fader = ride.plant.fader()

        then:
        ride.faults == []
        Math.abs(loud + fader - -18) < near

        where:
        kind                  | loud | strategy          | near
        Programme.Kind.NOISE  | -20  | Strategy.FEEDBACK | 1
        Programme.Kind.NOISE  | -9   | Strategy.FEEDBACK | 1
        Programme.Kind.MUSIC  | -16  | Strategy.FEEDBACK | 2.5
        Programme.Kind.SPEECH | -18  | Strategy.FEEDBACK | 3.5
        Programme.Kind.NOISE  | -20  | Strategy.FORWARD  | 1.5
        Programme.Kind.MUSIC  | -12  | Strategy.FORWARD  | 2.5
    }

    def "AUTO finds out whether the meter hears the fader: #kind #behind"() {
        given:
        def ride = ride(strategy: Strategy.AUTO, new Plant(seed).behind(behind)).stepsAreMeant(true)
        ride.plant.programme.play(kind, -18)

        when:
        ride.on().go(200)

        then:
        ride.loop.strategy() == (behind ? Strategy.FEEDBACK : Strategy.FORWARD)
        ride.faults == []

        where:
        [kind, behind, seed] << [[Programme.Kind.NOISE, Programme.Kind.MUSIC], [true, false], [5, 6, 7]].combinations()
    }

    def "AUTO never makes it louder than it was while it finds out"() {
        given:
        def ride = ride(strategy: Strategy.AUTO, new Plant(5)).stepsAreMeant(true)
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on()
        def highest = -200

        when:
        while (ride.loop.strategy() == null && ride.plant.now() < 100e9) {
            ride.go(0.05)
            highest = Math.max(highest, ride.plant.fader())
        }

        then:
        ride.loop.strategy() == Strategy.FEEDBACK
        highest < -5.9
    }

    def "in a silence the fader stays, and afterwards it goes on without a jump and without what it missed"() {
        given:
        def ride = ride()
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20)
        def before = ride.plant.fader()

        when: 'a minute of silence'
        ride.plant.programme.play(Programme.Kind.SILENCE, -95)
        ride.go(60)

        then:
        ride.loop.state() == LoopState.SILENT
        Math.abs(ride.plant.fader() - before) < 0.5

        when: 'and the same programme again'
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.go(3)

        then:
        Math.abs(ride.plant.fader() - before) < 1
        ride.faults == []
    }

    def "a meter that stops holds the fader, and is said"() {
        given:
        def ride = ride()
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20).meter(false).go(1)
        def before = ride.plant.fader()

        when:
        ride.plant.programme.play(Programme.Kind.NOISE, -4)
        ride.go(30)

        then:
        ride.loop.state() == LoopState.STALE
        ride.plant.fader() == before

        when:
        ride.meter(true).go(15)

        then:
        ride.loop.state() in [LoopState.HOLDING, LoopState.RUNNING]
        Math.abs(-4 + ride.plant.fader() - -18) < 1.5
        ride.faults == []
    }

    def "a hand on the fader is left alone, for as long as it moves and the time after"() {
        given:
        def ride = ride(handsOffNanos: 5_000_000_000L)
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20)

        when: 'somebody pulls it down for three seconds'
        (1..12).each { ride.hand(-4 - it / 2d).go(0.25) }

        then:
        ride.loop.state() == LoopState.HANDS_OFF

        when:
        ride.go(4.5)

        then:
        Math.abs(ride.plant.fader() - -10) < 0.05
        ride.loop.state() == LoopState.HANDS_OFF

        when:
        ride.go(12)

        then: 'afterwards it is the loop that moves it, slowly'
        Math.abs(ride.plant.fader() - -4) < 1
        ride.faults == []
    }

    def "an order that is lost is sent again and taken for no hand"() {
        given:
        def ride = ride(new Plant(11).losingOrders(0.3))
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        def states = [] as Set

        when:
        ride.on()
        400.times { ride.go(0.05); states << ride.loop.state() }

        then:
        !states.contains(LoopState.HANDS_OFF)
        Math.abs(ride.plant.fader() - -4) < 1
    }

    def "a peak above the ceiling takes the fader down at once, once, and no further than its limit"() {
        given:
        def ride = ride(ceiling: -6d)
        ride.plant.programme.play(Programme.Kind.NOISE, -20)
        ride.on().go(20)
        def before = ride.plant.fader()

        when: 'it gets 15 dB louder: peaks at about -2 dB'
        ride.plant.programme.play(Programme.Kind.NOISE, -5)
        ride.go(0.3)

        then: 'as far as it takes, and not much further'
        before - ride.plant.fader() > 4
        before - ride.plant.fader() < 15

        when:
        ride.plant.programme.play(Programme.Kind.NOISE, 20)
        ride.go(3)

        then:
        Math.abs(ride.plant.fader() - -15) < 0.05
    }

    def "off, it #does"() {
        given:
        def ride = ride(onStop: policy)
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20)
        ride.loop.turn(false)

        when:
        ride.plant.programme.play(Programme.Kind.NOISE, -30)
        ride.go(20)

        then:
        ride.loop.state() == LoopState.OFF
        Math.abs(ride.plant.fader() - fader) < 0.8
        ride.faults == []

        where:
        policy             | fader | does
        StopPolicy.LEAVE   | -4    | 'leaves the fader'
        StopPolicy.RESTORE | -6    | 'takes it back to where it began'
    }

    def "paused, it holds; then it goes on from where the fader was put"() {
        given:
        def ride = ride(handsOffNanos: 0L)
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20)
        ride.loop.pause(true)
        ride.plant.hand(-12)

        when:
        ride.go(30)

        then:
        ride.loop.state() == LoopState.PAUSED
        Math.abs(ride.plant.fader() - -12) < 0.05

        when:
        ride.loop.pause(false)
        ride.go(0.3)

        then:
        Math.abs(ride.plant.fader() - -12) < 1

        when:
        ride.go(15)

        then:
        Math.abs(ride.plant.fader() - -4) < 1
        ride.faults == []
    }

    def "what is no number is counted and changes nothing"() {
        given:
        def loop = new Loop(with([:]))
        loop.reads(-6, 0)
        loop.turn(true)
        long now = 0
        200.times { now += 50_000_000L; loop.heard(-18, -8, now); loop.step(now) }
        def before = loop.output()

        when:
        [Double.NaN, Double.POSITIVE_INFINITY, 1e9d].each { bad ->
            loop.heard(bad, -8, now)
            loop.heard(-18, bad, now)
        }
        loop.reads(Double.NaN, now)
        loop.step(now + 250_000_000L)

        then:
        loop.refused() == 7
        loop.output() == before
    }

    def "a caller that was away does not make up for it with a jump"() {
        given:
        def ride = ride()
        ride.plant.programme.play(Programme.Kind.NOISE, -30)
        ride.on().go(5)
        def before = ride.loop.output()

        when: 'a minute later'
        long now = ride.plant.now() + 60_000_000_000L
        ride.loop.heard(-50, -40, now)
        ride.loop.reads(before, now)
        ride.loop.step(now)

        then:
        Math.abs(ride.loop.output() - before) <= 1.01
    }

    def "other settings while it runs move nothing at once"() {
        given:
        def ride = ride()
        ride.plant.programme.play(Programme.Kind.NOISE, -14)
        ride.on().go(20)
        def before = ride.loop.output()

        when:
        ride.loop.follow(with(gains: new Gains(3, 1, 0), target: -24d))
        ride.go(0.3)

        then:
        Math.abs(ride.loop.output() - before) < 2.6

        when:
        ride.go(20)

        then:
        Math.abs(ride.plant.fader() - -10) < 1
    }

    def "settings that make no sense are refused: #changes"() {
        when:
        with(changes)

        then:
        thrown(Exception)

        where:
        changes << [[low: 3d, high: -3d], [up: 0d], [down: -1d], [stepNanos: 1L], [deadband: -1d], [target: Double.NaN],
                    [overNanos: 1L], [ceiling: Double.NaN], [handsOffNanos: -1L]]
    }
}
