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

/** A stage: a JACK server, a MIDImix, a host that listens, and a folder with the gig. */
@Requires({ JackServer.isInstalled() })
@Timeout(value = 300, unit = TimeUnit.SECONDS)
abstract class OnJack extends Specification {
    static final String OUT = 'Roadcase:Masterator OUT'
    static final Path GIG = Path.of(System.getProperty('roadcase.house'), 'scripts', 'gigs', 'masterator.groovy')
    private static final long PATIENCE = 30

    @TempDir Path home
    /** Long periods: on a busy machine short ones are skipped, and what is held ends then. */
    @AutoCleanup JackServer jack = new JackServer(1024)
    @AutoCleanup Peer host = new Peer(jack, 'Host')
    final String original = Files.readString(GIG)
    List<AutoCloseable> things = []
    Path gig
    PlayedShow show
    Unit unit

    def setup() { gig = Files.copy(GIG, home.resolve('masterator.groovy')) }

    def cleanup() { things.reverseEach { it.close() } }

    Unit plugIn() {
        unit = new Unit(jack)
        things << unit
        unit
    }

    PlayedShow play(String... options) {
        show = new PlayedShow(jack.name, home, gig.toString(), '--midi', 'jack', *options)
        things << show
        show
    }

    /** Plays, and waits until the unit is painted and the host connected, as another program connects it. */
    void playToHost(String... options) {
        play(options)
        until('the port of the script is there') { ports.contains(OUT) }
        connectHost()
        if (unit) until('the unit is painted') { unit.painted }
    }

    /** A client that is just coming up may refuse. */
    void connectHost() {
        until('the host is connected') {
            jack.run('jack_connect', OUT, 'Host:in')
            hostConnected
        }
    }

    List<String> getPorts() { jack.run('jack_lsp').readLines() }

    boolean isHostConnected() { jack.connections().contains("$OUT → Host:in" as String) }

    /** The gig with something replaced. */
    String changed(Map<String, String> changes) {
        changes.inject(original) { text, was, is ->
            assert text.contains(was)
            text.replace(was, is)
        }
    }

    void until(Object what, long seconds = PATIENCE, Closure<Boolean> holds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        while (!holds()) {
            if (System.nanoTime() > end) throw new AssertionError("$what: not within $seconds s; the show said ${show?.said},"
                    + " the host heard ${host.heard.takeRight(50)}; connected are ${jack.connections()};"
                    + " the unit: ${unit?.traffic}, the host: ${host.traffic}" as Object)
            Thread.sleep(20)
        }
    }
}
