package roadcase.cli

import roadcase.midi.Message
import spock.lang.Specification

class TrafficLinesSpec extends Specification {
    static final long MS = 1_000_000

    List<String> lines = []

    private TrafficLines showing(Shown shown = Shown.USUAL) {
        new TrafficLines(shown, 0, { lines << it })
    }

    def "only what is asked for is shown"() {
        given:
        def traffic = showing(Shown.of(only, channel, number))

        when:
        ['90 3C 40', '81 3C 40', 'B0 07 01', 'B1 4A 01', 'C0 07', 'E0 00 40', 'A0 3C 01', 'D0 07', 'F0 7D 01 F7', 'FA', 'F8', 'FE']
                .eachWithIndex { hex, i -> traffic.passed(i * MS, 'Keys', Message.parse(hex)) }

        then:
        lines.collect { (it =~ /Keys  ((?:[0-9A-F]{2} ?)+)/)[0][1].trim() } == shown

        where:
        only          | channel | number || shown
        null          | null    | null   || ['90 3C 40', '81 3C 40', 'B0 07 01', 'B1 4A 01', 'C0 07', 'E0 00 40', 'A0 3C 01', 'D0 07', 'F0 7D 01 F7', 'FA']
        'notes'       | null    | null   || ['90 3C 40', '81 3C 40']
        'notes, CC'   | '2'     | null   || ['81 3C 40', 'B1 4A 01']
        null          | null    | '7'    || ['B0 07 01', 'C0 07']
        'clock,sense' | null    | null   || ['F8', 'FE']
        'bend,sysex'  | null    | null   || ['E0 00 40', 'F0 7D 01 F7']
        'aftertouch'  | null    | '60'   || ['A0 3C 01']
        'nrpn'        | null    | null   || []
    }

    def "an NRPN is told beside its CCs, whichever of them are shown"() {
        given:
        def traffic = showing(Shown.of(only, null, null))

        when:
        ['B0 63 00', 'B0 62 08', 'B0 06 01', 'B0 26 7F'].eachWithIndex { hex, i -> traffic.passed(i * MS, 'Keys', Message.parse(hex)) }
        traffic.passed(20 * MS, 'Pads', Message.parse('B0 06 05'))

        then:
        lines.findAll { it.contains('NRPN') } == told
        lines.size() == many

        where:
        only   || many | told
        null   || 6    | ['    0.003  Keys            NRPN 8 = 255, channel 1']
        'nrpn' || 1    | ['    0.003  Keys            NRPN 8 = 255, channel 1']
        'cc'   || 5    | []
    }

    def "a coarse half that stays alone is told when its time is over, though nothing more comes"() {
        given:
        def traffic = showing(Shown.of('rpn', null, null))

        when:
        ['B2 65 00', 'B2 64 00', 'B2 06 02'].each { traffic.passed(0, 'Keys', Message.parse(it)) }

        then:
        lines == []

        when:
        traffic.tick(100 * MS)

        then:
        lines == ['    0.100  Keys            RPN 0 = 256, channel 3']
    }

    def "what comes too fast is counted and told when the second is over"() {
        given:
        def traffic = showing()

        when:
        500.times { traffic.passed(it, 'Keys', Message.parse('B0 07 01')) }

        then:
        lines.size() == TrafficLines.MOST_A_SECOND

        when:
        traffic.tick(1001 * MS)
        traffic.passed(1002 * MS, 'Keys', Message.parse('B0 07 01'))

        then:
        lines.size() == TrafficLines.MOST_A_SECOND + 2
        lines[-2] == '300 messages were left out here: more than 200 in a second'
    }

    def "what nobody can show is a sentence"() {
        when:
        Shown.of(only, channel, number)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == said

        where:
        only    | channel | number  || said
        'note'  | null    | null    || "'note' is nothing that a monitor tells apart; there are notes, cc, nrpn, rpn, programs, bend, aftertouch, sysex, system, clock, sense"
        ''      | null    | null    || "'' is nothing that a monitor tells apart; there are notes, cc, nrpn, rpn, programs, bend, aftertouch, sysex, system, clock, sense"
        null    | '0'     | null    || 'channel 0: a channel is 1 to 16'
        null    | '17'    | null    || 'channel 17: a channel is 1 to 16'
        null    | null    | '16384' || 'number 16384: a number is 0 to 16383'
        null    | null    | 'x'     || 'number x: a number is 0 to 16383'
    }
}
