package roadcase.stage

import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit

/** {@code roadcase play} as a process of its own, started as the launcher starts it. */
class PlayedShow implements AutoCloseable {
    /** As the launcher chooses for a machine with little memory, but for what is touched before it is needed. */
    static final List<String> SMALL = ['-Xms128m', '-Xmx256m', '-XX:+UseSerialGC']
    /** As for all others. */
    static final List<String> LARGE = ['-Xms512m', '-Xmx512m', '-XX:+UseZGC', '-XX:+AlwaysPreTouch',
            *(Runtime.version().feature() in 21..22 ? ['-XX:+ZGenerational'] : [])]

    /** What it said, errors too. */
    final List<String> said = new CopyOnWriteArrayList<>()
    final Process process

    /** @param server a JACK server's name; state is kept in the home */
    PlayedShow(String server, Path home, String... words) { this(server, home, SMALL, words) }

    /** @param heap one of {@link #SMALL} and {@link #LARGE} */
    PlayedShow(String server, Path home, List<String> heap, String... words) { this(server, home, command(heap, words)) }

    /** On a terminal, made by util-linux's `script`, which hands on the exit code. */
    static PlayedShow onTerminal(Path home, String... words) {
        def quoted = command(SMALL, words).collect { "'$it'" }.join(' ')
        new PlayedShow('nobody', home, ['script', '-qefc', quoted.toString(), '/dev/null'])
    }

    /** In a network of its own, for Link. */
    static PlayedShow inside(LinkNetwork network, String server, Path home, String... words) {
        new PlayedShow(server, home, network.inside(command(SMALL, words)))
    }

    private static List<String> command(List<String> heap, String... words) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        [java, *quiet(), "-Droadcase.house=${System.getProperty('roadcase.house')}".toString(),
                "-Djna.library.path=${System.getProperty('jna.library.path')}".toString(), '-Dfile.encoding=UTF-8',
                *heap, '-XX:ThreadPriorityPolicy=1', '-XX:CompilerThreadPriority=0', '-XX:-PrintWarnings', '-cp', classes, 'roadcase.cli.Main', 'play', *words]
    }

    /** From 24 on Java warns of native code and of Groovy's ways, unless it is told that they are meant. */
    private static List<String> quiet() {
        Runtime.version().feature() >= 24 ? ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'] : []
    }

    private PlayedShow(String server, Path home, List<String> command) {
        def builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
        builder.environment() << [JACK_DEFAULT_SERVER: server, JACK_NO_START_SERVER: '1', TERM: 'xterm',
                XDG_STATE_HOME: home.resolve('state').toString(), XDG_CACHE_HOME: home.resolve('cache').toString(),
                HOME: home.toString()]
        process = builder.start()
        Thread.startDaemon { listen() }
    }

    private void listen() {
        try {
            process.inputStream.eachLine { said << it }
        } catch (IOException closed) {
            // Whoever kills a process closes what it says; a living one is never closed.
            if (process.alive) throw closed
        }
    }

    /** At its prompt. */
    void type(String line) {
        process.outputStream << line + '\n'
        process.outputStream.flush()
    }

    boolean hasSaid(String part) { said.any { it.contains(part) } }

    /** By SIGTERM, as a service or a closing terminal ends it. */
    int end() {
        process.destroy()
        code()
    }

    /** The exit code, once it has ended. */
    int code() {
        assert process.waitFor(20, TimeUnit.SECONDS): "it does not end; it said $said"
        process.exitValue()
    }

    /** With kill -9. */
    void kill() {
        process.destroyForcibly()
        code()
    }

    @Override
    void close() { if (process.alive) kill() }
}
