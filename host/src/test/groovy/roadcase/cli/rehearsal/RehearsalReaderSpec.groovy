package roadcase.cli.rehearsal

import roadcase.midi.Message
import spock.lang.Specification

class RehearsalReaderSpec extends Specification {

    private static RehearsalReader reader(String text) {
        new RehearsalReader(new ByteArrayInputStream(text.getBytes('UTF-8')))
    }

    private static List all(String text) {
        def reader = reader(text)
        def found = []
        while (true) {
            try {
                def event = reader.next()
                if (event.empty) return found
                found << event.get()
            } catch (BadLine e) {
                found << e.message
            }
        }
    }

    def "every kind of line is read"() {
        expect:
        all('''{"t":0,"port":"MIDI Mix","midi":"90 01 7F"}
{"t":0.5,"do":"reload"}
{"t":0.5,"do":"reload","file":"other.groovy"}
{"t":1,"do":"vanish","port":"MIDI Mix"}
{"t":1,"do":"return","port":"MIDI Mix"}
{"t":1,"do":"panic"}
{"t":1,"do":"shell","line":"bank C"}
{"t":1,"do":"tempo","bpm":93.5}
{"t":1,"do":"quit"}
{"t":2,"do":"end"}''') == [
                new Event.Midi(1, 0, 'MIDI Mix', Message.parse('90017F')),
                new Event.Reload(2, 500_000_000, null),
                new Event.Reload(3, 500_000_000, 'other.groovy'),
                new Event.Vanish(4, 1_000_000_000, 'MIDI Mix'),
                new Event.Return(5, 1_000_000_000, 'MIDI Mix'),
                new Event.Panic(6, 1_000_000_000),
                new Event.Shell(7, 1_000_000_000, 'bank C'),
                new Event.Tempo(8, 1_000_000_000, 93.5d),
                new Event.Quit(9, 1_000_000_000),
                new Event.End(10, 2_000_000_000)]
    }

    def "blank lines, Windows line ends and a byte-order mark are no mistakes, and lines keep their numbers"() {
        expect:
        all('\uFEFF{"t":0,"do":"panic"}\r\n\r\n  \n{"t":1,"do":"panic"}\r\n')*.line() == [1, 4]
    }

    def "time is rounded to microseconds, so that sums of computed times do not trip"() {
        expect:
        all('{"t":0.30000000000000004,"do":"panic"}\n{"t":0.3,"do":"panic"}')*.nanos() == [300_000_000L, 300_000_000L]
    }

    def "a line that cannot be played is answered by a sentence with its number: #why"() {
        expect:
        all('{"t":1,"do":"panic"}\n' + line + '\n{"t":1.5,"do":"panic"}')[1] == "line 2: $sentence"

        and: 'the rest goes on'
        all('{"t":1,"do":"panic"}\n' + line + '\n{"t":1.5,"do":"panic"}')[2] == new Event.Panic(3, 1_500_000_000)

        where:
        why               | line                                          || sentence
        'no JSON'         | 'panic'                                       || 'it is not JSON at column 1; a line looks like {"t":0.5,"port":"Keys","midi":"90 3C 64"}'
        'two objects'     | '{"t":1,"do":"panic"} {}'                     || 'it is not JSON at column 22; a line looks like {"t":0.5,"port":"Keys","midi":"90 3C 64"}'
        'a key twice'     | '{"t":1,"t":2,"do":"panic"}'                  || 'it is not JSON at column 11; a line looks like {"t":0.5,"port":"Keys","midi":"90 3C 64"}'
        'a list'          | '[1]'                                         || 'it is not one JSON object { … }'
        'no time'         | '{"do":"panic"}'                              || 'it has no "t": the time in seconds'
        'time as text'    | '{"t":"1","do":"panic"}'                      || '"t" is a number of seconds, not a text'
        'before 0'        | '{"t":-1,"do":"panic"}'                       || '"t" is before the start: -1'
        'endless'         | '{"t":1e300,"do":"panic"}'                    || '"t" is past 1000000 seconds'
        'backwards'       | '{"t":0.9999,"do":"panic"}'                   || 'time goes backwards: 0.9999 comes after 1.000'
        'nothing to do'   | '{"t":1}'                                     || 'it says nothing to play: give it "port" and "midi", or "do"'
        'unknown deed'    | '{"t":1,"do":"dance"}'                        || "nobody can do 'dance'; it is one of reload, vanish, return, panic, shell, tempo, quit, end"
        'unknown key'     | '{"t":1,"do":"panic","now":true}'             || 'nobody knows "now" here; such a line has t, do'
        'no port'         | '{"t":1,"midi":"90 01 7F"}'                   || 'it has no "port"'
        'port a number'   | '{"t":1,"port":5,"midi":"90 01 7F"}'          || '"port" is a text in quotes, not a number'
        'broken MIDI'     | '{"t":1,"port":"P","midi":"90 01"}'           || '90 takes 2 data bytes, here are 1'
        'no hex'          | '{"t":1,"port":"P","midi":"note on"}'         || "'note on' is not hex bytes such as 90 01 7F"
        'tempo 0'         | '{"t":1,"do":"tempo","bpm":0}'                || '"bpm" is 0; a tempo is 20 to 999'
        'no tempo'        | '{"t":1,"do":"tempo"}'                        || '"tempo" needs "bpm" with a number'
        'later: OSC'      | '{"t":1,"osc":"a","address":"/b","args":[]}'  || 'rehearsing OSC comes with a later version'
        'later: meters'   | '{"t":1,"meters":"a","bank":1,"values":[]}'   || "rehearsing a desk's meters comes with a later version"
        'later: the page' | '{"t":1,"panel":"a","control":"b","value":1}' || 'rehearsing the page comes with a later version'
    }

    def "a bad line does not move the time"() {
        expect:
        all('{"t":5,"do":"dance"}\n{"t":1,"do":"panic"}')[1] == new Event.Panic(2, 1_000_000_000)
    }

    def "a line without end is cut and refused, and the next one is read"() {
        expect:
        all('x' * 3_000_000 + '\n{"t":1,"do":"panic"}') == [
                'line 1: it is longer than 1048576 bytes', new Event.Panic(2, 1_000_000_000)]
    }

    def "whatever the bytes, a line is an event or a sentence"() {
        given:
        def random = new Random(7)
        def pieces = ['{', '}', '[', '"t"', '"do"', ':', ',', '1', '-1', '1e999', '"panic"', '"midi"', '"90"', 'null', '"port"', '\\', '\u0000', '\uD83C']

        expect:
        (1..3000).every {
            def line = (1..random.nextInt(1, 12)).collect { pieces[random.nextInt(pieces.size())] }.join('')
            all(line).every { it instanceof Event || it.startsWith('line 1: ') }
        }
    }
}
