package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.midi.Decoder
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.promises.Performance.Sent

/** Bad input stops at the border: what no message is never gets to a line, and harms none of those around it. */
class BadBytesPromiseSpec extends Promise {
    @CompileStatic
    static class Bytes extends Property {
        /** None of it is a message, if one follows that ends what is unfinished, as all do but those of the clock. */
        private static final List<String> JUNK = ['F4', 'F5 11 22', 'F9', 'FD', 'F4 90', '90', '90 3C', 'B0', 'B0 40', 'E0 01', 'C0', 'D1',
                'F2 01', 'F3', 'F0 7D 01 02', 'F0', 'F7', 'F7 F7', 'F5 11 22 33', 'F0 01 FD 02', 'F4 7F 7F 7F']

        Bytes() {
            super(new Repertoire(Collections.singletonMap('plain', Lines.variant(0).text)))
        }

        @Override
        Score make(Chance chance) {
            long micros = 0
            List<Deed> deeds = []
            int many = chance.from(20, 60)
            for (int i = 0; i < many; i++) {
                micros += 1 + chance.upTo(1_000)
                deeds << Deed.play(micros, Lines.KEYS, NothingLostPromiseSpec.All.message(chance))
            }
            new Score(0, deeds)
        }

        @Override
        protected String look(Score score) {
            Performance performance = new Performance(gigs, 0)
            LineOracle oracle = new LineOracle(0)
            List<String> meant = []
            long[] now = [0L]
            Decoder decoder = new Decoder(new Decoder.Output() {
                @Override
                void message(long nanos, int packed) {
                    performance.does(Deed.play(now[0], Lines.KEYS, Packed.message(packed)))
                }

                @Override
                void message(long nanos, byte[] bytes, int length) {
                    performance.does(Deed.play(now[0], Lines.KEYS, Message.of(Arrays.copyOf(bytes, length))))
                }
            })
            for (Deed deed : score.deeds) {
                now[0] = deed.micros
                // of the deed alone, so that it is the same when others are struck out
                Chance chance = new Chance(deed.micros)
                List<Byte> bytes = []
                List<Byte> whole = deed.message.bytes().toList()
                boolean realTime = (whole[0] & 0xFF) >= 0xF8
                if (!realTime && chance.oneIn(2)) bytes.addAll(of(chance.of(JUNK)))
                // a message of the system in the midst of another is whole, and comes first
                boolean clock = chance.oneIn(5)
                if (clock) {
                    whole.add(chance.upTo(whole.size()), (byte) 0xF8)
                    meant.addAll(expected(oracle, Deed.play(deed.micros, Lines.KEYS, Message.of((byte) 0xF8))))
                }
                meant.addAll(expected(oracle, deed))
                bytes.addAll(whole)
                byte[] all = bytes as byte[]
                int cut = chance.upTo(all.length + 1)
                decoder.feed(deed.micros * 1000, all, 0, cut)
                decoder.feed(deed.micros * 1000, all, cut, all.length - cut)
            }
            performance.waits(0)
            List<String> heard = performance.sent.findAll { Sent s -> s.port == Lines.SYNTH }*.message*.hex()
            if (heard == meant) return performance.faults ? "faults: $performance.faults" : null
            int differs = (0..<Math.max(heard.size(), meant.size())).find { heard[it] != meant[it] } as int
            "message ${differs + 1} was ${heard[differs]} instead of ${meant[differs]}"
        }

        private static List<String> expected(LineOracle oracle, Deed deed) {
            oracle.expects(deed)[Lines.SYNTH]*.hex()
        }

        private static List<Byte> of(String hex) {
            hex.split(' ').collect { (byte) Integer.parseInt(it, 16) }
        }
    }

    def "unfinished, undefined and stray bytes between whole messages are as if they were not"() {
        expect:
        holds('bad bytes', new Bytes()) == Cases.of('bad bytes')
    }
}
