package roadcase.osc

import groovy.transform.CompileStatic
import spock.lang.Specification

/**
 * A hundred thousand packets, right ones with faults in them and noise: whatever comes, it is taken whole or counted, and
 * what was taken says the same when it is written again. {@code -Droadcase.fuzz=1000000} asks for more.
 */
class OscFuzzSpec extends Specification {
    static final int PACKETS = Integer.getInteger('roadcase.fuzz', 100_000)
    static final long SEED = Long.getLong('roadcase.fuzz.seed', 1)

    def "any packet is taken whole or refused and counted, and never anything else"() {
        when:
        def fuzz = new Fuzz(OscCodecSpec.names().collect { OscCodecSpec.bytes(it) })
        fuzz.run(SEED, PACKETS)

        then: 'both happen often, and the last resort is not needed'
        fuzz.taken > PACKETS / 20
        fuzz.codec.refusals().all() + fuzz.taken == PACKETS
        fuzz.codec.refusals().of(Refusal.CODEC) == 0
        Refusal.values().findAll { fuzz.codec.refusals().of(it) == 0 }.every { it in [Refusal.TOO_LONG, Refusal.CODEC] }
    }

    @CompileStatic
    static class Fuzz {
        final OscCodec codec = new OscCodec()
        final OscCodec other = new OscCodec()
        final List<byte[]> corpus
        int taken

        Fuzz(List<byte[]> corpus) {
            this.corpus = corpus
        }

        void run(long seed, int packets) {
            for (int i = 0; i < packets; i++) {
                byte[] bytes = packet(new Random(seed * 1_000_003L + i))
                List<OscMessage> found = []
                Refusal why
                try {
                    why = codec.decode(Arrays.copyOf(bytes, bytes.length), bytes.length) { OscTime at, OscMessage m -> found << m }
                } catch (Throwable thrown) {
                    throw new AssertionError("packet of seed $seed, number $i: ${HexFormat.of().formatHex(bytes)}".toString(), thrown)
                }
                if (why == null) taken++
                else assert found.empty
                for (OscMessage m : found) assert again(m).toString() == m.toString()
            }
        }

        /** Compared as text, in which a number that is none equals itself. */
        OscMessage again(OscMessage message) {
            OscMessage read = null
            byte[] bytes = OscCodecSpec.written(other, message)
            Refusal why = other.decode(bytes, bytes.length) { OscTime at, OscMessage m -> read = m }
            assert why == null
            read
        }

        byte[] packet(Random random) {
            byte[] bytes = corpus[random.nextInt(corpus.size())]
            bytes = Arrays.copyOf(bytes, bytes.length)
            if (bytes.length > 2_000) bytes = Arrays.copyOf(bytes, random.nextInt(20) == 0 ? bytes.length : 400)
            if (random.nextInt(10) == 0) {
                bytes = new byte[4 * random.nextInt(20)]
                random.nextBytes(bytes)
            }
            for (int faults = random.nextInt(4); faults > 0; faults--) bytes = spoilt(bytes, random)
            bytes
        }

        static byte[] spoilt(byte[] bytes, Random random) {
            if (bytes.length == 0) return new byte[random.nextInt(9)]
            int at = random.nextInt(bytes.length)
            switch (random.nextInt(7)) {
                case 0:
                    bytes[at] = (byte) random.nextInt(256)
                    return bytes
                case 1:
                    bytes[at] = (byte) ',ifsbhdtTFNISc[]rm/#\0'.charAt(random.nextInt(21))
                    return bytes
                case 2: return Arrays.copyOf(bytes, at)
                case 3: return Arrays.copyOf(bytes, at - at % 4)
                case 4: return Arrays.copyOf(bytes, bytes.length + 4 * random.nextInt(3))
                case 5:
                    byte[] more = new byte[bytes.length + 4]
                    int place = at - at % 4
                    System.arraycopy(bytes, 0, more, 0, place)
                    System.arraycopy(bytes, place, more, place + 4, bytes.length - place)
                    return more
                default:
                    bytes[at] = (byte) (bytes[at] ^ (1 << random.nextInt(8)))
                    return bytes
            }
        }
    }
}
