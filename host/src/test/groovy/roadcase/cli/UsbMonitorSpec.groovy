package roadcase.cli

import roadcase.midi.Message
import roadcase.midi.UsbPackets
import spock.lang.Specification

/** Captured USB bytes, as an owner of an APC mini wrote them down, and as they never should come. */
class UsbMonitorSpec extends Specification {
    final List<String> lines = []

    long shown(byte[] bytes) {
        new UsbMonitor(Shown.USUAL, { lines << it }).show(new ByteArrayInputStream(bytes))
    }

    long shown(String text) {
        shown(text.getBytes('UTF-8'))
    }

    static byte[] bytes(String hex) {
        HexFormat.of().parseHex(hex.replaceAll(/\s+/, ''))
    }

    static final String REPLY = '''
        04 F0 7E 7F 04 06 02 47 04 28 00 19 04 01 00 00
        04 00 7F 00 04 00 00 00 04 00 00 00 04 00 00 00
        04 00 00 00 04 00 00 00 04 00 00 00 06 00 F7 00
        00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
        '''

    def "a press, a release, a move, a light"() {
        expect:
        shown('09 90 38 7F\n08 80 38 7F\n0b b0 30 40\n09 90 38 05') == 0
        lines*.substring(0, 17) == ['cable 0  90 38 7F', 'cable 0  80 38 7F', 'cable 0  B0 30 40', 'cable 0  90 38 05']
    }

    def "the identity reply of the document, in hex or as it came, and the zeros that fill it up are nothing"() {
        expect:
        shown(input) == 0
        lines.size() == 1
        lines[0].startsWith('cable 0  F0 7E 7F 06 02 47 28 00 19 01 00 00 00 7F 00')

        where:
        input << [REPLY.getBytes('UTF-8'), bytes(REPLY)]
    }

    def "what is wrong is said, and the rest is read: #text"() {
        expect:
        shown(text) == faults
        lines*.replaceAll(/ {2}.*/, '') == said

        where:
        text                               || faults || said
        '09 90 xx 6c\n09 90 01 7F'         || 1      || ["line 1, 'xx' is no byte in hex; this line is left out", 'cable 0']
        '09 90 38\n08 80 38 7F'            || 1      || ['line 1, packet 1: here are only 3 bytes, and a packet has 4', 'cable 0']
        '09 80 38 7F'                      || 1      || ['line 1, packet 1: 09 announces another message than one that begins with 80']
        '04 F0 7E 7F 09 90 01 7F'          || 1      || ['line 1, packet 2: a SysEx on cable 0 was broken off by 90', 'cable 0']
        '04 01 02 03'                      || 1      || ['line 1, packet 1: 04 goes on with a SysEx that did not begin with F0']
        '04 F0 7E 7F'                      || 1      || ['packet 2: a SysEx on cable 0 has no end: the last bytes are missing']
        '09 90 81 7F'                      || 1      || ['line 1, packet 1: data byte 81 is above 7F']
        '11 90 81 7F'                      || 1      || ['line 1, packet 1: the kind 1 of 11 is reserved, it stands for no message']
        '14 F0 7E 7F 0F F8 00 00 17 06 01 F7' || 0   || ['cable 1']
        '# a note\n- `09 90 01 7F`'        || 0      || ['cable 0']
        ''                                 || 0      || []
    }

    def "whatever bytes come, every packet is a message, a part of one, nothing, or a fault"() {
        given:
        def random = new Random(seed)
        def said = 0
        def packets = new UsbPackets(new UsbPackets.Output() {
            void message(long packet, int cable, Message message) { said++ }

            void fault(long packet, String sentence) {
                assert sentence
                said++
            }
        })
        def bytes = new byte[40_000]
        random.nextBytes(bytes)

        when:
        for (int at = 0; at < bytes.length; ) {
            int next = Math.min(bytes.length - at, 1 + random.nextInt(70))
            packets.feed(bytes, at, next)
            at += next
        }
        packets.end()

        then:
        said > 5_000

        where:
        seed << (1..20)
    }
}
