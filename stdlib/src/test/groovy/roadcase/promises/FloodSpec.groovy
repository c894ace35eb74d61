package roadcase.promises

import roadcase.midi.Message
import spock.lang.Specification

/** A flood on one port, in virtual time: 50,000 messages within a second. How long a real one takes the bench measures. */
class FloodSpec extends Specification {
    static final int MANY = 50_000
    static final Repertoire GIGS = new Repertoire([plain: Lines.variant(0).text, late: '''
        def keys = input('Keystation')
        def pads = input('Pads')
        def synth = output('Synth')
        def piano = output('Piano')
        keys.after(100.ms).to(synth)
        pads.to(piano)
        '''])

    static Message bytes(int status, int first, int second) {
        Message.of((byte) status, (byte) first, (byte) second)
    }

    /** Notes of all channels, each pressed and let go by turns, in the end all let go; every thousandth message is one of the other port's. */
    static List<Deed> flood(Chance chance) {
        def down = new BitSet()
        def deeds = (0..<MANY).collect { int i ->
            long micros = i * 20L
            if (i % 1000 == 999) return Deed.play(micros, Lines.PADS, bytes(0xB0, 7, i.intdiv(1000)))
            int what = chance.upTo(16 * 128)
            down.flip(what)
            Deed.play(micros, Lines.KEYS, bytes((down.get(what) ? 0x90 : 0x80) + what.intdiv(128), what % 128, 100))
        }
        deeds + down.stream().boxed().toList().collect {
            Deed.play(MANY * 20L, Lines.KEYS, bytes(0x80 + it.intdiv(128), it % 128, 64))
        }
    }

    static Performance play(int script, List<Deed> deeds) {
        def performance = new Performance(GIGS, script)
        deeds.each { assert performance.does(it) }
        performance.waits(10)
        performance
    }

    def "through plain lines nothing is lost, doubled or late, at the flooded port and at the other (seed #seed)"() {
        given:
        def deeds = flood(new Chance(seed))
        def performance = play(0, deeds)

        expect:
        [(Lines.KEYS): Lines.SYNTH, (Lines.PADS): Lines.PIANO].every { from, to ->
            deeds.findAll { it.port == from }.collect { [it.micros * 1000, it.message] } ==
                    performance.sent.findAll { it.port == to }.collect { [it.nanos, it.message] }
        }
        performance.standing().with { lost() == 0 && refused() == 0 }

        where:
        seed << (1L..3L)
    }

    def "what cannot wait any more is refused and counted, ends do wait, and nothing is left on (seed #seed)"() {
        given:
        def deeds = flood(new Chance(seed))
        def performance = play(1, deeds)
        def ears = new Ears()
        performance.sent.each { ears.hear(it) }
        def began = { it.message.bytes()[0] & 0xF0 } >> { it == 0x90 }

        expect: 'more than there is room for'
        performance.standing().refused() > 0
        performance.sent.count { it.port == Lines.SYNTH && began(it) } ==
                deeds.count { it.port == Lines.KEYS && began(it) } - performance.standing().refused()
        ears.sounding([Lines.SYNTH]) == []
        performance.standing().lost() == 0

        and: 'the other port does not feel it'
        performance.sent.findAll { it.port == Lines.PIANO }*.nanos == deeds.findAll { it.port == Lines.PADS }*.micros.collect { it * 1000 }

        where:
        seed << (1L..2L)
    }
}
