package roadcase.midi

import java.lang.ProcessBuilder.Redirect
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger

/** A JACK server of a Spec's own: a dummy driver under a name that no other has, and JACK's tools to look at it. */
class JackServer implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger()
    private static boolean swept
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20)

    final String name
    final int period
    private final File log = File.createTempFile('jackd', '.log')
    private final Thread end = new Thread({ process?.destroyForcibly() })
    private Process process
    private final List<Process> tools = new CopyOnWriteArrayList<>()

    /** Synchronous (-S), because asynchronous JACK loses MIDI when a client misses its cycle on a busy machine. */
    JackServer(int period = 64) {
        sweep()
        this.name = "spec-${ProcessHandle.current().pid()}-${COUNT.incrementAndGet()}"
        this.period = period
        Runtime.runtime.addShutdownHook(end)
        start()
    }

    /** Whether this machine has JACK's server and its tools. */
    static boolean isInstalled() {
        ['jackd', 'jack_lsp', 'jack_connect', 'jack_midi_dump'].every { tool ->
            System.getenv('PATH').split(File.pathSeparator).any { new File(it, tool).canExecute() }
        }
    }

    /** For the name of a server that was killed by another JVM. */
    private JackServer(String name) {
        this.name = name
        this.period = 64
        Runtime.runtime.addShutdownHook(end)
        start()
    }

    /**
     * JACK has room for eight names of servers on a machine, and a server that was killed keeps its own until one of
     * that name ends well. Frees those that a JVM of ours left behind when it was killed.
     */
    private static synchronized void sweep() {
        if (swept) return
        swept = true
        def registry = new File('/dev/shm/jack-shm-registry')
        def left = registry.exists() ? (registry.getText('ISO-8859-1') =~ /jack-\d+:(spec-(\d+)-\d+):/).collect { it } : []
        left.findAll { ProcessHandle.of(it[2] as long).empty }.each { new JackServer(it[1] as String).close() }
    }

    void start() {
        process = launch(Redirect.to(log), 'jackd', '-n', name, '-R', '-P', '70', '-S', '-d', 'dummy', '-r', '48000',
                '-p', period as String)
        await("the JACK server '$name' answers") {
            assert process.alive: "jackd ended with ${process.exitValue()}: $log.text"
            run('jack_lsp').contains('system:')
        }
    }

    /** As a crash would end it. */
    void kill() {
        process.destroyForcibly()
        assert process.waitFor(10, TimeUnit.SECONDS)
    }

    /** Stands still, as on a machine that has too much to do. */
    void stop() {
        signal('STOP')
        // The signal is on its way only; until every thread stands, requests are still answered.
        await('the server stands still') {
            new File("/proc/${process.pid()}/task").listFiles().every { new File(it, 'stat').text.replaceAll(/.*\) /, '').startsWith('T') }
        }
    }

    /** Goes on after {@link #stop}. */
    void goOn() { signal('CONT') }

    private void signal(String which) {
        assert new ProcessBuilder('kill', "-$which", process.pid() as String).start().waitFor() == 0
    }

    /**
     * What a tool printed, errors too. A server that is busy refuses new clients for a moment, so a tool that was not
     * let in tries again, for twenty seconds at most.
     */
    String run(String... command) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
        while (true) {
            String printed = once(command)
            if (!printed.contains('jack_client_open() failed') || !process?.alive || System.nanoTime() > deadline) return printed
        }
    }

    /** Twenty seconds at most. */
    private String once(String... command) {
        def tool = launch(command)
        def text = new StringBuffer()
        def reader = Thread.startDaemon { tool.inputStream.eachLine { text << it << '\n' } }
        if (!tool.waitFor(20, TimeUnit.SECONDS)) tool.destroyForcibly()
        reader.join(2000)
        text
    }

    /** A tool that runs until the server is closed, and what it has printed so far. */
    List<String> background(String... command) {
        def tool = launch(command)
        tools << tool
        def lines = new CopyOnWriteArrayList<String>()
        Thread.startDaemon { tool.inputStream.eachLine { lines << it } }
        lines
    }

    /** All connections, as {@code from → to}. */
    List<String> connections() {
        String from = null
        run('jack_lsp', '-c').readLines().findResults {
            if (!it.startsWith('   ')) { from = it; return null }
            def isOutput = outputs.contains(from)
            isOutput ? "$from → ${it.trim()}" as String : null
        }
    }

    private Set<String> getOutputs() {
        String port = null
        def found = [] as Set
        run('jack_lsp', '-p').readLines().each {
            if (it.startsWith('\t')) { if (it.contains('output')) found << port } else port = it
        }
        found
    }

    @Override
    void close() {
        tools.each { it.destroyForcibly() }
        // Ending well, so that its name is free again, see sweep(); a second time where it was killed or hung.
        if (!process.alive || !endsWell()) {
            kill()
            start()
            endsWell()
        }
        Runtime.runtime.removeShutdownHook(end)
        log.delete()
        // A server that was killed leaves these behind.
        def names = new File('/dev/shm').listFiles()?.findAll { it.name.startsWith('jack') && it.name.contains("_${name}_") }
        names*.delete()
    }

    private boolean endsWell() {
        goOn()
        process.destroy()
        process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
    }

    /** Waits for other processes, twenty seconds at most. */
    static void await(String what, Closure<Boolean> holds) {
        long deadline = System.nanoTime() + PATIENCE
        while (!holds()) {
            assert System.nanoTime() < deadline: "$what: not within 20 s"
            Thread.sleep(20)
        }
    }

    private Process launch(Redirect output = Redirect.PIPE, String... command) {
        def builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output)
        builder.environment().JACK_DEFAULT_SERVER = name
        // The desktop's sound server would otherwise ask for the same device.
        builder.environment().JACK_NO_AUDIO_RESERVATION = '1'
        try {
            builder.start()
        } catch (IOException missing) {
            throw new AssertionError("${command[0]} is missing: install jackd2 (apt-get install jackd2). $missing.message")
        }
    }
}
