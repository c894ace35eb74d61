package roadcase.cli.demo

import roadcase.midi.Message
import spock.lang.Specification

class DemoScoreSpec extends Specification {
    private static DemoScore read(String text) { DemoScore.read(new ByteArrayInputStream(text.getBytes('UTF-8'))) }

    def "a score names its gig and says what happens when"() {
        expect:
        read('''{"gig":"masterator"}
{"t":0,"say":"Hello."}
{"t":0.5,"port":"MIDI Mix","midi":"90 01 7F"}

{"t":2,"replace":"(32)","by":"(12)"}
''') == new DemoScore('masterator', [
                new Cue.Say(0, 'Hello.'),
                new Cue.Play(500_000_000, 'MIDI Mix', Message.parse('90 01 7F')),
                new Cue.Edit(2_000_000_000, '(32)', '(12)')])
    }

    def "a spoilt score is our fault: #line"() {
        when:
        read('{"gig":"masterator"}\n{"t":1,"say":"x"}\n' + line)

        then:
        thrown(IllegalStateException)

        where:
        line << ['{"say":"no time"}', '{"t":0.5,"say":"back in time"}', '{"t":2,"dance":1}']
    }
}
