package roadcase.rig

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import org.opentest4j.TestAbortedException
import roadcase.files.AtomicFile
import roadcase.rig.Memory.Entry
import spock.lang.Specification
import spock.lang.TempDir

/** What a gig remembers on a real disk that is full, or that nothing can be written to. Needs root on Linux. */
class FullDiskSpec extends Specification {
    @TempDir Path temp
    Path disk
    Path path
    final MemorySpec.Gig gig = new MemorySpec.Gig()

    void setup() {
        disk = Files.createDirectory(temp.resolve('disk'))
        path = disk.resolve('gig/memory.json')
        if (!run('mount', '-t', 'tmpfs', '-o', 'size=256k', 'roadcase-spec', disk.toString()))
            throw new TestAbortedException('a small disk can only be made by root on Linux, where it may mount')
    }

    void cleanup() {
        run('umount', disk.toString())
    }

    private static boolean run(String... command) {
        try {
            def process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
        } catch (IOException noSuchCommand) {
            return false
        }
    }

    private Memory memory() {
        new Memory(new AtomicFile(path, Memory::unusable), 'gig', Clock.systemUTC())
    }

    private Memory remembering() {
        def memory = memory()
        memory.load()
        memory.attach(gig)
        memory
    }

    def "a full disk: what was there stays whole, why is told, nothing is left over, and with room it is all written"() {
        given:
        def remembered = remembering()
        gig.set('bank', Entry.text('A'))
        remembered.save(0)

        when:
        def filling = disk.resolve('filling').toFile()
        try {
            while (true) filling << new byte[4096]
        } catch (IOException full) {
            assert full.message.contains('No space left')
        }
        gig.set('bank', Entry.text('B'))
        remembered.save(0)

        then:
        remembered.fault() == "What the gig remembers is not on disk: $path could not be written: the disk is full; make room. " +
                'What was there before is untouched. It is tried again.'
        memory().load() == new Memory.Loaded([bank: Entry.text('A')], [])
        path.parent.toFile().list().every { !it.endsWith('.tmp') }

        when:
        filling.delete()
        remembered.save(0)

        then:
        remembered.fault() == null
        memory().load().entries() == [bank: Entry.text('B')]
    }

    def "a disk that can only be read: what is on it is used, and why nothing is kept is told"() {
        given:
        def remembered = remembering()
        gig.set('bank', Entry.text('A'))
        remembered.save(0)
        assert run('mount', '-o', 'remount,ro', disk.toString())

        when:
        def next = remembering()

        then:
        next.entries() == [bank: Entry.text('A')]
        next.warnings() == []

        when:
        gig.set('bank', Entry.text('B'))
        next.save(0)

        then:
        next.fault().contains('the disk is read-only')
        memory().load().entries() == [bank: Entry.text('A')]
    }

    def "a spoilt file on a disk that can only be read means defaults, and is not hidden"() {
        given:
        Files.createDirectories(path.parent)
        Files.writeString(path, '{"version":1,"entr')
        assert run('mount', '-o', 'remount,ro', disk.toString())

        when:
        def loaded = memory().load()

        then:
        loaded.entries() == [:]
        loaded.warnings()[0].startsWith("$path is not used: it is not JSON from line 1")
        loaded.warnings()[0].contains('could not be put aside')
        Files.readString(path) == '{"version":1,"entr'
    }
}
