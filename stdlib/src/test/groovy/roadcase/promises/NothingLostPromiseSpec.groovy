package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Message

/** Nothing lost, nothing twice: a message that comes in around a reload is played by exactly one rig. */
class NothingLostPromiseSpec extends Promise {
    @CompileStatic
    static class All extends LineProperty {
        private static final List<String> SYSTEM = ['F8', 'FA', 'FC', 'FE', 'FF', 'F6', 'F1 23', 'F2 01 02', 'F3 04', 'F0 F7', 'F0 7D 01 02 03 F7']

        /** Most happens in one and the same moment, as a fast hand and a saved file may want it. */
        @Override
        Score make(Chance chance) {
            long micros = 0
            List<Deed> deeds = []
            int many = chance.from(30, 80)
            for (int i = 0; i < many; i++) {
                if (chance.oneIn(4)) micros += chance.upTo(2_000)
                deeds << (chance.oneIn(6) ? Deed.reload(micros, chance.upTo(gigs.size())) : Deed.play(micros, chance.oneIn(3) ? Lines.PADS : Lines.KEYS, message(chance)))
            }
            new Score(chance.upTo(gigs.size()), deeds)
        }

        static Message message(Chance chance) {
            int channel = chance.upTo(16)
            switch (chance.upTo(8)) {
                case 0: return Message.parse(chance.of(SYSTEM))
                case 1: return HeldNotesPromiseSpec.Keys.bytes(0xA0 + channel, chance.upTo(128), chance.upTo(128))
                case 2: return HeldNotesPromiseSpec.Keys.bytes(0xB0 + channel, chance.oneIn(3) ? chance.of([1, 64, 66]) : chance.upTo(120), chance.upTo(128))
                case 3: return Message.of((byte) (0xC0 + channel), (byte) chance.upTo(128))
                case 4: return Message.of((byte) (0xD0 + channel), (byte) chance.upTo(128))
                case 5: return HeldNotesPromiseSpec.Keys.bytes(0xE0 + channel, chance.upTo(128), chance.upTo(128))
                default: return HeldNotesPromiseSpec.Keys.bytes((chance.oneIn(2) ? 0x80 : 0x90) + chance.upTo(2), chance.of([0, 47, 59, 60, 72, 127]), chance.upTo(128))
            }
        }
    }

    def "every message of every kind goes out once through each line of the script that plays then"() {
        expect:
        holds('nothing lost', new All()) == Cases.of('nothing lost')
    }
}
