package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.promises.Deed.What
import roadcase.promises.Performance.Sent

/** Knobs do not jump: after a change of meaning each takes hold as its line says, and fast sweeps are not lost. */
class KnobsPromiseSpec extends Promise {
    private static final Map<String, String> WORDS = ['hysteresis(3)': 'hysteresis', 'pickup()': 'pickup', 'scaled()': 'scaled', 'jump()': 'jump']
    /** A knob of each row, and the word of its row in each script. */
    static final List<Integer> CCS = [16, 17, 18, 19]
    static final List<List<String>> SCRIPTS = [
            ['hysteresis', 'pickup', 'scaled', 'jump'],
            ['pickup', 'scaled', 'jump', 'hysteresis'],
            ['scaled', 'scaled', 'hysteresis', 'pickup'],
    ]

    static final Repertoire GIGS = new Repertoire((0..2).collectEntries { int n ->
        def rows = ['mix.strips[1].top', 'mix.strips[1].mid', 'mix.strips[1].low', 'mix.strips[1].fader']
        def lines = [rows, SCRIPTS[n]].transpose().collect { row, mode -> "${row}.${WORDS.find { it.value == mode }.key}.to(out)" }
        ["knobs$n" as String, """
            def mix = device(MidiMix)
            def out = virtualOutput('Out')
            banks('Two') {
                previous mix.bankLeft
                next     mix.bankRight
                bank 'A', channel: 1
                bank 'B', channel: 2
                everyBank {
                    ${lines.join('\n                    ')}
                }
            }""" as String]
    } as Map<String, String>)

    /** One knob of a bank: what it said last, and whether it has taken hold. */
    @CompileStatic
    static class Meaning {
        int said = -1
        boolean hold
        int from = -1
        double near

        void letGo(int position) {
            hold = false
            from = position
            near = said
        }
    }

    /** How a knob takes hold, as the words' meanings say. */
    @CompileStatic
    static class Knob {
        int script
        int bank
        final Map<String, Meaning> meanings = [:].withDefault { new Meaning() } as Map<String, Meaning>
        final Map<Integer, Integer> positions = [:].withDefault { -1 } as Map<Integer, Integer>

        Meaning meaning(int cc) {
            meanings[bank + ' ' + cc]
        }

        void changed() {
            for (int cc : CCS) meaning(cc).letGo(positions[cc])
        }

        /** Where nothing is known any more. */
        void forgotten() {
            positions.clear()
            changed()
        }

        /** @return what is said, or -1 */
        int turned(int cc, int now) {
            Meaning m = meaning(cc)
            int before = positions[cc]
            positions[cc] = now
            if (m.hold) return m.said = now
            switch (SCRIPTS[script][CCS.indexOf(cc)]) {
                case 'jump':
                    m.hold = true
                    break
                case 'hysteresis':
                    if (m.from < 0) m.from = now
                    else m.hold = Math.abs(now - m.from) >= 3 || now in [0, 127] && now != m.from
                    break
                case 'pickup':
                    boolean between = before >= 0 && m.said in Math.min(before, now)..Math.max(before, now)
                    m.hold = m.said < 0 || between || Math.abs(now - m.said) <= 2
                    break
                case 'scaled':
                    if (m.said < 0) {
                        m.hold = true
                        break
                    }
                    if (before < 0 || before == now) return -1
                    // as much of the way that is left to the end as the knob goes of its own
                    int end = now > before ? 127 : 0
                    m.near += (end - m.near) * (now - before) / (double) (end - before)
                    m.said = Math.round(m.near) as int
                    m.hold = m.said == now
                    return m.said
            }
            m.hold ? (m.said = now) : -1
        }
    }

    @CompileStatic
    static class Knobs extends Property {
        Knobs() {
            super(GIGS)
        }

        @Override
        Score make(Chance chance) {
            long micros = 0
            List<Deed> deeds = []
            Map<Integer, Integer> at = [:].withDefault { 64 } as Map<Integer, Integer>
            int many = chance.from(20, 80)
            for (int i = 0; i < many; i++) {
                micros += chance.upTo(60_000)
                int dice = chance.upTo(100)
                if (dice < 78) {
                    int cc = chance.of(CCS)
                    at[cc] = chance.oneIn(6) ? chance.upTo(128) : Math.max(0, Math.min(127, at[cc] + chance.from(-12, 12)))
                    deeds << Deed.turn(micros, cc, at[cc])
                } else if (dice < 90) {
                    int button = chance.from(25, 26)
                    deeds << Deed.press(micros, button) << Deed.release(micros, button)
                } else if (dice < 94) deeds << Deed.reload(micros, chance.upTo(gigs.size()))
                else if (dice < 96) deeds << Deed.vanish(micros, MixUnit.PORT)
                else if (dice < 98) deeds << Deed.comeBack(micros, MixUnit.PORT)
                else deeds << Deed.night(micros)
            }
            new Score(chance.upTo(gigs.size()), deeds)
        }

        @Override
        protected String look(Score score) {
            Performance performance = new Performance(gigs, score.first)
            Knob knob = new Knob(script: score.first)
            for (Deed deed : score.deeds) {
                int before = performance.sent.size()
                if (!performance.does(deed)) continue
                performance.settle()
                List<String> heard = performance.sent.drop(before).findAll { Sent s -> s.port == 'Out' }*.message*.hex()
                List<String> meant = means(knob, deed)
                if (heard != meant) return "at $deed the host was sent $heard instead of $meant"
            }
            null
        }

        private static List<String> means(Knob knob, Deed deed) {
            int value = -1
            switch (deed.what) {
                case What.TURN:
                    value = knob.turned(deed.number, deed.value)
                    break
                case What.PRESS:
                    int bank = deed.number == 25 ? 0 : 1
                    if (knob.bank != bank) {
                        knob.bank = bank
                        knob.changed()
                    }
                    break
                case What.RELOAD:
                    knob.script = deed.number
                    break
                case What.VANISH:
                    knob.forgotten()
                    break
                case What.NIGHT:
                    knob.forgotten()
            }
            value < 0 ? [] as List<String> : [String.format('B%X %02X %02X', knob.bank, deed.number, value)]
        }
    }

    def "what a knob says after a change of meaning is what its word promises, move by move"() {
        expect:
        holds('knobs', new Knobs()) == Cases.of('knobs')
    }
}
