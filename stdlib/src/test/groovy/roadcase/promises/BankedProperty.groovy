package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/** After each deed a gig with banks has said and shows what {@link BankedOracle} says. */
@CompileStatic
abstract class BankedProperty extends Property {
    private static final Message NEXT_SOUND = Message.of((byte) 0x90, (byte) Banked.NEXT_SOUND, (byte) 100)

    BankedProperty() {
        super(Banked.repertoire())
    }

    @Override
    Score make(Chance chance) {
        long micros = 0
        List<Deed> deeds = []
        int many = chance.from(20, 60)
        for (int i = 0; i < many; i++) {
            if (!chance.oneIn(4)) micros += chance.upTo(80_000)
            deeds << deed(chance, micros)
        }
        new Score(chance.upTo(gigs.size()), deeds)
    }

    protected abstract Deed deed(Chance chance, long micros)

    /** A finger on few buttons of each row, so that it meets them again; on SOLO and the bank buttons more often. */
    protected static Deed hand(Chance chance, long micros) {
        int button = chance.oneIn(3) ? chance.from(25, 27) : chance.of([1, 3, 4, 5, 6, 22, 24])
        chance.oneIn(2) ? Deed.press(micros, button) : Deed.release(micros, button)
    }

    protected static Deed nextSound(long micros) {
        Deed.play(micros, Banked.KEYS, NEXT_SOUND)
    }

    @Override
    protected String look(Score score) {
        Performance performance = new Performance(gigs, score.first)
        BankedOracle oracle = new BankedOracle(score.first)
        if (performance.unit.lit != oracle.lights()) return "at the start $performance.unit.lit is lit instead of ${oracle.lights()}"
        for (Deed deed : score.deeds) {
            int before = performance.sent.size()
            if (!performance.does(deed)) continue
            performance.settle()
            for (Map.Entry<String, List<String>> meant : oracle.expects(deed, performance.said?.bytes())) {
                List<String> heard = []
                for (int i = before; i < performance.sent.size(); i++)
                    if (performance.sent[i].port == meant.key) heard << performance.sent[i].message.hex()
                if (heard != meant.value) return "at $deed $meant.key was sent $heard instead of $meant.value"
            }
            BitSet lights = oracle.lights()
            if (performance.unit.lit != lights) return "after $deed $performance.unit.lit is lit instead of $lights"
        }
        performance.faults ? "faults: $performance.faults" : null
    }
}
