package roadcase.clock

import spock.lang.Specification

/** What waits for beats comes when the beat does. */
class BeatScheduleSpec extends Specification {
    static final long SECOND = 1_000_000_000
    final Beats beats = new Beats(120, 0)
    final BeatSchedule schedule = new BeatSchedule(beats)
    final List<String> ran = []

    class Task implements BeatSchedule.OnBeat {
        double beat
        String name
        boolean stays

        double beat() { beat }

        void jumped(double by) { if (!stays) beat += by }

        void run(long now) { ran << name }
    }

    Task wait(double beat, String name, boolean stays = false) {
        def task = new Task(beat: beat, name: name, stays: stays)
        assert schedule.add(task)
        task
    }

    void runAll() {
        while (schedule.size() > 0) schedule.runFirst(0)
    }

    def "nothing waits: nothing is due"() {
        expect:
        schedule.next() == Timeline.NEVER
    }

    def "the earliest beat is due first, and its time follows the tempo"() {
        given:
        wait(4, 'bar')
        wait(2, 'half')

        expect:
        schedule.next() == SECOND

        when:
        beats.tempo(SECOND.intdiv(2), 60)

        then:
        schedule.next() == SECOND.intdiv(2) + SECOND

        when:
        runAll()

        then:
        ran == ['half', 'bar']
    }

    def "tasks of one beat run in the order in which they were given"() {
        when:
        ['a', 'b', 'c', 'd'].each { wait(1, it) }
        wait(0.5, 'first')
        runAll()

        then:
        ran == ['first', 'a', 'b', 'c', 'd']
    }

    def "after a jump everybody says anew when it is, and those of one beat keep their order"() {
        given:
        wait(6, 'relative')
        wait(8, 'place 1', true)
        wait(12, 'far')
        wait(8, 'place 2', true)

        when:
        schedule.jumped(-4)

        then:
        schedule.next() == SECOND

        when:
        runAll()

        then:
        ran == ['relative', 'place 1', 'far', 'place 2']
    }

    def "what stands is never due"() {
        given:
        def pulses = new Pulses(120, 0)
        def standing = new BeatSchedule(pulses)
        standing.add(new Task(beat: 1))

        expect:
        standing.next() == SECOND.intdiv(2)

        when:
        pulses.stop(0)

        then:
        standing.next() == Timeline.NEVER
    }
}
