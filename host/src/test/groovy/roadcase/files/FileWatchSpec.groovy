package roadcase.files

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.function.Predicate
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/**
 * On the real file system; waiting is for events, with a deadline. Slow looks are off, so that the bell must ring; the
 * quiet time is long, so that a busy machine does not tear a save apart.
 */
class FileWatchSpec extends Specification {
    static final FileWatch.Pace EVENTS_ONLY = FileWatch.Pace.ofMillis(200, 1000, 600_000, 25)

    @TempDir Path temp
    Path gig
    LinkedBlockingQueue<Set<Path>> events = new LinkedBlockingQueue<>()
    /** What the gig held when an event came. */
    List<String> contents = Collections.synchronizedList([])
    @AutoCleanup FileWatch watch
    Bell.Maker bell = new Real()

    def setup() {
        gig = temp.resolve('gig.groovy')
        gig.toFile().text = 'one'
    }

    void start(FileWatch.Pace pace = EVENTS_ONLY) {
        watch = new FileWatch({ paths ->
            contents << (Files.exists(gig) ? gig.toFile().text : null)
            events << paths
        }, pace, System::nanoTime, bell)
    }

    Set<Path> next() {
        events.poll(15, TimeUnit.SECONDS)
    }

    /** Nothing but what a change of another file tells: what came before it would have come first. */
    void nothingElse() {
        def mark = temp.resolve('mark.groovy')
        mark.toFile().text = UUID.randomUUID().toString()
        assert next() == [mark] as Set
        assert events.isEmpty()
    }

    def "saving by #habit is one event with the final content"() {
        given:
        start()
        watch.watch([gig, temp.resolve('mark.groovy')] as Set)
        when:
        save(gig)
        then:
        next() == [gig] as Set
        contents == ['two, whole']
        nothingElse()
        where:
        habit                                    | save
        'writing in place'                       | { Path it -> it.toFile().text = 'two, whole' }
        'truncating and writing in two steps'    | { Path it -> inSteps(it) }
        'writing twice'                          | { Path it -> 2.times { i -> it.toFile().text = 'two, whole' } }
        'writing a new file and renaming it'     | { Path it -> byRename(it) }
        'moving to a backup and writing anew'    | { Path it -> byBackup(it) }
        'deleting and writing anew'              | { Path it -> Files.delete(it); it.toFile().text = 'two, whole' }
    }

    static void inSteps(Path file) {
        file.toFile().withOutputStream {
            Thread.yield()
            it.write('two, '.bytes)
            it.flush()
            Thread.yield()
            it.write('whole'.bytes)
        }
    }

    static void byRename(Path file) {
        def fresh = file.resolveSibling('.gig.groovy.swp')
        fresh.toFile().text = 'two, whole'
        Files.move(fresh, file, REPLACE_EXISTING, ATOMIC_MOVE)
    }

    static void byBackup(Path file) {
        def backup = Files.move(file, file.resolveSibling('gig.groovy~'))
        file.toFile().text = 'two, whole'
        Files.delete(backup)
    }

    def "a touch without a change is no event"() {
        given:
        start()
        watch.watch([gig, temp.resolve('mark.groovy')] as Set)
        when:
        Files.setLastModifiedTime(gig, FileTime.fromMillis(1_000_000))
        gig.toFile().text = 'one'
        then:
        nothingElse()
    }

    def "a file that vanishes is told, and its return too"() {
        given:
        start()
        watch.watch([gig] as Set)
        when:
        Files.delete(gig)
        then:
        next() == [gig] as Set
        contents == [null]
        when:
        gig.toFile().text = 'back'
        then:
        next() == [gig] as Set
        contents == [null, 'back']
    }

    def "an include and a lib folder that are not there yet are noticed when they come"() {
        given:
        def include = temp.resolve('parts/deep/splits.groovy')
        def lib = temp.resolve('lib')
        start()
        watch.watch([gig, include] as Set, [lib] as Set, [:])
        when:
        Files.createDirectories(include.parent)
        include.toFile().text = 'split'
        then:
        next() == [include] as Set
        when:
        Files.createDirectories(lib.resolve('chords'))
        lib.resolve('chords/Voicing.groovy').toFile().text = 'class Voicing {}'
        then:
        next() == [lib.resolve('chords/Voicing.groovy')] as Set
        when: 'what is no script, or parked there by an editor, is nobody\'s'
        lib.resolve('notes.txt').toFile().text = 'buy strings'
        lib.resolve('.#Voicing.groovy').toFile().text = 'lock'
        lib.resolve('chords/Voicing.groovy').toFile().text = 'class Voicing { int top }'
        then:
        next() == [lib.resolve('chords/Voicing.groovy')] as Set
        events.isEmpty()
    }

    def "a script behind a link is noticed where it really lies"() {
        given:
        def real = Files.createDirectory(temp.resolve('dotfiles')).resolve('real.groovy')
        real.toFile().text = 'one'
        Files.delete(gig)
        Files.createSymbolicLink(gig, real)
        start()
        watch.watch([gig] as Set)
        when:
        real.toFile().text = 'two'
        then:
        next() == [gig] as Set
    }

    def "a folder that is replaced as a whole, as a checkout or a sync does, is watched on"() {
        given:
        def set = Files.createDirectory(temp.resolve('set'))
        def song = set.resolve('song.groovy')
        song.toFile().text = 'one'
        start(FileWatch.Pace.ofMillis(200, 1000, 100, 25))
        watch.watch([song] as Set)
        when: 'no bell rings for this; the look that makes it sure finds it'
        def fresh = Files.createDirectory(temp.resolve('fresh'))
        fresh.resolve('song.groovy').toFile().text = 'two'
        Files.move(set, temp.resolve('old'))
        Files.move(fresh, set)
        then:
        next() == [song] as Set
        when:
        song.toFile().text = 'three'
        then:
        next() == [song] as Set
    }

    def "replacing the set ends the old one and begins the new one at once"() {
        given:
        def other = temp.resolve('other.groovy')
        other.toFile().text = 'one'
        start()
        watch.watch([gig] as Set)
        watch.watch([other] as Set)
        when:
        gig.toFile().text = 'nobody looks'
        other.toFile().text = 'two'
        then:
        next() == [other] as Set
        events.isEmpty()
    }

    def "a save between reading and watching is told"() {
        given:
        start()
        def read = TextFile.read(gig)
        gig.toFile().text = 'saved meanwhile'
        when:
        watch.watch([gig] as Set, [] as Set, [(gig): read.hash()])
        then:
        next() == [gig] as Set
    }

    def "where the system #has, the files are looked at instead, and that is said"() {
        given:
        bell = maker
        start()
        watch.watch([gig] as Set)
        when:
        gig.toFile().text = 'two'
        then:
        next() == [gig] as Set
        watch.warnings().size() == 1
        watch.warnings()[0].contains('looked at every 25 ms instead. Raise fs.inotify.max_user_watches')
        where:
        has                         | maker
        'has no instances left'     | new NoInstances()
        'has no watches left'       | new NoWatches()
    }

    static class Real implements Bell.Maker {
        Bell make() {
            new SystemBell()
        }
    }

    static class NoInstances implements Bell.Maker {
        Bell make() {
            throw new IOException('User limit of inotify instances reached')
        }
    }

    static class NoWatches implements Bell, Bell.Maker {
        Bell make() {
            this
        }

        void hang(Set<Path> folders) {
            throw new IOException('User limit of inotify watches reached')
        }

        boolean await(long nanos, Predicate<Path> concerns) {
            TimeUnit.NANOSECONDS.sleep(nanos)
            false
        }

        void close() {}
    }

    def "a folder in the place of a script, the root, and a link in a circle do no harm"() {
        given:
        Files.createSymbolicLink(temp.resolve('circle'), temp.resolve('circle'))
        Files.createSymbolicLink(Files.createDirectory(temp.resolve('lib')).resolve('again'), temp)
        start()
        when:
        watch.watch([temp, Path.of('/'), gig, temp.resolve('circle')] as Set, [temp.resolve('lib')] as Set, [:])
        gig.toFile().text = 'two'
        then:
        next().contains(gig)
        watch.warnings() == []
    }

    def "a folder with too many files is watched as far as it goes, and that is said"() {
        given:
        def lib = Files.createDirectory(temp.resolve('lib'))
        (0..Look.MOST).each { Files.createFile(lib.resolve("${it}.txt")) }
        start()
        when:
        watch.watch([gig] as Set, [lib] as Set, [:])
        gig.toFile().text = 'two'
        then:
        next() == [gig] as Set
        watch.warnings()[0].contains('more than 10,000 files')
    }

    def "a listener that throws is named and called again for the next save"() {
        given:
        def calls = new LinkedBlockingQueue()
        def broken = { calls << it; throw new IllegalStateException('no') }
        watch = new FileWatch(broken, EVENTS_ONLY, System::nanoTime, bell)
        watch.watch([gig] as Set)
        when:
        gig.toFile().text = 'two'
        then:
        calls.poll(15, TimeUnit.SECONDS)
        when:
        gig.toFile().text = 'three'
        then:
        calls.poll(15, TimeUnit.SECONDS)
        watch.warnings()[0].contains('could not be dealt with')
    }

    def "the listener's thread is a daemon of low priority, and ends when closed"() {
        given:
        def threads = new LinkedBlockingQueue<Thread>()
        watch = new FileWatch({ threads << Thread.currentThread() }, EVENTS_ONLY, System::nanoTime, bell)
        watch.watch([gig] as Set)
        gig.toFile().text = 'two'
        def thread = threads.poll(15, TimeUnit.SECONDS)
        expect:
        thread.daemon
        thread.priority == Thread.MIN_PRIORITY
        thread.name == 'roadcase-watch'
        when:
        watch.close()
        thread.join(5000)
        then:
        !thread.alive
    }
}
