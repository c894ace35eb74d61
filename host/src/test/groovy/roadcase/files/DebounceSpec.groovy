package roadcase.files

import java.nio.file.Path
import spock.lang.Specification

/** Time in milliseconds here; the debounce does not care. */
class DebounceSpec extends Specification {
    static final Path GIG = Path.of('/gig.groovy')
    static final Path ROOM = Path.of('/room.groovy')
    static final String EMPTY = ContentHash.of('')
    static final String GONE = ''

    def debounce = new Debounce(60, 500)
    Map<Path, String> disk = [(GIG): 'A', (ROOM): 'R']

    def setup() {
        debounce.watch(disk, [:], 0)
    }

    void at(long time, Map<Path, String> change) {
        disk += change
        debounce.observe(disk, time)
    }

    def "a change is told once, after the quiet time"() {
        when:
        at 1000, [(GIG): 'B']
        then:
        debounce.due() == 1060
        debounce.take(1059).isEmpty()
        debounce.take(1060) == [GIG] as Set
        debounce.take(5000).isEmpty()
        debounce.due() == Long.MAX_VALUE
    }

    def "writing in steps is one event with the last content"() {
        when:
        at 1000, [(GIG): 'B']
        at 1050, [(GIG): 'C']
        at 1100, [(GIG): 'D']
        then:
        debounce.take(1159).isEmpty()
        debounce.take(1160) == [GIG] as Set
        debounce.due() == Long.MAX_VALUE
    }

    def "a touch, and a change that is taken back at once, are nothing"() {
        when:
        at 1000, [(GIG): 'A']
        then:
        debounce.due() == Long.MAX_VALUE
        when:
        at 1010, [(GIG): 'B']
        at 1030, [(GIG): 'A']
        then:
        debounce.due() == Long.MAX_VALUE
        debounce.take(9000).isEmpty()
    }

    def "what is written all the time is told after the most time, and again"() {
        when:
        def told = []
        for (long t = 1000; t < 3000; t += 20) {
            at t, [(GIG): "content $t".toString()]
            if (debounce.take(t)) told << t
        }
        then:
        told == [1500, 2020, 2540]
    }

    def "a file #hollow between two steps of a save is not told"() {
        when:
        at 1000, [(GIG): hash]
        at 1200, [(GIG): 'B']
        then:
        debounce.take(1259).isEmpty()
        debounce.take(1260) == [GIG] as Set
        where:
        hollow    | hash
        'empty'   | EMPTY
        'missing' | GONE
    }

    def "a file that stays #hollow is told after the most time, once"() {
        when:
        at 1000, [(GIG): hash]
        then:
        debounce.due() == 1500
        debounce.take(1499).isEmpty()
        debounce.take(1500) == [GIG] as Set
        debounce.due() == Long.MAX_VALUE
        when: 'it comes back'
        at 2000, [(GIG): 'A']
        then:
        debounce.take(2060) == [GIG] as Set
        where:
        hollow    | hash
        'empty'   | EMPTY
        'missing' | GONE
    }

    def "moved away and back with the same content is nothing"() {
        when:
        at 1000, [(GIG): GONE]
        at 1100, [(GIG): 'A']
        then:
        debounce.due() == Long.MAX_VALUE
    }

    def "files saved together are told together"() {
        when:
        at 1000, [(GIG): 'B']
        at 1040, [(ROOM): 'S']
        then:
        debounce.take(1060).isEmpty()
        debounce.take(1100) == [GIG, ROOM] as Set
    }

    def "a file just emptied when the most time is over waits for its own turn"() {
        when:
        (0..9).each { at 1000 + it * 50, [(GIG): "content $it".toString()] }
        at 1490, [(ROOM): EMPTY]
        then:
        debounce.take(1500) == [GIG] as Set
        debounce.due() == 1990
        debounce.take(1990) == [ROOM] as Set
    }

    def "a file that appears in a watched folder is a change"() {
        when:
        at 1000, [(Path.of('/lib/New.groovy')): 'N']
        then:
        debounce.take(1060) == [Path.of('/lib/New.groovy')] as Set
    }

    def "a file in a watched folder that vanishes is a change"() {
        given:
        def helper = Path.of('/lib/Helper.groovy')
        debounce.watch(disk + [(helper): 'H'], [:], 100)
        when:
        debounce.observe(disk, 1000)
        then:
        debounce.take(1500) == [helper] as Set
    }

    def "what the reader read is known, and what came after its reading is told"() {
        when: 'the reader read B, and meanwhile C was saved'
        debounce.watch([(GIG): 'C', (ROOM): 'R'], [(GIG): 'B', (ROOM): 'R'], 1000)
        then:
        debounce.take(1060) == [GIG] as Set
    }

    def "a new set forgets the old one and keeps what was reported"() {
        when: 'a change is under way while the set is replaced'
        at 1000, [(GIG): 'B']
        debounce.watch([(GIG): 'B', (Path.of('/other.groovy')): 'O'], [:], 1020)
        debounce.observe([(GIG): 'B', (Path.of('/other.groovy')): 'O'], 1030)
        then:
        debounce.take(1060) == [GIG] as Set
        debounce.due() == Long.MAX_VALUE
    }
}
