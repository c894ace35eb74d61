package roadcase.stage

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import roadcase.midi.JackServer
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Two `roadcase play` as on two machines: what is played to one is heard by the other, whoever dies in between. */
@Requires({ JackServer.isInstalled() })
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class NetworkOnJackSpec extends Specification {
    /** Two JVMs start, also on a machine that has more to do. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60)

    @TempDir Path home
    @AutoCleanup JackServer jack = new JackServer(1024)
    @AutoCleanup Peer player = new Peer(jack, 'Player')
    @AutoCleanup Peer host = new Peer(jack, 'Host')
    List<AutoCloseable> things = []
    final int port = new ServerSocket(0).withCloseable { it.localPort }

    def cleanup() { things.reverseEach { it.close() } }

    private PlayedShow play(String name, String script, String... options) {
        def folder = Files.createDirectories(home.resolve(name))
        def gig = Files.writeString(folder.resolve("${name}.groovy"), script)
        def show = new PlayedShow(jack.name, folder, gig.toString(), '--midi', 'jack', '--headless', *options)
        things << show
        show
    }

    private PlayedShow playFar() {
        play('far', "virtualInput('From the stage').transpose(12).to(virtualOutput('To the DAW'))", "--network=$port")
    }

    /** The far show's port is one of two clients of Roadcase, so its name ends as it does. */
    private void connectHost() {
        until('the host is connected') {
            def daw = jack.run('jack_lsp').readLines().find { it.endsWith(':To the DAW') }
            daw && jack.run('jack_connect', daw, 'Host:in') != null && jack.connections().any { it == "$daw → Host:in" as String }
        }
    }

    private void until(String what, Closure<Boolean> holds) {
        long end = System.nanoTime() + PATIENCE
        while (!holds()) {
            if (System.nanoTime() > end) throw new AssertionError("$what: not within 60 s; the shows said ${things*.said},"
                    + " the host heard ${host.heard}; connected are ${jack.connections()}" as Object)
            Thread.sleep(20)
        }
    }

    void "a note crosses from show to show; the far one dies with it held, and the next note crosses again"() {
        given:
        def near = play('near', """
            def keys = virtualInput('Keys')
            keys.to(output('localhost:$port/From the stage'))
        """)
        until('the near one plays') { jack.run('jack_lsp').readLines().any { it.endsWith(':Keys') } }
        until('the player is connected') {
            def keys = jack.run('jack_lsp').readLines().find { it.endsWith(':Keys') }
            jack.run('jack_connect', 'Player:out', keys)
            jack.connections().any { it == "Player:out → $keys" as String }
        }
        def far = playFar()
        connectHost()
        until('they met') { near.hasSaid("'localhost:$port/From the stage' is there and taken.") }

        when:
        player.says('90 3C 64')

        then:
        until('heard') { host.heard == ['90 48 64'] }

        when: 'the far one is killed, and another one started'
        far.kill()
        until('missed') { near.hasSaid("'localhost:$port/From the stage' is missing") }
        player.says('80 3C 00')
        host.heard.clear()
        def again = playFar()
        connectHost()
        until('they met again') { near.said.count { it.contains('is there and taken') } == 2 }
        player.says('90 3E 64')

        then:
        until('heard') { host.heard == ['90 4A 64'] }

        when: 'the near one is killed while the key is down'
        near.kill()

        then: 'the far one ends it'
        until('ended') { host.heard == ['90 4A 64', '80 4A 00'] }
        again.hasSaid("Programs on this machine reach this gig's ports at 127.0.0.1:$port.")
        again.end() in [0, 143]
    }
}
