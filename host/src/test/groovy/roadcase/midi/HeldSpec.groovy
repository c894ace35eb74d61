package roadcase.midi

import spock.lang.Specification

/** What sounds because of whom, counted per output, channel and number. */
class HeldSpec extends Specification {
    static final int SYNTH = 10
    static final int PIANO = 11
    final Held held = new Held(16)
    final List<String> offs = []
    final Held.Sink sink = { out, status, number, value, delay -> offs << String.format('%d %02X %d %d %d', out, status, number, value, delay) }

    boolean on(int input, int key, int out = SYNTH, int number = key, int channel = 1, long delay = 0, int who = 0, int type = Held.NOTE) {
        held.on(input, type, channel, key, out, 0x90 | channel - 1, number, 0, delay, who)
    }

    int off(int input, int key, int velocity = 64, int channel = 1, int type = Held.NOTE) {
        held.off(input, type, channel, key, velocity, sink)
    }

    def "an off goes to every place where its on went, in the order of the ons"() {
        when:
        on(0, 60, SYNTH, 60)
        on(0, 60, SYNTH, 72)
        on(0, 60, PIANO, 48)

        then:
        off(0, 60, 33) == 3
        offs == ['10 90 60 33 0', '10 90 72 33 0', '11 90 48 33 0']
        held.size() == 0
    }

    def "a stray off ends nothing"() {
        given:
        on(0, 60)

        expect:
        off(0, 61) == 0
        off(1, 60) == 0
        off(0, 60, 1, 2) == 0
        off(0, 60, 1, 1, Held.PEDAL) == 0
        offs == []
        held.size() == 1
    }

    def "several sources on one note: the off goes once, with the last, at its velocity"() {
        given:
        on(0, 60)
        on(1, 48, SYNTH, 60)
        on(2, 60)

        when:
        off(1, 48, 1)
        off(0, 60, 2)

        then:
        offs == []
        held.sounds(SYNTH, 0x90, 60)

        when:
        off(2, 60, 3)

        then:
        offs == ['10 90 60 3 0']
        !held.sounds(SYNTH, 0x90, 60)
    }

    def "a key that goes down twice is held once"() {
        given:
        on(0, 60)
        on(0, 60)

        expect:
        held.size() == 1
        off(0, 60) == 1
        offs.size() == 1
    }

    def "channels and outputs are counted apart"() {
        given:
        on(0, 60, SYNTH, 60, 1)
        on(0, 60, SYNTH, 60, 2)
        on(1, 60, PIANO, 60, 1)

        when:
        off(0, 60)

        then:
        offs == ['10 90 60 64 0']
        held.size() == 2
    }

    def "notes and controllers of one number are counted apart; a controller ends with its own value"() {
        given:
        on(0, 64)
        held.on(0, Held.PEDAL, 1, 64, SYNTH, 0xB0, 64, 0, 0, 0)
        held.on(0, Held.NOTE, 1, 65, SYNTH, 0xB0, 74, 20, 0, 0)

        when:
        held.off(0, Held.PEDAL, 1, 64, 99, sink)
        off(0, 65, 99)

        then:
        offs == ['10 B0 64 0 0', '10 B0 74 20 0']
        held.size() == 1
    }

    def "one thing of a source can be ended alone"() {
        given:
        on(0, 60, SYNTH)
        on(0, 60, PIANO)
        on(0, 60, PIANO, 72)

        expect:
        held.holds(0, Held.NOTE, 1, 60, PIANO, 0x90, 60)

        when:
        held.off(0, Held.NOTE, 1, 60, PIANO, 0x90, 60, 5, sink)

        then:
        offs == ['11 90 60 5 0']
        !held.holds(0, Held.NOTE, 1, 60, PIANO, 0x90, 60)
        held.holds(0, Held.NOTE, 1, 60)
        off(0, 60) == 2
        offs.drop(1) == ['10 90 60 64 0', '11 90 72 64 0']
    }

    def "an off is as late as its on"() {
        given:
        on(0, 60, SYNTH, 60, 1, 500)

        when:
        off(0, 60)

        then:
        offs == ['10 90 60 64 500']
    }

    def "what #who holds can be ended; others hold on"() {
        given:
        on(0, 60, SYNTH)
        on(0, 61, PIANO)
        on(1, 62, SYNTH)
        on(SYNTH, 63, SYNTH, 63, 1, 0, 7, Held.SCRIPT)

        when:
        end.call(held, sink)

        then:
        offs*.split(' ')*.getAt(2)*.toInteger() as Set == ended as Set
        held.size() == 4 - ended.size()

        where:
        who           | end                               || ended
        'an input'    | { h, s -> h.endInput(0, s) }      || [60, 61]
        'an output'   | { h, s -> h.endOutput(SYNTH, s) } || [60, 62, 63]
        'a script'    | { h, s -> h.endTag(7, s) }        || [63]
        'everybody'   | { h, s -> h.endAll(s) }           || [60, 61, 62, 63]
        'nobody'      | { h, s -> h.endInput(9, s) }      || []
    }

    def "as much as there is room for is held; more is refused; room comes back"() {
        when:
        int taken = (0..<Held.MOST + 10).count { on(it % 8, it.intdiv(8) % 128, SYNTH, it % 128, 1 + it.intdiv(1024) % 16) }

        then:
        taken == Held.MOST
        held.size() == Held.MOST
        !on(9, 1)

        when:
        held.endAll(sink)

        then:
        held.size() == 0
        on(9, 1)
    }

    def "whatever is begun and ended, counts agree with the keys that are down (#seed)"() {
        given:
        def random = new Random(seed)
        Map<String, Set<List<Integer>>> down = [:].withDefault { [] as Set }

        when:
        3_000.times {
            int input = random.nextInt(3)
            int key = random.nextInt(5)
            int out = random.nextBoolean() ? SYNTH : PIANO
            int number = random.nextInt(3)
            switch (random.nextInt(12)) {
                case 0..4: on(input, key, out, number); down["$input $key".toString()] << [out, number]; break
                case 5..9: off(input, key); down.remove("$input $key".toString()); break
                case 10: held.endInput(input, sink); down.keySet().removeIf { it.startsWith("$input ") }; break
                default: held.endOutput(out, sink); down.values().each { it.removeIf { t -> t[0] == out } }
            }
        }

        then:
        held.size() == down.values()*.size().sum(0)
        [SYNTH, PIANO].every { out -> (0..2).every { n -> held.sounds(out, 0x90, n) == down.values().any { [out, n] in it } } }

        where:
        seed << (1..10)
    }
}
