package roadcase.rig

import roadcase.rig.plan.Origin
import roadcase.rig.plan.Reaction
import spock.lang.Specification

/** Code that takes long and comes to its end is told, now and then. */
class SlowCodeSpec extends Specification {
    static final long MS = 1_000_000
    static final long SECOND = 1_000 * MS

    final SlowCode slow = new SlowCode()
    long now

    Reaction code(int line) {
        new Reaction("line $line", Reaction.On.EVENT, { h -> }, new Origin('gig.groovy', line, 1))
    }

    List told(int times, int line, long apart) {
        (1..times).findAll { slow.took(code(line), 3 * MS, now += apart) }
    }

    def "it is told where, how long and how often"() {
        given:
        8.times { slow.took(code(7), 9 * MS, it) }

        expect:
        slow.took(code(7), 4 * MS, SECOND) == null
        with(slow.took(code(7), 3 * MS + 450_000, 2 * SECOND)) {
            origin() == new Origin('gig.groovy', 7, 1)
            sentence() == 'this code took 3.4 ms (10 times over 2 ms, at worst 9 ms); other code waits meanwhile, the routes do not'
        }
    }

    def "the first time is let pass, then the second, the tenth, the hundredth time are told"() {
        expect:
        told(2_000, 7, SECOND) == [2, 10, 100, 1000]
        slow.times() == 1_999
    }

    def "many places together say no more than a sentence in a second"() {
        given:
        (1..50).each { slow.took(code(it), 3 * MS, 0) }

        expect:
        (1..50).count { slow.took(code(it), 3 * MS, now += SECOND.intdiv(10)) } == 5
    }

    def "places without end are not kept without end"() {
        given:
        (1..10_000).each { slow.took(code(it), 3 * MS, 0) }

        expect:
        slow.took(code(1), 3 * MS, 0) != null
        slow.took(code(9_999), 3 * MS, 10 * SECOND) == null
    }

    def "after a reload it is all forgotten"() {
        given:
        told(5, 7, SECOND)

        when:
        slow.begin()

        then:
        slow.times() == 0
        told(2, 7, SECOND) == [2]
    }
}
