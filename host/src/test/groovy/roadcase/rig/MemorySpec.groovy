package roadcase.rig

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import roadcase.files.AtomicFile
import roadcase.rig.Memory.Entry
import spock.lang.Specification
import spock.lang.TempDir

/** Virtual time in milliseconds, but for the Specs that name the thread. */
class MemorySpec extends Specification {
    static class Gig implements Memory.Source {
        volatile Map<String, Entry> names = [:]
        volatile long revision
        volatile Closure whileCollecting = {}

        void set(String name, Entry entry) {
            names = names + [(name): entry]
            revision++
        }

        void remove(String name) {
            names = names.findAll { it.key != name }
            revision++
        }

        long revision() {
            revision
        }

        void collect(Map<String, Entry> into) {
            whileCollecting()
            into.putAll(names)
        }
    }

    static final FOREIGN = 'it is not a memory of Roadcase, which begins with a "version"'

    static String newer(String version) {
        "it was written by a newer Roadcase (version $version, this one knows 1); with that one, rename it back"
    }

    @TempDir Path temp
    Path path
    Gig gig = new Gig()
    Instant evening = Instant.parse('2026-11-20T20:00:00Z')

    def setup() {
        path = temp.resolve('masterator/memory.json')
    }

    Memory memory() {
        new Memory(new AtomicFile(path, Memory::unusable), 'masterator', Clock.fixed(evening, ZoneOffset.UTC))
    }

    /** Loaded and attached, without its thread. */
    Memory remembering() {
        def memory = memory()
        memory.load()
        memory.attach(gig)
        memory
    }

    Memory.Loaded loaded() {
        memory().load()
    }

    void onDisk(String text) {
        Files.createDirectories(path.parent)
        path.toFile().setText(text, 'UTF-8')
    }

    Map json() {
        new ObjectMapper().readValue(path.toFile(), Map)
    }

    static long ms(long millis) {
        millis * 1_000_000
    }

    /** Looks every 200 ms from..to, saves when due; the times of saving. */
    List<Long> looks(Memory memory, long from, long to, Closure before = {}) {
        def saves = []
        for (long t = from; t <= to; t += 200) {
            before(t)
            if (memory.due(ms(t))) {
                memory.save(ms(t))
                saves << t
            }
        }
        saves
    }

    def "what a gig remembers is on disk, one line for each name, and is found again"() {
        given:
        gig.set('Masterator', Entry.text('B'))
        gig.set('Masterator / A / mute 1', Entry.on(true))
        gig.set('Masterator / A / fader 2', Entry.value(64))
        gig.set('depth', Entry.value(0.5d, 0.3d))
        gig.set('"ü" \u0001\n♫', Entry.text('a "quoted"\ntext'))
        when:
        remembering().save(0)
        then:
        path.toFile().getText('UTF-8') == '''\
            {
              "version": 1,
              "gig": "masterator",
              "saved": "2026-11-20T20:00:00Z",
              "entries": {
                "\\"ü\\" \\u0001\\n♫": {"text":"a \\"quoted\\"\\ntext"},
                "Masterator": {"text":"B"},
                "Masterator / A / fader 2": {"value":64},
                "Masterator / A / mute 1": {"on":true},
                "depth": {"value":0.5,"script":0.3}
              }
            }
            '''.stripIndent()
        loaded().entries() == gig.names
        loaded().warnings() == []
    }

    def "the number #number comes back as it was"() {
        given:
        gig.set('value', Entry.value(number))
        remembering().save(0)
        expect:
        loaded().entries() == [value: Entry.value(number)]
        where:
        number << [0d, -1d, 127d, 0.1d, -23.5d, 1e-300d, 1.7e308d, 1e15d, 9007199254740993d, Math.PI]
    }

    def "a single change is written at the next calm look, and then nothing more"() {
        given:
        def memory = remembering()
        looks(memory, 0, 1000)
        gig.set('a', Entry.on(true))
        expect:
        looks(memory, 1200, 5000) == [1400]
        json().entries == [a: [on: true]]
    }

    def "under constant change every change is on disk within a second"() {
        given:
        def memory = remembering()
        looks(memory, 0, 1000)
        when:
        def saves = looks(memory, 1200, 11_200) { t -> gig.set('fader', Entry.value(t as double)) }
        then: 'a change is noticed at most 200 ms after it was made'
        def last = 1200
        saves.each {
            assert it - last + 200 <= 1000
            last = it
        }
        saves.size() in 10..20
    }

    def "a change and back before the save writes nothing"() {
        given:
        gig.set('a', Entry.on(false))
        def memory = remembering()
        looks(memory, 0, 1000)
        def before = Files.getAttribute(path, 'unix:ino')
        when:
        gig.set('a', Entry.on(true))
        gig.set('a', Entry.on(false))
        looks(memory, 1200, 2000)
        then:
        Files.getAttribute(path, 'unix:ino') == before
    }

    def "a gig without anything to remember leaves no file"() {
        when:
        looks(remembering(), 0, 2000)
        then:
        !Files.exists(path)
    }

    def "what changes while it is gathered is saved next time"() {
        given:
        gig.set('a', Entry.value(1))
        def memory = remembering()
        gig.whileCollecting = {
            gig.whileCollecting = {}
            def before = gig.names
            gig.set('a', Entry.value(2))
            gig.names = before
        }
        memory.save(0)
        gig.names = [a: Entry.value(2)]
        expect:
        json().entries.a.value == 1
        looks(memory, 200, 1000) == [400]
        json().entries.a.value == 2
    }

    def "a name that vanished keeps what it had, with its date, until it is forgotten"() {
        given:
        gig.set('a', Entry.on(true))
        gig.set('b', Entry.value(7))
        def memory = remembering()
        memory.save(0)
        when: 'the script is edited'
        gig.remove('b')
        memory.save(0)
        then:
        json().entries.b == [value: 7, gone: '2026-11-20T20:00:00Z']
        memory.vanished() == ['b'] as Set
        memory.entries() == [a: Entry.on(true), b: Entry.value(7)]
        loaded().entries().b == Entry.value(7)
        when: 'another evening'
        evening = evening.plus(Duration.ofDays(1))
        memory = remembering()
        memory.save(0)
        then: 'the date stays that of its going'
        json().entries.b.gone == '2026-11-20T20:00:00Z'
        when: 'it comes back'
        gig.set('b', memory.entries().b)
        memory.save(0)
        then:
        json().entries.b == [value: 7]
        when:
        gig.remove('b')
        memory.save(0)
        then:
        memory.forget('b')
        !memory.forget('b')
        !memory.forget('never heard of')
        looks(memory, 1000, 2000) == [1200]
        json().entries == [a: [on: true]]
    }

    def "a file that is #how means defaults and a warning, and is kept aside"() {
        given:
        Files.createDirectories(path.parent)
        Files.write(path, content.getBytes('ISO-8859-1'))
        when:
        def memory = memory()
        def loaded = memory.load()
        then:
        loaded.entries() == [:]
        loaded.warnings()[0] == "$path is not used: $why. It is kept as memory.json.bad-1."
        loaded.warnings()[1] == 'Nothing is remembered: the gig starts with its defaults.'
        memory.warnings() == loaded.warnings()
        path.resolveSibling('memory.json.bad-1').toFile().bytes == content.getBytes('ISO-8859-1')
        when: 'the gig goes on'
        gig.set('a', Entry.on(true))
        memory.attach(gig)
        memory.save(0)
        then:
        memory.fault() == null
        this.loaded().entries() == [a: Entry.on(true)]
        where:
        how                    | content                                  | why
        'empty'                | ''                                       | 'it is empty'
        'truncated'            | '{"version":1,"entries":{"a":{"on":t'    | 'it is not JSON from line 1, column 35'
        'followed by rubbish'  | '{"version":1,"entries":{}} x'           | 'it is not JSON from line 1, column 28'
        'binary'               | '\u0000\u0001\u00ff\u00fe'               | 'it is not JSON from line 1, column 2'
        'nested without end'   | '[' * 100_000                            | 'it is not JSON'
        'a list'               | '[1,2]'                                  | FOREIGN
        'foreign'              | '{"name":"roadcase","version":"1.0"}'    | FOREIGN
        'without entries'      | '{"version":1,"entries":[]}'             | 'it has no "entries"'
        'from before time'     | '{"version":0,"entries":{}}'             | 'there never was a version 0'
        'of a newer version'   | '{"version":2,"entries":{}}'             | newer('2')
        'of a huge version'    | '{"version":99999999999,"entries":{}}'   | newer('99999999999')
    }

    def "after a spoilt file the last good copy is used"() {
        given:
        def memory = remembering()
        [1, 2].each {
            gig.set('a', Entry.value(it))
            memory.save(0)
        }
        path.toFile().text = '{"vers'
        expect:
        def loaded = loaded()
        loaded.entries() == [a: Entry.value(1)]
        loaded.warnings().size() == 2
    }

    def "fields that nobody knows are kept and written back"() {
        given:
        onDisk '''{"version":1,"colour":{"r":1},
            "entries":{"a":{"value":1,"unit":"dB","curve":[1,2]},"b":{"on":true,"x":0}}}'''
        gig.set('a', Entry.value(2))
        when:
        remembering().save(0)
        then:
        json().colour == [r: 1]
        json().entries.a == [value: 2, unit: 'dB', curve: [1, 2]]
        json().entries.b == [on: true, x: 0, gone: '2026-11-20T20:00:00Z']
    }

    def "a line that cannot be understood harms no other, is told, and is kept"() {
        given:
        onDisk """{"version":1,"entries":{"good":{"on":true},"odd":$line}}"""
        when:
        def loaded = loaded()
        then:
        loaded.entries() == [good: Entry.on(true)]
        loaded.warnings() == ["What is remembered of 'odd' cannot be understood; its default is used."]
        when:
        gig.set('good', Entry.on(false))
        remembering().save(0)
        then:
        def odd = json().entries.odd
        if (odd instanceof Map) assert odd.remove('gone')
        odd == new ObjectMapper().readValue(line, Object)
        where:
        line << ['{"on":"yes"}', '{"value":"loud"}', '{"value":1e999}', '{"text":5}', '{"value":1,"script":true}', '{}',
                 '{"steps":[1,2]}', '[1]']
    }

    def "of many strange lines five are named"() {
        given:
        onDisk(/{"version":1,"entries":{${(1..9).collect { /"n$it":0/ }.join(',')}}}/)
        expect:
        loaded().warnings().size() == 6
        loaded().warnings()[5] == 'The same goes for 4 more names.'
    }

    def "#what is not remembered, which is told; what was there before is kept"() {
        given:
        gig.set(name, Entry.value(1))
        gig.set('other', Entry.on(true))
        def memory = remembering()
        memory.save(0)
        when:
        gig.set(name, entry)
        memory.save(0)
        then:
        memory.fault() == null
        memory.warnings().any { it.contains('is not remembered') }
        loaded().entries() == (name == 'a' ? [a: Entry.value(1), other: Entry.on(true)] : [other: Entry.on(true)])
        loaded().warnings() == []
        where:
        what                | name        | entry
        'no number'         | 'a'         | Entry.value(Double.NaN)
        'an endless number' | 'a'         | Entry.value(1, Double.POSITIVE_INFINITY)
        'a book'            | 'a'         | Entry.text('x' * 100_001)
        'an endless name'   | 'x' * 60000 | Entry.value(2)
    }

    def "of more than 100,000 names the longest vanished go first"() {
        given:
        def lines = (1..99_999).collect { /"old $it":{"on":true,"gone":"2026-01-02T00:00:00Z"}/ }
        lines << '"older":{"on":true,"gone":"2026-01-01T00:00:00Z"}'
        onDisk(/{"version":1,"entries":{${lines.join(',')}}}/)
        gig.set('zz new', Entry.on(true))
        def memory = remembering()
        when:
        memory.save(0)
        then:
        memory.entries().size() == 100_000
        memory.entries()['zz new']
        !memory.entries().older
        memory.warnings() == ["More than 100,000 names are remembered. The longest vanished are forgotten, 'older' " +
                'first.']
    }

    def "a write that fails is told, tried again with growing pauses, and nothing is lost"() {
        given: 'a file where the folder should be'
        temp.resolve('masterator').toFile().text = 'in the way'
        gig.set('a', Entry.on(true))
        def memory = remembering()
        when:
        def tries = looks(memory, 0, 20_000)
        then:
        tries == [200, 800, 1800, 3800, 7800, 15800]
        memory.fault().startsWith("What the gig remembers is not on disk: $path could not be written: ")
        memory.fault().endsWith('What was there before is untouched. It is tried again.')
        when: 'room is made'
        Files.delete(temp.resolve('masterator'))
        gig.set('b', Entry.on(true))
        tries = looks(memory, 20_200, 60_000)
        then:
        tries == [31_800]
        memory.fault() == null
        json().entries.keySet() == ['a', 'b'] as Set
    }

    def "a gig that cannot be gathered is told, and tried again"() {
        given:
        def memory = remembering()
        gig.set('a', Entry.on(true))
        gig.whileCollecting = { throw error }
        when:
        memory.save(0)
        then:
        memory.fault().contains(told)
        when:
        gig.whileCollecting = {}
        memory.save(0)
        then:
        memory.fault() == null
        json().entries.a.on
        where:
        error                                | told
        new ConcurrentModificationException() | 'could not be gathered'
        new StackOverflowError()             | 'could not be gathered'
        new OutOfMemoryError('for a moment') | 'there is no memory left'
    }

    def "without a file everything works and nothing is written"() {
        given:
        def memory = new Memory(null, 'rehearsal', Clock.systemUTC())
        gig.set('a', Entry.on(true))
        expect:
        memory.load() == new Memory.Loaded([:], [])
        memory.start(gig)
        memory.flush(Duration.ofSeconds(1)) == null
        memory.close()
        memory.fault() == null
        temp.toFile().list() == [] as String[]
    }

    def "its thread writes a change within a second, and a flush at once"() {
        given:
        def memory = memory()
        memory.load()
        def gathered = new CountDownLatch(1)
        Thread thread = null
        gig.whileCollecting = {
            thread = Thread.currentThread()
            gathered.countDown()
        }
        memory.start(gig)
        when:
        gig.set('a', Entry.value(1))
        def from = System.nanoTime()
        then: 'the deadline is for a busy machine'
        gathered.await(10, TimeUnit.SECONDS)
        until(10) { loaded().entries() == [a: Entry.value(1)] }
        thread.name == 'roadcase-memory'
        thread.daemon
        thread.priority == Thread.MIN_PRIORITY
        when:
        gig.set('a', Entry.value(2))
        then:
        memory.flush(Duration.ofSeconds(10)) == null
        loaded().entries() == [a: Entry.value(2)]
        when: 'the end'
        gig.set('a', Entry.value(3))
        memory.close()
        thread.join(10_000)
        then:
        loaded().entries() == [a: Entry.value(3)]
        !thread.alive
    }

    def "a disk that does not answer holds a flush no longer than its deadline"() {
        given:
        def memory = memory()
        memory.load()
        def stuck = new CountDownLatch(1)
        gig.whileCollecting = { stuck.await(30, TimeUnit.SECONDS) }
        memory.start(gig)
        gig.set('a', Entry.on(true))
        expect:
        memory.flush(Duration.ofMillis(50)).contains('was not written within 50 ms')
        cleanup:
        stuck.countDown()
        memory.close()
    }

    static boolean until(long seconds, Closure<Boolean> happened) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)
        while (!happened()) {
            if (System.nanoTime() > end) return false
            Thread.onSpinWait()
        }
        true
    }
}
