package roadcase.cli.rehearsal

import roadcase.midi.Message
import roadcase.script.ScriptError
import spock.lang.Specification

class RehearsalWriterSpec extends Specification {
    def lines = []
    def writer = new RehearsalWriter({ lines << it })

    def "what happened is one line, its keys in the order of the format"() {
        when:
        writer.sent(0, 'Masterator OUT', Message.parse('90 01 7f'))
        writer.light(1_500_000_000, 'MIDI Mix', 'mute 1', 'on')
        writer.error(2_000_001_000, new ScriptError('gig.groovy', 3, 7, "no 'x'", 'x'))
        writer.error(3_000_000_000, 'line 4: it is not JSON')
        writer.note(3_000_000_000, 'a "quoted" word, ümlaut')

        then:
        lines == [
                '{"t":0.000,"port":"Masterator OUT","midi":"90 01 7F"}',
                '{"t":1.500,"light":"MIDI Mix","control":"mute 1","value":"on"}',
                '{"t":2.000001,"error":"no \'x\'","file":"gig.groovy","line":3,"column":7}',
                '{"t":3.000,"error":"line 4: it is not JSON"}',
                '{"t":3.000,"note":"a \\"quoted\\" word, ümlaut"}']
    }

    def "#nanos nanoseconds are written #text"() {
        expect:
        Seconds.of(nanos) == text

        where:
        nanos             || text
        0                 || '0.000'
        1_000             || '0.000001'
        1_499             || '0.000001'
        1_500             || '0.000002'
        20_833_333        || '0.020833'
        100_000_000       || '0.100'
        123_400_000       || '0.1234'
        999_999_999       || '1.000'
        3_600_000_000_000 || '3600.000'
    }
}
