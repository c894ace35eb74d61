package roadcase.cli.shell

import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.jline.terminal.impl.ExternalTerminal
import roadcase.rig.Rig
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class JLineShellSpec extends Specification {
    @TempDir Path folder

    def playing = Stub(Playing) {
        names() >> ([] as Set)
        rig() >> Rig.empty('empty')
        status() >> new Status('empty', [:], [:], [], [], [], 0, 0, Status.Code.FINE, 0, [])
        say(_) >> { String line -> Reply.said("said " + line) }
    }

    private List run(String type, String input) {
        def out = new ByteArrayOutputStream()
        def terminal = new ExternalTerminal('spec', type, new ByteArrayInputStream(input.getBytes('UTF-8')), out, StandardCharsets.UTF_8)
        def shell = new JLineShell(terminal, new ShellCommands(playing, []), playing, [], folder.resolve('state/history'))
        def end = shell.run()
        shell.close()
        [end, out.toString('UTF-8')]
    }

    def "a #type terminal takes commands and words until quit"() {
        when:
        def (end, text) = run(type, 'lead.play(C4)\nquit\n')

        then:
        end == Shell.End.QUIT
        text.contains('said lead.play(C4)')

        where:
        type << ['dumb', 'xterm', 'ansi']
    }

    def "the end of what is typed is a wish to end the show"() {
        expect:
        run('dumb', 'panic\n')[0] == Shell.End.QUIT
    }

    def "typed lines are kept for the next evening"() {
        when:
        run('dumb', 'lead.play(C4)\nquit\n')

        then:
        folder.resolve('state/history').toFile().text.contains('lead.play(C4)')
    }

    def "an exclamation mark and a backslash are plain letters"() {
        expect:
        run('dumb', '!lead \\d\nquit\n')[1].contains('said !lead \\d')
    }
}
