package roadcase.cli

import com.fasterxml.jackson.databind.json.JsonMapper
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(value = 90, unit = TimeUnit.SECONDS)
class FacesSpec extends Specification {
    @TempDir Path here
    CommandLine line

    def setup() { line = new CommandLine(here) }

    private static List json(Map ran) { new JsonMapper().readValue(ran.out.join('\n') as String, List) }

    private List<String> rehearse(String gig, String... events) { line.typed(events.join('\n'), 'rehearse', gig).out }

    def "check is silent and 0 where all is well"() {
        given:
        line.gig('masterator.groovy')

        expect:
        line.run('check', 'masterator.groovy') == [code: 0, out: [], err: []]
    }

    def "check names file, line, column and sentence, one per file, for every file"() {
        given:
        line.gig('masterator.groovy')
        line.file('one.groovy', "def mix = device(MidiMix)\nmix.mutes.toggles().to(output('x'))\nmix.foo\n")
        line.file('two.groovy', "def keys = input('Keys')\n\nkeys.transpose(12)\n")

        when:
        def checked = line.run('check', 'one.groovy', 'masterator.groovy', 'two.groovy', 'none.groovy')

        then:
        checked.code == 1
        checked.out.size() == 3
        checked.out[0] ==~ /\S*one\.groovy:2:5: .*'mutes'; did you mean 'mute'\?/
        checked.out[1] ==~ /\S*two\.groovy:3:\d+: .*/
        checked.out[2] ==~ /\S*none\.groovy:1:1: .*not there.*/
    }

    def "check --json is one list for editors"() {
        given:
        line.file('one.groovy', "def mix = device(MidiMix)\nmix.mutes.toggles().to(output('x'))\n")

        when:
        def checked = line.run('check', '--json', 'one.groovy')
        def marks = json(checked)

        then:
        checked.code == 1
        marks.size() == 1
        marks[0].severity == 'error'
        [marks[0].line, marks[0].column] == [2, 5]
        json(line.run('check', '--json', line.gig('masterator.groovy').toString())) == []
    }

    def "a rehearsal of the Masterator gig: switches, banks, and a held note across a reload"() {
        given:
        line.gig('masterator.groovy')

        expect:
        rehearse('masterator.groovy',
                '{"t":1,"port":"MIDI Mix","midi":"90 01 7F"}',
                '{"t":1.1,"port":"MIDI Mix","midi":"80 01 7F"}',
                '{"t":2,"port":"MIDI Mix","midi":"90 1A 7F"}',
                '{"t":2.1,"port":"MIDI Mix","midi":"80 1A 7F"}',
                '{"t":3,"port":"MIDI Mix","midi":"90 01 7F"}',
                '{"t":4,"do":"reload"}',
                '{"t":5,"port":"MIDI Mix","midi":"80 01 7F"}').findAll { it.contains('"Masterator OUT"') || it.contains('error') } == [
                '{"t":1.000,"port":"Masterator OUT","midi":"90 01 7F"}',
                '{"t":3.000,"port":"Masterator OUT","midi":"91 01 7F"}']
    }

    def "--lights names the lights, --expect compares and --state begins elsewhere"() {
        given:
        line.gig('masterator.groovy')
        def events = '{"t":1,"port":"MIDI Mix","midi":"90 01 7F"}'
        def output = line.typed(events, 'rehearse', 'masterator.groovy', '--lights').out
        line.file('right.jsonl', output.join('\n'))
        line.file('wrong.jsonl', output.collect { it.replace('"mute 1","value":"on"', '"mute 2","value":"on"') }.join('\n'))
        line.file('state.json', '{"version":1,"gig":"masterator","saved":"2026-01-01T00:00:00Z","entries":{"Masterator":{"text":"D"}}}')

        expect:
        output.contains('{"t":1.000,"light":"MIDI Mix","control":"mute 1","value":"on"}')
        line.typed(events, 'rehearse', 'masterator.groovy', '--lights', '--expect', 'right.jsonl').code == 0

        when:
        def wrong = line.typed(events, 'rehearse', 'masterator.groovy', '--lights', '--expect', 'wrong.jsonl')

        then:
        wrong.code == 1
        wrong.err.size() == 1
        wrong.err[0].startsWith('lights of MIDI Mix: expected')

        and:
        line.typed(events, 'rehearse', 'masterator.groovy', '--state', 'state.json').out.contains('{"t":1.000,"port":"Masterator OUT","midi":"93 01 7F"}')
        line.typed(events, 'rehearse', 'masterator.groovy', '--state', 'right.jsonl').code == 1
    }

    def "a gig that cannot start ends the rehearsal with 1"() {
        given:
        line.file('bad.groovy', 'keys.to(1)\n')

        when:
        def played = line.typed('{"t":0,"do":"panic"}', 'rehearse', 'bad.groovy')

        then:
        played.code == 1
        played.out.size() == 1
        played.out[0].contains('"line":1')
    }

    def "the shell's commands work in a rehearsal of the gig"() {
        given:
        line.gig('masterator.groovy')

        expect:
        rehearse('masterator.groovy',
                '{"t":1,"do":"shell","line":"bank C"}',
                '{"t":1,"do":"shell","line":"bank E"}',
                '{"t":1,"do":"shell","line":"words transpoze"}').findAll { !it.contains('"port"') } == [
                '{"t":1.000,"note":"Masterator: C"}',
                '{"t":1.000,"error":"line 2: There is no bank \'E\'; there are A, B, C, D"}',
                '{"t":1.000,"error":"line 3: There is no word \'transpoze\'; did you mean \'transpose\'?"}']
    }

    def "explain tells the gig in sentences"() {
        given:
        line.gig('masterator.groovy')

        when:
        def told = line.run('explain', 'masterator.groovy')

        then:
        told.code == 0
        told.out.contains("Makes the port 'Masterator OUT' for other programs to listen to.")
        told.out.any { it.contains('mute 1 to 8: each press switching on or off, remembered, with light') }
    }

    def "new writes each start once, and each passes check"() {
        expect:
        line.run('new', "${kind}.groovy".toString(), '--for', kind).code == 0
        line.run('check', "${kind}.groovy".toString()) == [code: 0, out: [], err: []]
        line.run('new', "${kind}.groovy".toString(), '--for', kind).code == 1

        where:
        kind << Languages.installed().scaffolds().keySet()
    }

    def "a file of a MIDI Router becomes a gig that passes the check, with a report on standard error"() {
        given:
        line.file('router.json', '{"midiRoutePresets": [{"name": "A", "midiRouteInputs": [{"midiInputName": "0_Keys", "easyConfig": '
                + '{"easyConfigRoutes": [{"fromChannel": 1, "toChannel": 2, "toDestinationName": "0_Synth"}]}}]}]}')

        when:
        def imported = line.run('import', 'midi-router', 'router.json', '-o', 'router.groovy', '--report', 'report.txt')

        then:
        imported.code == 0
        imported.out == ['Wrote router.groovy. See it in sentences: roadcase explain router.groovy']
        imported.err[0] == 'Made from 1 preset, 1 easy route, 0 chains, 0 controls and 0 lists.'
        here.resolve('report.txt').toFile().readLines() == imported.err
        line.run('check', 'router.groovy') == [code: 0, out: [], err: []]
        line.run('import', 'midi-router', 'router.json', '-o', '-').out.contains('    keys.onChannel(1).toChannel(2).to(synth)')
        line.run('explain', '--router', 'router.json').out.any { it.contains('only all messages on channel 1') }
    }

    def "an import never writes over a gig unasked, and says what is wrong with a file"() {
        given:
        line.file('router.json', '{"midiRoutePresets": []}')
        line.file('mine.groovy', '// mine')
        line.file('broken.json', '{"midiRoutePresets": [')

        expect:
        line.run('import', 'midi-router', 'router.json', '-o', 'mine.groovy').with { it.code == 1 && it.err.any { e -> e.contains('exists already') } }
        here.resolve('mine.groovy').toFile().text == '// mine'
        line.run('import', 'midi-router', 'router.json', '-o', 'mine.groovy', '--replace').code == 0
        line.run('import', 'midi-router', 'broken.json', '-o', 'new.groovy').with { it.code == 1 && it.err.any { e -> e.contains('line 1, column') } }
        !here.resolve('new.groovy').toFile().exists()
        line.run('explain', '--router', 'none.json').code == 1
    }

    def "words explains one, lists all in 80 columns, and guesses"() {
        expect:
        line.run('words').out.every { it.length() <= 80 }
        line.run('words', 'transpose').out*.trim().any { it == 'gives     Flow' }
        line.run('words', 'transpoze').code == 1
        json(line.run('words', '--json')).every { it.word && it.meaning }
        line.run('words', '--for-assistants').out.size() > 100
    }

    def "every word's example passes check"() {
        given:
        def words = Languages.installed().words().findAll { it.example() }
        def files = words.withIndex().collect { word, i -> line.file("w${i}.groovy", word.example()).fileName.toString() }

        expect:
        line.run(['check', *files] as String[]).out == []
    }

    def "play on virtual ports takes a piped shell and ends with 0 at quit"() {
        given:
        line.gig('masterator.groovy')

        when:
        def played = line.typed("bank C\nbank\nbank Q\nports\nquit\n", 'play', 'masterator.groovy', '--midi', 'virtual')

        then:
        played.code == 0
        played.out.count { it == 'Masterator: C' } == 2
        played.out.contains("There is no bank 'Q'; there are A, B, C, D")
        played.out.contains('MIDI Mix (input): missing')

        and: 'the next evening begins there'
        line.typed("bank\nquit\n", 'play', 'masterator.groovy', '--midi', 'virtual').out.contains('Masterator: C')
        line.typed("bank\nquit\n", 'play', 'masterator.groovy', '--midi', 'virtual', '--fresh').out.contains('Masterator: A')
    }

    def "play refuses what cannot be: #args"() {
        given:
        line.file('bad.groovy', 'keys.to(1)\n')

        when:
        def refused = line.typed('quit\n', ['play', *args] as String[])

        then:
        refused.code == 1
        refused.err[0].contains(said)

        where:
        args                             || said
        ['bad.groovy']                   || 'bad.groovy:1:1'
        ['none.groovy']                  || 'not there'
        ['--midi', 'telepathy']          || "There is no MIDI system 'telepathy'"
        ['--audio', 'telepathy']         || "There is no audio system 'telepathy'"
        ['--buffer', '9']                || 'buffers are 16 to 8192'
        ['--page', '7464']               || 'later version'
        ['--bpm', '5', '--midi', 'virtual'] || 'a tempo is 20 to 999'
    }

    def "an empty rig plays too"() {
        expect:
        line.typed("status\nreload\nquit\n", 'play', '--midi', 'virtual').with {
            code == 0 && out.contains('gig      session') && out.contains('no gig is played from a file, so there is nothing to read again')
        }
    }

    def "a save while it plays is on stage soon, and a mistake leaves the old rig"() {
        given:
        def gig = line.file('split.groovy', "def keys = input('Keys')\nkeys.transpose(1).to(output('Synth'))\n")
        def other = line.file('next.groovy', "def keys = input('Keys')\nkeys.transpose(2).to(output('Synth'))\nmonitor input('More')\n")
        line.file('bad.groovy', "def keys = input('Keys')\nkeys.transpoze(2)\n")

        when:
        def played = line.typed("reload next.groovy\nports\nreload bad.groovy\nports\nreload\nports\nquit\n", 'play', gig.toString(), '--midi', 'virtual')

        then:
        played.code == 0
        played.out.count { it == 'More (input): missing' } == 2
        played.out.any { it.contains('bad.groovy:2:') }
        played.out.count { it == 'Reloaded split.' } == 2
    }

    def "the demo plays itself to the end, edits its gig and leaves nothing hanging"() {
        when:
        def demo = line.run('demo')

        then:
        demo.code == 0
        demo.err == []
        demo.out.contains('notes hanging: 0')
        demo.out.find { it.startsWith('from saving to playing: ') } ==~ /from saving to playing: \d+ ms, \d+ ms, \d+ ms/
        demo.out.contains('        mute    #  .  .  #  .  .  .  .')
        demo.out.any { it.contains('90 29 7F') }
        demo.out.any { it.contains('90 4C 7F') }
        demo.out.any { it.contains("did you mean 'mute'?") }
    }
}
