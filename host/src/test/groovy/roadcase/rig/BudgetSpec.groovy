package roadcase.rig

import static roadcase.rig.Budget.Verdict.*

import spock.lang.Specification

/** What code may use: time on the processor, time standing still, memory. Virtual time, in milliseconds. */
class BudgetSpec extends Specification {
    static final long MEGABYTE = 1 << 20

    final Budget budget = new Budget(64 * MEGABYTE)

    static long ms(number) {
        (number * 1_000_000) as long
    }

    void setup() {
        budget.begin(0, ms(700), 900 * MEGABYTE)
    }

    /** Looks at these times, with what the code had worked until then; what followed from the first that was not fine. */
    Object looks(int every, int until, Closure<Number> workedAt, boolean waits = false, int patience = 1) {
        for (int t = every; t <= until; t += every) {
            def verdict = budget.look(ms(t), ms(700 + workedAt(t)), 900 * MEGABYTE, waits, patience)
            if (verdict != FINE) return [t, verdict]
        }
        FINE
    }

    def "code that works all the time is asked to stop after 20 ms and left after 50"() {
        expect:
        looks(5, 100) { it } == [20, STOP]
        (25..45).step(5).every { budget.look(ms(it), ms(700 + it), 0, false, 1) == FINE }
        budget.look(ms(50), ms(750), 0, false, 1) == LEAVE
    }

    def "code that stands still is asked and left as one that works"() {
        expect:
        looks(5, 100, { 0 }, true) == [20, STOP]
        (25..45).step(5).every { budget.look(ms(it), ms(700), 0, true, 1) == FINE }
        budget.look(ms(50), ms(700), 0, true, 1) == LEAVE
        budget.still() == ms(50)
    }

    def "work and waits are added"() {
        expect:
        looks(5, 100, { it / 2 }, true) == [20, STOP]
        budget.still() == ms(10)
    }

    def "where the machine gives code a tenth of a processor it is not to blame"() {
        expect:
        looks(5, 1000) { it / 10 } == [200, STOP]
    }

    def "where it gives none at all, the others do not wait for ever"() {
        expect:
        looks(5, 1000) { 0 } == [250, STOP]
        (255..495).step(5).every { budget.look(ms(it), ms(700), 0, false, 1) == FINE }
        budget.look(ms(500), ms(700), 0, false, 1) == LEAVE
    }

    def "a look that comes late, because the JVM or the machine paused, is no fault of the code"() {
        expect:
        budget.look(ms(5), ms(705), 0, false, 1) == FINE
        budget.look(ms(400), ms(706), 0, false, 1) == FINE
        budget.look(ms(405), ms(711), 0, false, 1) == FINE
        budget.look(ms(414), ms(720), 0, false, 1) == STOP
    }

    def "a cold machine has ten times the patience"() {
        expect:
        looks(5, 1000, { it }, false, 10) == [200, STOP]
    }

    def "memory counts from the beginning of the turn, also what was given back"() {
        expect:
        budget.look(ms(1), ms(701), 963 * MEGABYTE, false, 1) == FINE
        budget.look(ms(2), ms(702), 964 * MEGABYTE, false, 1) == STOP_FOR_MEMORY
        budget.look(ms(31), ms(731), 2_000 * MEGABYTE, false, 1) == FINE
        budget.look(ms(33), ms(733), 3_000 * MEGABYTE, false, 1) == LEAVE
    }

    def "a JVM that counts nothing has the wall clock"() {
        given:
        budget.begin(0, Gauge.UNKNOWN, Gauge.UNKNOWN)

        expect:
        (1..19).every { budget.look(ms(it), Gauge.UNKNOWN, Gauge.UNKNOWN, false, 1) == FINE }
        budget.look(ms(20), Gauge.UNKNOWN, Gauge.UNKNOWN, false, 1) == STOP
    }

    def "a new turn begins with nothing"() {
        given:
        looks(5, 15) { it }

        when:
        budget.begin(ms(15), ms(715), 0)

        then:
        budget.look(ms(30), ms(730), 0, false, 1) == FINE
        budget.still() == 0
    }

    def "this JVM counts both"() {
        given:
        def gauge = Gauge.ofTheMachine()
        def before = [gauge.cpuNanos(Thread.currentThread()), gauge.allocatedBytes(Thread.currentThread())]
        def grown = new byte[1 << 20]

        expect:
        gauge.allocatedBytes(Thread.currentThread()) - before[1] >= grown.length
        gauge.cpuNanos(Thread.currentThread()) > before[0]
    }
}
