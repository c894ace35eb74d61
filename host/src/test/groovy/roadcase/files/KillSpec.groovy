package roadcase.files

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

class KillSpec extends Specification {
    static final int TIMES = Integer.getInteger('roadcase.kills', 100)

    /** Writers that wait to begin: a JVM takes longer to start than to be killed. */
    static final int WAITING = 3

    @TempDir Path temp
    final Deque<Process> waiting = new ArrayDeque<>()
    int writers

    void cleanup() {
        waiting*.destroyForcibly()
    }

    @Timeout(600)
    def "whenever the writer is killed, the file is whole and nothing that was said to be written is lost"() {
        given:
        def file = temp.resolve('state/memory.json')
        def seed = System.nanoTime()
        def random = new Random(seed)
        def torn = 0
        long next = 1
        expect:
        TIMES.times {
            long said = writeUntilKilled(file, next, random.nextInt(25_000_000))
            // before any mending: the file itself is whole
            assert WriteForEver.fault(Files.readAllBytes(file)) == null
            torn += leftovers(file)
            def read = new AtomicFile(file, WriteForEver::fault).read()
            assert read.warnings() == []
            def number = WriteForEver.number(read.bytes())
            assert number in said..said + 1: "seed $seed"
            assert leftovers(file) == 0
            next = number + 1
        }
        // else the kills never hit the middle of writing, and nothing was shown
        torn > 0
    }

    /** The number that was said last. */
    private long writeUntilKilled(Path file, long from, long nanos) {
        while (waiting.size() < WAITING) waiting << writer(file)
        def child = waiting.poll()
        def said = temp.resolve("said ${child.pid()}").toFile()
        try {
            child.outputStream.withWriter { it << "$from\n" }
            def end = System.nanoTime() + 20_000_000_000L
            while (!said.text.contains('\n') && System.nanoTime() < end) Thread.onSpinWait()
            end = System.nanoTime() + nanos
            while (System.nanoTime() < end) Thread.onSpinWait()
        } finally {
            child.destroyForcibly()
            assert child.waitFor(20, TimeUnit.SECONDS)
        }
        // what follows the last line end was cut off
        def whole = said.text
        whole.take(whole.lastIndexOf('\n')).readLines().last() as long
    }

    private Process writer(Path file) {
        def said = temp.resolve("writer ${writers++}").toFile()
        def child = new ProcessBuilder("${System.getProperty('java.home')}/bin/java", '-XX:TieredStopAtLevel=1',
                '-XX:+UseSerialGC', '-Xshare:auto', '-XX:-UsePerfData', '-cp', System.getProperty('java.class.path'),
                WriteForEver.name, file.toString()).redirectErrorStream(true).redirectOutput(said).start()
        said.renameTo(temp.resolve("said ${child.pid()}").toFile())
        child
    }

    private static int leftovers(Path file) {
        file.parent.toFile().list().count { it.endsWith('.tmp') }
    }
}
