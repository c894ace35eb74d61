package roadcase.cli

import java.nio.file.Path
import roadcase.files.Folders
import spock.lang.Specification
import spock.lang.TempDir

/** The simulated desk at the command line. What it answers is in SimulatedDeskSpec. */
class DeskCommandSpec extends Specification {
    @TempDir Path here

    private Map run(String... args) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def face = new Face(InputStream.nullInputStream(), new PrintStream(out, true, 'UTF-8'),
                new PrintStream(err, true, 'UTF-8'), false, [:], new Folders({ null }, 'Linux', here),
                { gig, text -> throw new IllegalStateException('nobody reads here') }, here)
        [code: Main.run(face, args), out: out.toString('UTF-8'), err: err.toString('UTF-8')]
    }

    def "a simulated #model says where it listens, on this machine only"() {
        when:
        def ran = run('desk', '--simulate', '--model', model, '--port', '0', '--seconds', '0.2')

        then:
        ran.code == 0
        ran.out.readLines()[0] ==~ "A simulated $model listens at 127.0.0.1, UDP port \\d+; Ctrl-C ends it\\."
        ran.out.readLines()[1] == 'It heard 0 messages, sent 0 and refused 0 packets.'
        ran.err == ''

        where:
        model << ['x32', 'xair']
    }

    def "#wrong is a mistake with a sentence"() {
        when:
        def ran = run(*(['desk', '--simulate', '--seconds', '0.1'] + wrong))

        then:
        ran.code == 1
        ran.err.contains(sentence)
        ran.out == ''

        where:
        wrong                    || sentence
        ['--model', 'x33']       || "There is no simulated 'x33'; did you mean 'x32'? There are: x32, xair"
        ['--loss', '101']        || '--loss is 101.0: percents are 0 to 100'
        ['--port', '70000']      || '--port is 70000: ports are 1 to 65535'
        ['--operator', '-1']     || '--operator is -1.0'
        ['--bind', '203.0.113.9', '--port', '0'] || 'OSC cannot listen at 203.0.113.9'
    }
}
