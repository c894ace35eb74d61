package roadcase.cli

import java.nio.file.Path
import roadcase.files.Folders
import spock.lang.Specification
import spock.lang.TempDir

class MainSpec extends Specification {
    @TempDir Path here

    Gigs gigs = { gig, text -> throw new IllegalStateException('nobody reads here') }

    private Map run(String... args) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def face = new Face(InputStream.nullInputStream(), new PrintStream(out, true, 'UTF-8'), new PrintStream(err, true, 'UTF-8'),
                false, [:], new Folders({ null }, 'Linux', here), gigs, here)
        [code: Main.run(face, args), out: out.toString('UTF-8'), err: err.toString('UTF-8')]
    }

    def "every command has help with an example and ends with 0"() {
        when:
        def help = run(command, '--help')

        then:
        help.code == 0
        help.out.contains("Usage: roadcase $command")
        help.out.contains("Example: roadcase $command")
        help.out.readLines().every { it.length() <= 80 }

        where:
        command << Main.commandLine(Face.ofProcess()).subcommands.keySet()
    }

    def "an unknown command is a mistake, and says what was meant"() {
        when:
        def wrong = run('port')

        then:
        wrong.code == 1
        wrong.out == ''
        wrong.err == "There is no command 'port'; did you mean 'ports'?\n`roadcase --help` says what there is.\n"
    }

    def "an unknown option is a mistake"() {
        when:
        def wrong = run('ports', '--mdi', 'jack')

        then:
        wrong.code == 1
        wrong.err.contains('--mdi')
        wrong.err.contains('`roadcase ports --help` says what there is.')
    }

    def "ports and doctor say through what they look, and why"() {
        when:
        def ports = run('ports', '--midi', 'java')
        def doctor = run('doctor', '--midi', 'java')

        then:
        ports.code == 0
        ports.out.readLines()[0] == "MIDI through java: Java's own MIDI, because it was asked for"
        ports.out.contains("'Gervill'")
        doctor.out.contains("MIDI through java: Java's own MIDI, because it was asked for")
        doctor.out.contains('cmake -S native -B native/build')
    }

    def "no command at all is a mistake that shows the commands"() {
        expect:
        run().code == 1
        run().err.contains('doctor')
    }

    def "a fault of ours is a sentence, a log and 2"() {
        when: 'no language is installed beside the kernel of this Spec'
        def fault = run('words')

        then:
        fault.code == 2
        fault.err.startsWith('This is a fault of Roadcase, not yours: no language is installed')
        fault.err.contains(here.resolve('.local/state/roadcase/faults.txt').toString())
        here.resolve('.local/state/roadcase/faults.txt').toFile().text.contains('IllegalStateException')
    }
}
