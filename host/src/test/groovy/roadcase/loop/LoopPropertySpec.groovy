package roadcase.loop

import groovy.transform.CompileStatic
import spock.lang.Specification

import static roadcase.loop.Programme.Kind.*

/** Whatever happens: the limits, the rates and the hand are kept, and the target comes back. */
class LoopPropertySpec extends Specification {
    static final int SEEDS = 150

    def "for any show the fader keeps its limits, its rates and its hands off: #strategy"() {
        expect:
        (1..SEEDS).collectMany { played(it, strategy) } == []

        where:
        strategy << [Strategy.FEEDBACK, Strategy.FORWARD]
    }

    @CompileStatic
    static List<String> played(int seed, Strategy strategy) {
        Random random = new Random(seed)
        Plant plant = new Plant(seed).behind(strategy == Strategy.FEEDBACK).losing(0.05 * random.nextInt(4))
                .latency(5 + random.nextInt(60)).losingOrders(random.nextInt(3) == 0 ? 0.05d : 0d)
        plant.hand(-12 + 12 * random.nextDouble())
        LoopSettings settings = (LoopSettings) LoopSpec.with([strategy: strategy, up: 1d + random.nextInt(3),
                down: 3d + random.nextInt(4), deadband: 0.5 * random.nextInt(3),
                gains: new Gains(0.1 + random.nextDouble(), 0.1 + random.nextDouble(), random.nextInt(3) == 0 ? 0.2d : 0d),
                handsOffNanos: 1_000_000_000L * (1 + random.nextInt(8))])
        Ride ride = new Ride(plant, new Loop(settings)).on()
        List<String> deeds = []
        for (int i = 0; i < 25; i++) {
            String deed = ''
            switch (random.nextInt(7)) {
                case 0: plant.programme.play(SILENCE, -95); deed = 'silence'; break
                case 1: plant.programme.play(SPEECH, -24 + 14 * random.nextDouble()); deed = 'speech'; break
                case 2: plant.programme.play(MUSIC, -28 + 18 * random.nextDouble()); deed = 'music'; break
                case 3: double to = elsewhere(-20 + 26 * random.nextDouble(), plant.fader()); ride.hand(to); deed = "hand to $to"; break
                case 4: ride.meter(false); deed = 'no meter'; break
                case 5: ride.meter(true); deed = 'meter'; break
                case 6: ride.loop.turn(random.nextInt(4) > 0); deed = 'on or off'; break
            }
            deeds << deed
            ride.go(0.2 + 6 * random.nextDouble())
            if (!ride.faults.isEmpty()) return ["seed $seed, $deeds: ${ride.faults}".toString()]
        }
        // and then an easy time: it comes back to its target
        ride.loop.turn(true)
        ride.meter(true)
        plant.programme.play(NOISE, -16)
        ride.go(settings.handsOffNanos() * 1e-9 + 50)
        double out = plant.fader() - 16
        if (Math.abs(out - -18) > 1.2 + settings.deadband()) return ["seed $seed, $deeds: it stands at $out dB, ${ride.loop.state()}".toString()]
        ride.faults.isEmpty() ? [] : ["seed $seed: ${ride.faults}".toString()]
    }

    /** A hand that leaves the fader where it is cannot be seen. */
    @CompileStatic
    static double elsewhere(double to, double from) {
        Math.abs(to - from) > 1.5 ? to : from - 2
    }

    def "with real programme it holds its target: #kind"() {
        expect:
        (1..20).collectMany { held(it, kind, near) } == []

        where:
        kind   | near
        NOISE  | 1.0d
        MUSIC  | 2.0d
        SPEECH | 3.5d
    }

    @CompileStatic
    static List<String> held(int seed, Programme.Kind kind, double near) {
        Plant plant = new Plant(seed).losing(0.05)
        plant.hand(-6)
        Ride ride = new Ride(plant, new Loop((LoopSettings) LoopSpec.with([:]))).on()
        plant.programme.play(kind, -16)
        ride.go(30)
        double mean = ride.mean(30)
        ride.faults.isEmpty() && Math.abs(mean - -18) <= near ? [] : ["seed $seed: $mean dB, ${ride.faults}".toString()]
    }

    def "peaks pass the ceiling for no longer than the fader needs to hear of it"() {
        expect:
        (1..60).collectMany { ceiling(it) } == []
    }

    @CompileStatic
    static List<String> ceiling(int seed) {
        Random random = new Random(seed)
        Plant plant = new Plant(seed).latency(20)
        plant.hand(-3)
        Ride ride = new Ride(plant, new Loop((LoopSettings) LoopSpec.with([ceiling: -6d, low: -40d]))).on()
        plant.programme.play(NOISE, -20)
        ride.go(20)
        for (int i = 0; i < 12; i++) {
            double loud = -24 + 24 * random.nextDouble()
            plant.programme.play(NOISE, loud)
            ride.go(0.4)
            int above = 0
            int far = 0
            for (int f = 0; f < 80; f++) {
                ride.go(0.05)
                // a peak that is louder than all of the last seconds is only known when it was heard
                if (plant.peak() > -6) above++
                if (plant.peak() > -6 + 4) far++
            }
            if (above > 14 || far > 3) return ["seed $seed: $loud dB, $above of 80 frames above the ceiling, $far far".toString()]
        }
        []
    }
}
