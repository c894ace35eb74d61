package roadcase.midi

import java.nio.file.Path
import spock.lang.Specification

/** Each file of the corpus, whole and in pieces. The native decoder reads the same files. */
class DecoderCorpusSpec extends Specification {
    static final Path CORPUS = Path.of(DecoderCorpusSpec.getResource('corpus/README.txt').toURI()).parent

    static List<String> names() {
        CORPUS.toFile().list().findAll { it.endsWith('.hex') }.collect { it - '.hex' }.sort()
    }

    static byte[] bytes(String name) {
        HexFormat.of().parseHex(CORPUS.resolve("${name}.hex").toFile().readLines().findAll { !it.startsWith('#') }.join('').replace(' ', ''))
    }

    static List<String> decoded(byte[] bytes, int piece) {
        List<String> lines = []
        def decoder = new Decoder(new Decoder.Output() {
            @Override
            void message(long time, int packed) { lines << Packed.message(packed).hex() }

            @Override
            void message(long time, byte[] whole, int length) { lines << Message.of(Arrays.copyOf(whole, length)).hex() }
        })
        for (int at = 0; at < bytes.length; at += piece) decoder.feed(0, bytes, at, Math.min(piece, bytes.length - at))
        lines + Decoder.Fault.values().findAll { decoder.count(it) }.collect { "! $it ${decoder.count(it)}".toString() }.sort()
    }

    def "#name"() {
        given:
        def expected = CORPUS.resolve("${name}.expected").toFile().readLines()
        def wanted = expected.findAll { !it.startsWith('!') } + expected.findAll { it.startsWith('!') }.sort()

        expect:
        [1, 2, 3, 1000].every { piece ->
            assert decoded(bytes(name), piece) == wanted
            true
        }

        where:
        name << names()
    }

    def "the corpus is there, and each stream says what should come of it"() {
        expect:
        names().size() >= 25
        names().every { CORPUS.resolve("${it}.expected").toFile().exists() && CORPUS.resolve("${it}.hex").toFile().readLines()[0].startsWith('# ') }
    }
}
