package roadcase.stage

import java.util.concurrent.TimeUnit

/** A network of a Spec's own, so that nobody else is on Link there. Linux, as root. */
class LinkNetwork implements AutoCloseable {
    /** It keeps the network alive. */
    private final Process holder = new ProcessBuilder('unshare', '-n', 'sh', '-c', 'ip link set lo up && echo up && exec sleep 100000')
            .redirectErrorStream(true).start()

    LinkNetwork() {
        def said = holder.inputStream.newReader().readLine()
        assert said == 'up': "no network of our own: $said"
    }

    /** Whether this machine lets us have one, and has LinkHut, an independent peer. */
    static boolean isAllowed() {
        hasAll('unshare', 'nsenter', 'ip', 'LinkHut') && new ProcessBuilder('unshare', '-n', 'true').start().waitFor() == 0
    }

    private static boolean hasAll(String... tools) {
        tools.every { tool -> System.getenv('PATH').split(File.pathSeparator).any { new File(it, tool).canExecute() } }
    }

    /** What a command is, run in there. */
    List<String> inside(List<String> command) {
        ['nsenter', "--target=${holder.pid()}".toString(), '--net', '--', *command]
    }

    @Override
    void close() {
        holder.destroyForcibly()
        holder.waitFor(10, TimeUnit.SECONDS)
    }
}
