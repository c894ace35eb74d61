package roadcase.stage

import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A stage whose gig has a rack: somebody plays its keys, and its sound is recorded at its port of JACK. */
abstract class OnRack extends OnJack {
    protected static final int RATE = 48_000
    private static final Path BUILT = Path.of(System.getProperty('jna.library.path', '/nowhere'))

    /** Whether the module for plugins and our own ones for tests are built. */
    static boolean havePlugins() {
        Files.exists(BUILT.resolve('libroadcase-plugins.so')) && Files.isDirectory(fixture('sine'))
    }

    /** A plugin of our own, made to do one thing. */
    static Path fixture(String name) { BUILT.resolve("fixtures/fixture-${name}.vst3") }

    /** Puts these into the player's own folder of plugins, so that they are found by name. */
    void install(String... names) {
        def folder = Files.createDirectories(home.resolve('.vst3'))
        names.each {
            def link = folder.resolve("fixture-${it}.vst3")
            if (!Files.exists(link)) Files.createSymbolicLink(link, fixture(it))
        }
    }

    /** Plays a gig with an input called Keys and an output of Masterator's, until it is heard through JACK. */
    protected void playRack(String gigText, String... options) {
        Files.writeString(gig, gigText)
        if (!unit) plugIn()
        playToHost(options)
        until('the engine plays through JACK') { show.hasSaid('Sound through jack') && audioPort }
        until('the host plays our keys') {
            jack.run('jack_connect', 'Host:out', 'Roadcase:Keys')
            jack.connections().contains('Host:out → Roadcase:Keys')
        }
    }

    /** The port of the sound: the engine is a client of its own. */
    protected String getAudioPort() { ports.find { it ==~ /Roadcase sound.*:left/ } }

    /** The loudest sample of a second at our audio port, as JACK's own recorder hears it. */
    protected double getHeard() { loudest(recorded(1) {}) }

    protected static double loudest(short[] samples) { samples.inject(0) { most, s -> Math.max(most, Math.abs((int) s)) } / 32768d }

    /** What JACK's own recorder hears at our audio port while {@code what} is done. */
    protected short[] recorded(int seconds, Closure<?> what) {
        def port = audioPort
        if (port == null) return new short[0]
        def file = home.resolve("heard-${System.nanoTime()}.wav")
        def tool = Thread.startDaemon { jack.run('jack_rec', '-f', file.toString(), '-d', seconds as String, '-b', '16', port) }
        what()
        tool.join(TimeUnit.SECONDS.toMillis(seconds + 20))
        if (!Files.exists(file) || Files.size(file) < 100) return new short[0]
        def bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(44)
        short[] samples = new short[bytes.remaining().intdiv(2)]
        bytes.asShortBuffer().get(samples)
        samples
    }

    /** The loudest sample of each 20 ms. */
    protected static List<Double> loudness(short[] samples) {
        int span = RATE.intdiv(50)
        (0..<samples.length.intdiv(span)).collect { int n ->
            int most = 0
            for (int i = n * span; i < (n + 1) * span; i++) most = Math.max(most, Math.abs((int) samples[i]))
            most / 32768d
        }
    }

    protected long getEngine() {
        show.process.descendants().filter { it.info().command().orElse('').endsWith('roadcase-engine') }
                .mapToLong { it.pid() }.findFirst().orElse(0)
    }
}
