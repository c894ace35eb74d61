package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/** A note ends where it began, whatever happened in between. Pedals too. */
class HeldNotesPromiseSpec extends Promise {
    @CompileStatic
    static class Keys extends LineProperty {
        private static final List<Integer> NUMBERS = [0, 11, 12, 47, 48, 59, 60, 64, 115, 116, 127]

        @Override
        Score make(Chance chance) {
            long micros = 0
            List<Deed> deeds = []
            int many = chance.from(20, 60)
            for (int i = 0; i < many; i++) {
                if (!chance.oneIn(4)) micros += chance.upTo(60_000)
                deeds << deed(chance, micros)
            }
            if (chance.oneIn(2)) deeds << Deed.quit(micros)
            new Score(chance.upTo(gigs.size()), deeds)
        }

        private Deed deed(Chance chance, long micros) {
            int dice = chance.upTo(100)
            String port = chance.oneIn(3) ? Lines.PADS : Lines.KEYS
            if (dice < 66) return Deed.play(micros, port, key(chance))
            if (dice < 80) return Deed.play(micros, port, bytes(0xB0 + chance.upTo(2), chance.oneIn(3) ? 66 : 64, chance.of([0, 20, 63, 64, 90, 127])))
            if (dice < 88) return Deed.reload(micros, chance.upTo(gigs.size()))
            String plug = chance.of([Lines.KEYS, Lines.PADS, Lines.SYNTH, Lines.PIANO])
            if (dice < 93) return Deed.vanish(micros, plug)
            if (dice < 98) return Deed.comeBack(micros, plug)
            Deed.panic(micros)
        }

        private static Message key(Chance chance) {
            int channel = chance.upTo(2)
            int number = chance.of(NUMBERS)
            if (chance.oneIn(2)) return bytes(0x90 + channel, number, chance.from(1, 127))
            chance.oneIn(4) ? bytes(0x90 + channel, number, 0) : bytes(0x80 + channel, number, chance.upTo(128))
        }

        static Message bytes(int status, int first, int second) {
            Message.of((byte) status, (byte) first, (byte) second)
        }
    }

    def "the off goes where the on went, once, when the last key is up; what has lost its key or its output ends"() {
        expect:
        holds('held notes', new Keys()) == Cases.of('held notes')
    }
}
