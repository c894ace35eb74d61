package roadcase.cli

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Live words at the prompt: in virtual time, so that what they do can be read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PromptSpec extends Specification {
    @TempDir Path here
    CommandLine line

    def setup() { line = new CommandLine(here) }

    private List<String> type(String gig, String... lines) {
        def events = lines.collect { '{"t":1,"do":"shell","line":"' + it.replace('"', '\\"') + '"}' }
        line.typed(events.join('\n'), 'rehearse', gig).out.findAll { !it.contains('"port":"MIDI Mix"') }*.replace('{"t":1.000,', '')
    }

    def "the gig's own names are known, and what they do happens"() {
        given:
        line.gig('masterator.groovy')

        expect:
        type('masterator.groovy', "four.go('C')", 'bank', 'out.send(noteOn(60, 100))', '1 + 1', 'mix.mute[1].lit') == [
                '"note":"Masterator: C"}',
                '"port":"Masterator OUT","midi":"90 3C 64"}',
                '"note":"2"}',
                '"note":"false"}']
    }

    def "a value of the gig is read and moved"() {
        given:
        line.file('value.groovy', "def keys = input('Keys')\ndef depth = remember('depth', 5)\nkeys.cc(1).to(depth)\n")

        expect:
        type('value.groovy', 'depth.get()', 'depth.set(7)', 'depth.get()') == ['"note":"5.0"}', '"note":"7.0"}']
    }

    def "names of an included file stand behind its name"() {
        given:
        line.gig('masterator.groovy')
        line.file('evening.groovy', "include 'masterator'\n")

        expect:
        type('evening.groovy', "masterator.four.go('B')", 'bank') == ['"note":"Masterator: B"}']
    }

    def "`#typed` is refused in a sentence and harms nobody"() {
        given:
        line.gig('masterator.groovy')

        when:
        def answers = type('masterator.groovy', typed, "four.go('B')", 'bank')

        then:
        answers.size() == 2
        answers[0].startsWith('"error":"')
        answers[0].contains(said)
        answers[1] == '"note":"Masterator: B"}'

        where:
        typed                          || said
        "input('Keys')"                || 'builds the rig and cannot be said at the prompt: write it into the script and save'
        'mix.mute.toggles().to(out)'   || 'builds the rig and cannot be said at the prompt'
        'fuor.go(1)'                   || "nobody here is called 'fuor'; did you mean 'four'?"
        "four.go('Q')"                 || "'Q'"
        'four.go('                     || 'this ( is never closed'
        '1 / 0'                        || 'this cannot be calculated'
        'while (true) { }'             || 'took longer than 5 seconds'
    }

    def "after a reload the new names count"() {
        given:
        line.file('a.groovy', "def keys = input('Keys')\ndef one = remember('one', 1)\nkeys.cc(1).to(one)\n")
        line.file('b.groovy', "def keys = input('Keys')\ndef two = remember('two', 2)\nkeys.cc(1).to(two)\n")

        expect:
        type('a.groovy', 'one.get()', 'reload b.groovy', 'two.get()', 'one.get()') == [
                '"note":"1.0"}', '"note":"2.0"}', '"error":"nobody here is called \'one\'","file":"prompt","line":1,"column":1}']
    }
}
