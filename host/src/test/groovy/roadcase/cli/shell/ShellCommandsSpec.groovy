package roadcase.cli.shell

import roadcase.rig.Rig
import roadcase.rig.RigBuilder
import roadcase.rig.plan.BanksPlan
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Place
import roadcase.midi.RealPort.Direction
import roadcase.script.ScriptError
import roadcase.script.WordDoc
import spock.lang.Specification

class ShellCommandsSpec extends Specification {
    static final WORDS = [new WordDoc('transpose', 'transpose(n)', 'Moves notes.', 'flow', 'Flow', '')]

    def playing = new Playing() {
        final List did = []

        Rig rig() { ShellCommandsSpec.rigWith('Masterator', 'Other') }
        Status status() { new Status('masterator', [Masterator: 'C', Other: 'A'], 120, 1, 2, 0, ['Keys']) }
        List<String> ports() { ['MIDI Mix  there'] }
        void panic() { did << 'panic' }
        void goBank(String group, String bank) { did << [group, bank] }
        Reply reload(String file) {
            did << ['reload', file]
            file ? Reply.errors([new ScriptError(file, 2, 3, 'no such word', 'a b')]) : Reply.said('Reloaded in 12 ms.')
        }
        Reply forget(String name) { did << ['forget', name]; Reply.said("'$name' is forgotten.") }
        Set<String> names() { ['mix', 'four'] as Set }
        List<String> kept() { ['old one', 'Masterator'] }
        Reply monitor(String port) { did << ['monitor', port]; Reply.said("showing $port") }
        Reply say(String line) {
            if (line == 'stuck') throw new IllegalStateException('the conductor does not answer')
            line == '1+1' ? Reply.said('2') : Reply.mistake("nobody knows '$line'")
        }
    }
    def shell = new ShellCommands(playing, WORDS)

    static Rig rigWith(String... groups) {
        def builder = new RigBuilder('masterator')
        groups.eachWithIndex { name, i ->
            def banks = (i == 0 ? ['A', 'B', 'C', 'D'] : ['A', 'Late night']).collect { new BanksPlan.BankPlan(it, 0, [], Origin.NOWHERE) }
            builder.banks(new BanksPlan(name, banks, false, Place.TOP, Origin.NOWHERE))
        }
        builder.port('MIDI Mix', Direction.INPUT, false)
        builder.build()
    }

    def "`#line` answers #lines"() {
        expect:
        shell.execute(line).text() == lines

        where:
        line                     || lines
        ''                       || []
        'panic'                  || ['Every note is off.']
        'stuck'                  || ['This could not be done: the conductor does not answer']
        'bank'                   || ['Masterator: C', 'Other: A']
        'bank C'                 || ['Masterator: C']
        "bank 'Late night'"      || ['Other: Late night']
        'bank A'                 || ["There is a bank 'A' in Masterator and Other: name the group too"]
        'bank Other A'           || ['Other: A']
        'bank Othr A'            || ["There are no banks 'Othr'; did you mean 'Other'?"]
        'bank E'                 || ["There is no bank 'E'; there are A, B, C, D, Late night"]
        'reload'                 || ['Reloaded in 12 ms.']
        'reload other.groovy'    || ['other.groovy:2:3: no such word', '    a b', '      ^']
        'reload a b'             || ['`reload` takes one file; a name with spaces needs quotes']
        'forget old one'         || ["'old one' is forgotten."]
        'forget'                 || ['`forget` takes the name of what is remembered']
        "monitor 'MIDI Mix'"     || ['showing MIDI Mix']
        'monitor "MIDI Mx"'      || ["The gig has no port 'MIDI Mx'; did you mean 'MIDI Mix'?"]
        'monitor off'            || ['showing null']
        'words transpoze'        || ["There is no word 'transpoze'; did you mean 'transpose'?"]
        'ports'                  || ['MIDI Mix  there']
        '1+1'                    || ['2']
        'panik'                  || ["There is no command 'panik'; did you mean 'panic'?"]
        'lead.play(C4)'          || ["nobody knows 'lead.play(C4)'"]
    }

    def "only quit ends the show"() {
        expect:
        shell.execute('quit').quit()
        !shell.execute('panic').quit()
    }

    def "a bank is changed by both names"() {
        when:
        shell.execute('bank D')

        then:
        playing.did == [['Masterator', 'D']]
    }

    def "help names every command, and every command is known"() {
        given:
        def help = shell.execute('help').text()

        expect:
        shell.names() == ['reload', 'panic', 'bank', 'monitor', 'forget', 'words', 'ports', 'status', 'help', 'quit']
        shell.names().every { name -> help.any { it.startsWith(name) } }
    }

    def "after '#before' these may follow: #offered"() {
        expect:
        new Completions(shell, playing, WORDS).after(before) == offered

        where:
        before            || offered
        ['bank']          || ['Masterator', 'Other', 'A', 'B', 'C', 'D', "'Late night'"]
        ['bank', 'Other'] || ['A', "'Late night'"]
        ['monitor']       || ['off', "'MIDI Mix'"]
        ['forget']        || ["'old one'", 'Masterator']
        ['words']         || ['transpose']
        ['panic']         || []
        []                || ['reload', 'panic', 'bank', 'monitor', 'forget', 'words', 'ports', 'status', 'help', 'quit', 'four', 'mix', 'transpose']
    }

    def "the status line leaves out what matters least"() {
        expect:
        playing.status().line(width) == line

        where:
        width || line
        99    || 'masterator | Masterator C | Other A | missing: Keys | 2 faults | held 1 | 120.0 bpm'
        80    || 'masterator | Masterator C | Other A | missing: Keys | 2 faults | held 1'
    30    || 'masterator | Masterator C'
        5     || 'maste'
    }

    def "a piped shell does its lines and ends in silence, or at quit"() {
        given:
        def out = new ByteArrayOutputStream()

        expect:
        new PlainShell(shell, new ByteArrayInputStream(input.bytes), new PrintStream(out)).run() == end
        out.toString() == text

        where:
        input                || end               | text
        'panic\n1+1\n'       || Shell.End.SILENCE | 'Every note is off.\n2\n'
        'quit\npanic\n'      || Shell.End.QUIT    | ''
    }
}
