package roadcase.midi

import groovy.transform.CompileStatic
import java.util.concurrent.atomic.AtomicLong
import spock.lang.Specification

/**
 * A hundred thousand streams of bytes against a decoder that is slow and simple: it splits the stream at status bytes
 * and looks at each piece. {@code -Droadcase.fuzz=1000000} asks for more, {@code -Droadcase.fuzz.seed=7} for others.
 */
class DecoderFuzzSpec extends Specification {
    static final int STREAMS = Integer.getInteger('roadcase.fuzz', 100_000)
    static final long SEED = Long.getLong('roadcase.fuzz.seed', 1)

    def "any stream of bytes, in pieces of any size, gives what the slow decoder finds, and the counts add up"() {
        expect:
        new Fuzz().run(SEED, STREAMS) == STREAMS
    }

    @CompileStatic
    static class Fuzz {
        int run(long seed, int streams) {
            for (int i = 0; i < streams; i++) {
                long own = seed * 1_000_003L + i
                byte[] bytes = stream(new Random(own))
                String why = difference(bytes, new Random(own + 1))
                if (why != null) throw new AssertionError((Object) "stream of seed $seed, number $i: $why\nbytes ${HexFormat.ofDelimiter(' ').withUpperCase().formatHex(bytes)}")
            }
            streams
        }

        /** Mostly plausible traffic with faults in it; now and then noise. */
        static byte[] stream(Random random) {
            def out = new ByteArrayOutputStream()
            int parts = random.nextInt(12)
            int noise = random.nextInt(4)
            for (int p = 0; p < parts; p++) {
                switch (noise == 0 ? 9 : random.nextInt(9)) {
                    case 0..3:
                        int status = 0x80 + random.nextInt(0x70)
                        int length = status >= 0xC0 && status < 0xE0 ? 1 : 2
                        out.write(status)
                        int repeats = 1 + random.nextInt(3)
                        for (int i = 0; i < repeats * length; i++) data(out, random)
                        break
                    case 4:
                        out.write(0xF0)
                        int body = random.nextInt(20)
                        for (int i = 0; i < body; i++) data(out, random)
                        if (random.nextInt(4) > 0) out.write(0xF7)
                        break
                    case 5:
                        out.write(0xF1 + random.nextInt(7))
                        for (int i = random.nextInt(3); i > 0; i--) data(out, random)
                        break
                    case 6:
                        out.write(0xF8 + random.nextInt(8))
                        break
                    case 7:
                        data(out, random)
                        break
                    default:
                        for (int i = random.nextInt(8); i > 0; i--) out.write(random.nextInt(256))
                }
            }
            out.toByteArray()
        }

        private static void data(ByteArrayOutputStream out, Random random) {
            if (random.nextInt(12) == 0) out.write(0xF8 + random.nextInt(8))
            if (random.nextInt(40) > 0) out.write(random.nextInt(128))
        }

        /** Null where all holds. */
        static String difference(byte[] bytes, Random random) {
            def found = new Found()
            def decoder = new Decoder(found)
            for (int at = 0; at < bytes.length; ) {
                int piece = Math.min(bytes.length - at, 1 + random.nextInt(9))
                decoder.feed(0L, bytes, at, piece)
                at += piece
            }
            def slow = new Slow(bytes)
            if (found.messages != slow.messages) return "found $found.messages, should be $slow.messages"
            for (Decoder.Fault fault : Decoder.Fault.values()) {
                long should = slow.faults.getOrDefault(fault, 0L)
                if (decoder.count(fault) != should) return "$fault counted ${decoder.count(fault)} times, should be $should"
            }
            if (slow.accounted != bytes.length) return "$slow.accounted of $bytes.length bytes are accounted for"
            null
        }
    }

    @CompileStatic
    static class Found implements Decoder.Output {
        final List<String> messages = []

        @Override
        void message(long time, int packed) { messages << Packed.message(packed).hex() }

        @Override
        void message(long time, byte[] bytes, int length) { messages << Message.of(Arrays.copyOf(bytes, length)).hex() }
    }

    /** Takes real time out first, then cuts what is left at its status bytes. */
    @CompileStatic
    static class Slow {
        final List<String> messages
        final Map<Decoder.Fault, Long> faults = [:]
        /** Bytes that belong to a message, to one begun, or to a fault. */
        int accounted
        private final TreeMap<Integer, String> byEnd = new TreeMap<>()

        Slow(byte[] bytes) {
            List<Integer> places = []
            for (int i = 0; i < bytes.length; i++) {
                int b = bytes[i] & 0xFF
                if (b < 0xF8) places << i
                else {
                    accounted++
                    if (b == 0xF9 || b == 0xFD) fault(Decoder.Fault.UNDEFINED_STATUS)
                    else byEnd[i] = hex([b])
                }
            }
            List<List<Integer>> pieces = [[]]
            for (int place : places) {
                if ((bytes[place] & 0xFF) >= 0x80) pieces << []
                pieces.last() << place
            }
            for (int i = 0; i < pieces.size(); i++) {
                if (!pieces[i].empty) piece(bytes, pieces[i], i > 0 ? pieces[i - 1] : [], i + 1 < pieces.size() ? pieces[i + 1] : null)
            }
            messages = new ArrayList<>(byEnd.values())
        }

        private static int statusOf(byte[] bytes, List<Integer> piece) {
            piece == null || piece.empty ? -1 : bytes[piece[0]] & 0xFF
        }

        private void piece(byte[] bytes, List<Integer> places, List<Integer> before, List<Integer> after) {
            accounted += places.size()
            int status = statusOf(bytes, places)
            if (status < 0x80) stray(places.size())
            else if (status == 0xF0) {
                if (after != null && statusOf(bytes, after) != 0xF7) fault(Decoder.Fault.UNFINISHED_SYSEX)
            } else if (status == 0xF7) {
                if (statusOf(bytes, before) == 0xF0) byEnd[places[0]] = hex((before + [places[0]]).collect { int place -> bytes[place] & 0xFF })
                else stray(1)
                stray(places.size() - 1)
            } else if (status == 0xF4 || status == 0xF5) {
                fault(Decoder.Fault.UNDEFINED_STATUS)
                stray(places.size() - 1)
            } else {
                shortOnes(bytes, status, places.drop(1), places[0], after != null)
            }
        }

        private void shortOnes(byte[] bytes, int status, List<Integer> data, int statusPlace, boolean more) {
            int wants = status == 0xF6 ? 0 : status == 0xF1 || status == 0xF3 || (status >= 0xC0 && status < 0xE0) ? 1 : 2
            if (wants == 0) {
                byEnd[statusPlace] = hex([status])
                stray(data.size())
                return
            }
            int whole = status >= 0xF0 ? Math.min(1, data.size().intdiv(wants)) : data.size().intdiv(wants)
            for (int i = 0; i < whole; i++) {
                def of = data.subList(i * wants, (i + 1) * wants)
                byEnd[of.last()] = hex([status] + of.collect { int place -> bytes[place] & 0xFF })
            }
            int rest = data.size() - whole * wants
            if (status >= 0xF0 && whole == 1) stray(rest)
            else if (more && (rest > 0 || whole == 0)) fault(Decoder.Fault.UNFINISHED_MESSAGE)
        }

        private void stray(int count) {
            if (count > 0) faults.merge(Decoder.Fault.STRAY_DATA, (long) count, { a, b -> (long) a + (long) b })
        }

        private void fault(Decoder.Fault fault) {
            faults.merge(fault, 1L, { a, b -> (long) a + (long) b })
        }

        private static String hex(List<Integer> bytes) {
            bytes.collect { int b -> String.format('%02X', b) }.join(' ')
        }
    }
}
