package roadcase.clock

import spock.lang.Specification

/** Tasks run at their time, in the order of their time, equal ones in the order given. */
class SchedulerSpec extends Specification {
    final Scheduler scheduler = new Scheduler()
    final List<String> ran = []

    void at(long time, String what) {
        assert scheduler.at(time, { now -> ran << what })
    }

    def "tasks run in the order of their time, equal times in the order in which they were given"() {
        when:
        at(30, 'c')
        at(10, 'a')
        at(20, 'b1')
        at(20, 'b2')
        at(20, 'b3')
        scheduler.run(25)

        then:
        ran == ['a', 'b1', 'b2', 'b3']
        scheduler.next() == 30
    }

    def "when the tempo changes, what waits for a beat moves and what has a time does not, in the right order"() {
        given:
        def random = new Random(7)
        def all = (1..500).collect { [time: 100L + random.nextInt(1000), onBeat: random.nextBoolean(), n: it] }
        all.each { task ->
            assert scheduler.at(task.time, new Scheduler.OnBeat() {
                boolean isOnBeat() { task.onBeat }

                void run(long now) { ran << (task.n as String) }
            })
        }

        when:
        scheduler.stretch(50, 2)
        scheduler.run(Long.MAX_VALUE - 1)

        then:
        ran == all.sort(false) { a, b -> when(a) <=> when(b) ?: a.n <=> b.n }*.n*.toString()
    }

    private static long when(Map task) {
        task.onBeat ? 50 + (task.time - 50) * 2 : task.time
    }

    def "nothing waits: there is no deadline"() {
        expect:
        scheduler.next() == Long.MAX_VALUE
        scheduler.size() == 0
    }

    def "what a task adds for no later time runs in the same go, behind its equals"() {
        when:
        scheduler.at(10, { now -> ran << 'first'; scheduler.at(10, { ran << 'added' }); scheduler.at(11, { ran << 'later' }) })
        at(10, 'second')
        scheduler.run(10)

        then:
        ran == ['first', 'second', 'added']
        scheduler.next() == 11
    }

    def "a random heap of tasks runs as a stable sort would have it (#seed)"() {
        given:
        def random = new Random(seed)
        def given = (0..<500).collect { [random.nextInt(40), it] }

        when:
        given.each { time, order -> at(time, "$time $order") }
        def steps = (0..40).collect { scheduler.run(it); ran.size() }

        then:
        ran == given.sort(false) { a, b -> a[0] <=> b[0] ?: a[1] <=> b[1] }.collect { time, order -> "$time $order".toString() }
        steps == (0..40).collect { t -> given.count { it[0] <= t } }

        where:
        seed << (1..20)
    }

    def "a bound number waits; one more is refused; afterwards there is room again"() {
        when:
        (1..Scheduler.MOST).each { assert scheduler.at(it, { }) }

        then:
        !scheduler.at(1, { })
        scheduler.size() == Scheduler.MOST

        when:
        scheduler.run(1)

        then:
        scheduler.at(1, { })

        when:
        scheduler.clear()

        then:
        scheduler.size() == 0
        scheduler.next() == Long.MAX_VALUE
    }

    def "a task that fails is not run again"() {
        given:
        scheduler.at(1, { throw new IllegalStateException() })
        at(2, 'next')

        when:
        scheduler.run(2)

        then:
        thrown(IllegalStateException)

        when:
        scheduler.run(2)

        then:
        ran == ['next']
    }
}
