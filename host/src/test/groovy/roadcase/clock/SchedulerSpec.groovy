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

    def "every task gets a new time, and equal ones stay in the order in which they were given"() {
        given:
        def random = new Random(7)
        def tasks = (1..500).collect { n -> { now -> ran << (n as String) } as Scheduler.Task }
        def times = tasks.collectEntries { [it, 100L + random.nextInt(50)] }
        tasks.each { assert scheduler.at(random.nextInt(1000), it) }

        when:
        scheduler.retime { times[it] }
        scheduler.run(Long.MAX_VALUE - 1)

        then:
        ran == (1..500).sort(false) { times[tasks[it - 1]] }*.toString()
    }

    def "tasks are forgotten, the others run as they would have"() {
        given:
        def random = new Random(8)
        def all = (1..300).collect { [time: 1L + random.nextInt(100), n: it, task: null] }
        all.each { entry ->
            entry.task = { now -> ran << (entry.n as String) } as Scheduler.Task
            assert scheduler.at(entry.time, entry.task)
        }
        def gone = all.findAll { it.n % 3 == 0 }*.task as Set

        when:
        scheduler.removeIf { gone.contains(it) }

        then:
        scheduler.size() == 200
        scheduler.run(1000)
        ran == all.findAll { it.n % 3 != 0 }.sort(false) { a, b -> a.time <=> b.time ?: a.n <=> b.n }*.n*.toString()
    }

    def "the first runs when asked, due or not"() {
        given:
        at(30, 'late')
        at(20, 'early')

        when:
        scheduler.runFirst(1)

        then:
        ran == ['early']
        scheduler.next() == 30
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
