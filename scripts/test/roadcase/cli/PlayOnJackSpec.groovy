package roadcase.cli

import java.lang.ProcessBuilder.Redirect
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** `roadcase play` as a process of its own on a JACK server of its own, with JACK's tools as the other clients. */
@IgnoreIf({ !['jackd', 'jack_lsp', 'jack_connect', 'jack_midi_dump'].every { tool -> System.getenv('PATH').split(':').any { new File(it, tool).canExecute() } } })
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PlayOnJackSpec extends Specification {
    static final GIG = '''
        def out = virtualOutput('To the DAW')
        after(3.seconds) { out.send(noteOn(60, 100)) }
    '''

    @TempDir Path here
    String server = "faces-${ProcessHandle.current().pid()}"
    List<Process> running = []

    def cleanup() {
        running.reverseEach {
            it.destroy()
            if (!it.waitFor(10, TimeUnit.SECONDS)) it.destroyForcibly()
        }
    }

    private Process launch(String output, String... command) {
        def builder = new ProcessBuilder(command).directory(here.toFile()).redirectErrorStream(true).redirectOutput(here.resolve(output).toFile())
        builder.redirectInput(Redirect.from(new File('/dev/null')))
        builder.environment() << [JACK_DEFAULT_SERVER: server, JACK_NO_START_SERVER: '1', XDG_STATE_HOME: here.resolve('state').toString()]
        def process = builder.start()
        running << process
        process
    }

    private String tool(String... command) {
        launch('tool.txt', command).waitFor(20, TimeUnit.SECONDS)
        text('tool.txt')
    }

    private String text(String output) { Files.readString(here.resolve(output)) }

    private static void until(String what, Closure<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
        while (!condition()) {
            assert System.nanoTime() < end: "waited in vain until $what"
            Thread.sleep(50)
        }
    }

    private Process play(Path gig) {
        def classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def library = "-Djna.library.path=${System.getProperty('jna.library.path')}"
        launch('play.txt', Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), library.toString(), '-cp', classes,
                'roadcase.cli.Main', 'play', gig.toString(), '--headless')
    }

    def "another client hears the gig, a save keeps its connection, and SIGTERM ends what is held"() {
        given:
        def gig = Files.writeString(here.resolve('gig.groovy'), GIG)
        launch('jackd.txt', 'jackd', '-n', server, '-R', '-P', '70', '-S', '-d', 'dummy', '-r', '48000', '-p', '64')
        until('the server answers') { tool('jack_lsp').contains('system:') }
        launch('heard.txt', 'stdbuf', '-oL', 'jack_midi_dump', '-a')
        until('the other client is there') { tool('jack_lsp').contains('midi-monitor:input') }

        when:
        def show = play(gig)
        until('the port of the script is there') { tool('jack_lsp').contains('Roadcase:To the DAW') }
        tool('jack_connect', 'Roadcase:To the DAW', 'midi-monitor:input')
        until('the note was heard') { text('heard.txt').contains('90 3c 64') }

        then:
        !text('heard.txt').contains('80 3c')

        when: 'the gig is saved with a port more'
        Files.writeString(gig, GIG + "def other = virtualOutput('Another')\n")
        until('the new port is there') { tool('jack_lsp').contains('Roadcase:Another') }

        then:
        tool('jack_lsp', '-c', 'Roadcase:To the DAW').contains('midi-monitor:input')
        !text('heard.txt').contains('80 3c')

        when:
        show.destroy()

        then:
        show.waitFor(10, TimeUnit.SECONDS)
        until('the note was ended') { text('heard.txt').contains('80 3c') }
    }
}
