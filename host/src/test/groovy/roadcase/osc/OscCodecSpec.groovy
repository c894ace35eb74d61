package roadcase.osc

import java.nio.file.Path
import spock.lang.Specification

/** Each packet of the corpus, and every kind of message there and back. */
class OscCodecSpec extends Specification {
    static final Path CORPUS = Path.of(OscCodecSpec.getResource('corpus/README.txt').toURI()).parent

    static List<String> names() {
        CORPUS.toFile().list().findAll { it.endsWith('.hex') }.collect { it - '.hex' }.sort()
    }

    static byte[] bytes(String name) {
        HexFormat.of().parseHex(CORPUS.resolve("${name}.hex").toFile().readLines().findAll { !it.startsWith('#') }.join('').replace(' ', ''))
    }

    static List<String> decoded(OscCodec codec, byte[] bytes) {
        List<String> lines = []
        def why = codec.decode(Arrays.copyOf(bytes, bytes.length), bytes.length) { OscTime at, OscMessage m -> lines << m.toString().replace('\n', '\\n') }
        lines + (why ? ["! $why".toString()] : [])
    }

    static List<OscMessage> read(OscCodec codec, byte[] bytes) {
        List<OscMessage> found = []
        assert codec.decode(Arrays.copyOf(bytes, bytes.length), bytes.length) { OscTime at, OscMessage m -> found << m } == null
        found
    }

    static byte[] written(OscCodec codec, OscMessage message) {
        def buffer = codec.encode(message)
        def bytes = new byte[buffer.remaining()]
        buffer.get(bytes)
        bytes
    }

    def "#name"() {
        given:
        def codec = new OscCodec()
        def expected = CORPUS.resolve("${name}.expected").toFile().readLines()

        expect:
        decoded(codec, bytes(name)) == expected
        codec.refusals().all() == expected.count { it.startsWith('!') }
        Refusal.values().every { codec.refusals().of(it) == (expected == ["! $it".toString()] ? 1 : 0) }

        where:
        name << names()
    }

    def "the corpus has every reason but those that it cannot have"() {
        given:
        def lines = names().collectMany { CORPUS.resolve("${it}.expected").toFile().readLines() }

        expect:
        names().size() >= 40
        names().every { CORPUS.resolve("${it}.hex").toFile().readLines()[0].startsWith('# ') }
        Refusal.values().findAll { !lines.contains("! $it".toString()) } == [Refusal.TOO_LONG, Refusal.CODEC]
    }

    def "a packet longer than a packet can be is refused"() {
        expect:
        new OscCodec().decode(new byte[70_000], 70_000) { a, m -> } == Refusal.TOO_LONG
    }

    def "what is written is what is read: #message"() {
        given:
        def codec = new OscCodec()

        expect:
        read(codec, written(codec, message)) == [message]
        written(codec, message).length % 4 == 0

        where:
        message << [
            OscMessage.of('/info'), OscMessage.of('/', 'ch/01/mix ON'), OscMessage.of('node', 'x'), OscMessage.of('/abc', 1),
            OscMessage.of('/ch/*/mix/[a-c]', 0.5f), OscMessage.of('/' + 'a' * 254, -1L, 0.25d, true, false),
            OscMessage.of('/b', new OscBlob([1, 2, 3] as byte[]), 'after', new OscBlob(new byte[0])),
            OscMessage.of('/s', 'Geräte 漢', ''), OscMessage.of('/t', OscTime.NOW, new OscTime(-2L)),
            OscMessage.of('/n', OscSign.NIL, OscSign.IMPULSE, 3), OscMessage.of('/l', [1, 2.0f, 'x'], 4, [])]
    }

    def "a message that is longer than a packet is not written"() {
        given:
        def codec = new OscCodec()

        expect:
        codec.encode(OscMessage.of('/b', new OscBlob(new byte[length]))) == null
        read(codec, written(codec, OscMessage.of('/after', 1))) == [OscMessage.of('/after', 1)]

        where:
        length << [65_500, 100_000]
    }

    def "the time of a bundle comes with its messages"() {
        given:
        def now = 1_790_000_000_123_456_789L
        def time = OscTime.ofUnixNanos(now)
        def bytes = bytes('bundle')
        java.nio.ByteBuffer.wrap(bytes).putLong(8, time.ntp())
        List<OscTime> times = []

        when:
        new OscCodec().decode(bytes, bytes.length) { OscTime at, OscMessage m -> times << at }

        then:
        times == [time, time]
        Math.abs(times[0].unixNanos() - now) <= 1
    }

    def "#what is no message: #sentence"() {
        when:
        new OscMessage(address, arguments)

        then:
        def fault = thrown(IllegalArgumentException)
        fault.message.contains(sentence)

        where:
        what            | address    | arguments | sentence
        'no address'    | ''         | []        | 'is not empty'
        'a blank'       | '/a b'     | []        | 'no blanks'
        'too long'      | 'a' * 256  | []        | 'at most 255'
        'a bundle'      | '#bundle'  | []        | "does not begin with '#'"
        'an odd value'  | '/a'       | [new Date()] | 'no type for Date'
        'a list in one' | '/a'       | [[[1]]]   | 'no type for ArrayList'
        'a text with 0' | '/a'       | ['a\0b']  | 'no character 0'
    }
}
