package roadcase.files

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf
import spock.lang.Specification
import spock.lang.TempDir

class AtomicFileSpec extends Specification {
    @TempDir Path temp
    Path path

    def setup() {
        path = temp.resolve('memory.json')
    }

    /** Good is what begins with "good". */
    AtomicFile file(Path at = path) {
        new AtomicFile(at, { byte[] it -> text(it).startsWith('good') ? null : 'it does not begin with good' })
    }

    static String text(byte[] bytes) {
        bytes == null ? null : new String(bytes, StandardCharsets.UTF_8)
    }

    String write(String content, AtomicFile to = file()) {
        to.write(content.getBytes(StandardCharsets.UTF_8))
    }

    List<String> names(Path folder = temp) {
        folder.toFile().list().sort()
    }

    def "what was written is read, also by the next process"() {
        expect:
        write('good 1') == null
        text(file().read().bytes()) == 'good 1'
        file().read().warnings() == []
        names() == ['memory.json']
    }

    def "nothing was written yet: nothing is read, without a warning and without a trace"() {
        expect:
        file().read().bytes() == null
        file().read().warnings() == []
        file(temp.resolve('no/such/folder/memory.json')).read().warnings() == []
        names() == []
    }

    def "a missing folder is made, also through a link to a folder"() {
        given:
        Files.createDirectory(temp.resolve('real'))
        Files.createSymbolicLink(temp.resolve('link'), temp.resolve('real'))
        expect:
        write('good', file(temp.resolve('a/b/memory.json'))) == null
        write('good', file(temp.resolve('link/memory.json'))) == null
        write('good', file(temp.resolve('link/c/memory.json'))) == null
        names(temp.resolve('real')) == ['c', 'memory.json']
    }

    def "the content before is kept as the last good copy"() {
        given:
        def one = file()
        when:
        ['good 1', 'good 2', 'good 3'].each { assert write(it, one) == null }
        then:
        path.toFile().text == 'good 3'
        temp.resolve('memory.json.last').toFile().text == 'good 2'
    }

    def "a file that is #how is put aside with a warning, and the last good copy is used"() {
        given:
        write('good 1')
        write('good 2')
        Files.write(path, content as byte[])
        when:
        def read = file().read()
        then:
        text(read.bytes()) == 'good 1'
        read.warnings().size() == 2
        read.warnings()[0] == "$path is not used: it does not begin with good. It is kept as memory.json.bad-1."
        read.warnings()[1] == 'Its last good copy, memory.json.last, is used.'
        Files.readAllBytes(temp.resolve('memory.json.bad-1')) == content as byte[]
        when: 'the next write'
        write('good 3')
        then:
        text(file().read().bytes()) == 'good 3'
        temp.resolve('memory.json.last').toFile().text == 'good 1'
        where:
        how         | content
        'empty'     | []
        'truncated' | 'goo'.bytes
        'binary'    | [0, 255, 128]
    }

    def "without a good copy a spoilt file means nothing, and a warning"() {
        given:
        path.toFile().text = 'spoilt'
        when:
        def read = file().read()
        then:
        read.bytes() == null
        read.warnings().size() == 1
        names() == ['memory.json.bad-1']
    }

    def "a spoilt copy is put aside too"() {
        given:
        path.toFile().text = 'spoilt'
        temp.resolve('memory.json.last').toFile().text = 'spoilt as well'
        expect:
        file().read().warnings().size() == 2
        names() == ['memory.json.bad-1', 'memory.json.last.bad-1']
    }

    def "a missing file is replaced by its copy, and that is said"() {
        given:
        temp.resolve('memory.json.last').toFile().text = 'good 1'
        expect:
        text(file().read().bytes()) == 'good 1'
        file().read().warnings() == ["$path is missing: its last good copy, memory.json.last, is used. " +
                'To begin afresh, delete both.']
    }

    def "the newest five spoilt files are kept"() {
        when:
        (1..8).each {
            path.toFile().text = "spoilt $it"
            file().read()
        }
        then:
        names() == (4..8).collect { "memory.json.bad-$it".toString() }
        temp.resolve('memory.json.bad-8').toFile().text == 'spoilt 8'
    }

    def "what somebody else spoilt meanwhile is put aside and does not become the good copy"() {
        given:
        def mine = file()
        write('good 1', mine)
        write('good 2', mine)
        path.toFile().text = 'a stranger was here'
        expect:
        write('good 3', mine) == null
        path.toFile().text == 'good 3'
        temp.resolve('memory.json.last').toFile().text == 'good 1'
        temp.resolve('memory.json.bad-1').toFile().text == 'a stranger was here'
    }

    def "a validator that throws counts as a spoilt file"() {
        given:
        path.toFile().text = 'x'
        def read = new AtomicFile(path, { throw new IllegalStateException('odd') }).read()
        expect:
        read.bytes() == null
        read.warnings()[0].contains('it cannot be understood')
    }

    def "a link stays a link: its target is replaced"() {
        given:
        def real = Files.createDirectory(temp.resolve('real')).resolve('store.json')
        real.toFile().text = 'good 1'
        Files.createSymbolicLink(path, temp.relativize(real))
        expect:
        write('good 2') == null
        Files.isSymbolicLink(path)
        real.toFile().text == 'good 2'
        names() == ['memory.json', 'real']
        names(real.parent) == ['store.json', 'store.json.last']
    }

    def "a link to a file and a folder that are not there yet is followed"() {
        given:
        Files.createSymbolicLink(path, temp.resolve('later/store.json'))
        expect:
        file().read().warnings() == []
        write('good 1') == null
        text(file().read().bytes()) == 'good 1'
    }

    def "links in a circle, a folder and a device in the file's place are each a sentence"() {
        given:
        Files.createSymbolicLink(temp.resolve('circle'), temp.resolve('circle'))
        Files.createDirectory(temp.resolve('folder'))
        Files.createSymbolicLink(temp.resolve('full'), Path.of('/dev/full'))
        expect:
        write('good', file(temp.resolve('circle'))).contains('its link points in a circle; mend the link')
        file(temp.resolve('circle')).read().warnings().size() == 1
        write('good', file(temp.resolve('folder'))).contains('a folder has its name')
        file(temp.resolve('folder')).read().warnings() ==
                ["${temp.resolve('folder')} is a folder. Move it away, so that the file can be written.".toString()]
        write('good', file(temp.resolve('full'))).contains('it is not a plain file')
    }

    def "in a folder that cannot be written the old file stays, and a sentence says why"() {
        given:
        def folder = Files.createDirectory(temp.resolve('locked'))
        def here = folder.resolve('memory.json')
        write('good 1', file(here))
        lock(folder)
        when:
        def fault = write('good 2', file(here))
        then:
        fault == "$here could not be written: this user has no permission there; give it (chown, chmod) or choose " +
                'another place. What was there before is untouched.'
        text(file(here).read().bytes()) == 'good 1'
        names(folder) == ['memory.json']
        cleanup:
        unlock(folder)
    }

    def "a spoilt file that cannot be put aside is neither used nor overwritten"() {
        given:
        def folder = Files.createDirectory(temp.resolve('locked'))
        def here = folder.resolve('memory.json')
        here.toFile().text = 'spoilt'
        lock(folder)
        when:
        def read = file(here).read()
        then:
        read.bytes() == null
        read.warnings()[0].contains('It could not be put aside: this user has no permission there')
        write('good 2', file(here)) != null
        here.toFile().text == 'spoilt'
        cleanup:
        unlock(folder)
    }

    /** Root writes everywhere, but not where ext4 says that nothing may change. */
    private static void lock(Path folder) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString('r-xr-xr-x'))
        if (Files.isWritable(folder)) run('chattr', '+i', folder.toString())
    }

    private static void unlock(Path folder) {
        if (System.getProperty('user.name') == 'root') run('chattr', '-i', folder.toString())
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString('rwxr-xr-x'))
    }

    private static void run(String... command) {
        def process = new ProcessBuilder(command).inheritIO().start()
        assert process.waitFor(10, TimeUnit.SECONDS)
        assert process.exitValue() == 0
    }

    @IgnoreIf({ os.windows })
    def "when the disk takes no more the old file stays, nothing is left over, and a sentence says why"() {
        given: 'a process that may write no file of more than 200 blocks'
        write('good 1')
        def java = "${System.getProperty('java.home')}/bin/java -XX:-UsePerfData -XX:TieredStopAtLevel=1"
        def command = "ulimit -f 200; exec $java -cp '${System.getProperty('java.class.path')}' " +
                "$WriteForEver.name '$path' 2"
        def child = new ProcessBuilder('sh', '-c', command.toString()).redirectErrorStream(true).start()
        when:
        def said = child.inputReader().readLine()
        child.destroyForcibly()
        assert child.waitFor(20, TimeUnit.SECONDS)
        then:
        said == "$path could not be written: it is larger than this system allows. What was there before is untouched."
        text(file().read().bytes()) == 'good 1'
        names() == ['memory.json']
    }

    def "a full disk is told as one"() {
        expect:
        Reason.of(new IOException(said)).contains(reason)
        where:
        said                            | reason
        'No space left on device'       | 'the disk is full; make room'
        'Disk quota exceeded'           | 'the disk quota is used up'
        'Read-only file system'         | 'the disk is read-only'
        'Something nobody foresaw'      | 'Something nobody foresaw'
    }

    def "a content beyond the limit is refused before it touches the disk"() {
        expect:
        file().write(new byte[AtomicFile.LIMIT + 1]).contains('larger than 64 MB')
        names() == []
    }

    def "leftovers of dead processes are swept, those of living ones and strangers' files are not"() {
        given:
        def living = ProcessHandle.current().parent().get().pid()
        def files = ['memory.json.999999999-abc-1.tmp', "memory.json.${ProcessHandle.current().pid()}-abc-1.tmp",
                     "memory.json.$living-abc-1.tmp", 'memory.json.mine.tmp', 'other.json.999999999-abc-1.tmp']
        files.each { temp.resolve(it.toString()).toFile().text = 'x' }
        when:
        file().read()
        then:
        names() == [files[2], files[3], files[4]].collect { it.toString() }.sort()
    }

    def "an interrupted thread still writes and reads"() {
        when:
        Thread.currentThread().interrupt()
        def fault = write('good 1')
        def read = file().read()
        then:
        fault == null
        text(read.bytes()) == 'good 1'
        cleanup:
        Thread.interrupted()
    }
}
