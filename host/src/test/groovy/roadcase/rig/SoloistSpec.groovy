package roadcase.rig

import java.util.concurrent.BlockingQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Reaction
import spock.lang.Specification
import spock.lang.Timeout

/** User code runs in order on a thread of its own, and can be late without making anybody else late. */
@Timeout(20)
class SoloistSpec extends Specification {
    static final long MOST_BYTES = 64 << 20

    /** What the soloist's thread has used, as the Spec says. */
    static class Used implements Gauge {
        volatile long cpu
        volatile long bytes

        long cpuNanos(Thread thread) { cpu }

        long allocatedBytes(Thread thread) { bytes }
    }

    final BlockingQueue<String> faults = new LinkedBlockingQueue<>()
    final BlockingQueue<String> slow = new LinkedBlockingQueue<>()
    final BlockingQueue<Object> said = new LinkedBlockingQueue<>()
    final Used used = new Used()
    final Soloist.Critic critic = new Soloist.Critic() {
        void fault(Reaction r, ReactionFault f) { faults << (r.id() + ': ' + f.sentence()) }
        void slow(Reaction r, ReactionFault f) { slow << (r.id() + ': ' + f.sentence()) }
    }
    final Soloist soloist = new Soloist(critic, ReactionFault::sentence, used, MOST_BYTES)
    final Happening what = new Happening()

    /** Looks after it has worked so long. */
    void worked(long nanos) {
        used.cpu += nanos
        soloist.watch(System.nanoTime())
    }

    /** Looks every 5 ms while nothing is worked at all. */
    void stoodStill(int millis) {
        long from = System.nanoTime() + 1_000_000_000
        (0..millis.intdiv(5)).each { soloist.watch(from + it * 5_000_000L) }
    }

    void cleanup() {
        soloist.close()
    }

    static Reaction reaction(String id, Reaction.Handler code) {
        new Reaction(id, Reaction.On.EVENT, code, new Origin('gig.groovy', 3, 1))
    }

    def <T> T next(BlockingQueue<T> queue) {
        queue.poll(10, TimeUnit.SECONDS)
    }

    void play(Reaction reaction) {
        assert soloist.play(reaction, what, null)
    }

    def "reactions run one at a time, in the order in which they were given, on another thread"() {
        given:
        def order = reaction('order') { h -> said << [h.number, Thread.currentThread().name] }

        when:
        100.times { what.number = it; play(order) }

        then:
        (0..<100).collect { next(said) } == (0..<100).collect { [it, 'roadcase-soloist'] }
    }

    def "what happened is copied: the caller may use its object again"() {
        given:
        def gate = new CountDownLatch(1)
        play(reaction('gate') { h -> gate.await() })
        what.value = 5
        play(reaction('value') { h -> said << h.value })
        what.value = 6

        when:
        gate.countDown()

        then:
        next(said) == 5d
    }

    def "code that throws is told, and the next runs: #thrown"() {
        when:
        play(reaction('bad') { h -> throw thrown })
        play(reaction('good') { h -> said << 'good' })

        then:
        next(said) == 'good'
        next(faults).startsWith('bad: ')

        where:
        thrown << [new IllegalArgumentException('a sentence'), new StackOverflowError(), new AssertionError('x' as Object), new Exception()]
    }

    def "code over its budget is asked to stop where it stands; afterwards all goes on"() {
        given:
        def running = new CountDownLatch(1)
        play(reaction('slow') { h ->
            running.countDown()
            while (true) ScriptThread.check()
        })
        play(reaction('next') { h -> ScriptThread.check(); said << 'next' })
        running.await()

        when:
        worked(Budget.MOST_NANOS)

        then:
        next(said) == 'next'
        next(faults) == 'slow: this code took longer than 20 ms and was stopped; for what comes later say after(1.second) { ... }'
        soloist.abandoned() == 0
    }

    def "within its budget nothing is asked"() {
        given:
        def running = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        play(reaction('quick') { h ->
            running.countDown()
            go.await()
            ScriptThread.check()
            said << 'done'
        })
        running.await()

        when:
        worked(Budget.MOST_NANOS - 1)
        go.countDown()

        then:
        next(said) == 'done'
        faults.isEmpty()
    }

    def "code that does not come back is left behind; a new soloist goes on with what waits, and the old one is not heard"() {
        given:
        def running = new CountDownLatch(1)
        def stuck = new CountDownLatch(1)
        def back = new LinkedBlockingQueue()
        play(reaction('stuck') { h ->
            running.countDown()
            while (stuck.count) try { stuck.await() } catch (InterruptedException e) { }
            back << ScriptThread.isLeftBehind()
        })
        play(reaction('next') { h -> said << ScriptThread.isLeftBehind() })
        running.await()

        when:
        worked(Budget.MOST_NANOS)
        worked(Budget.GRACE_NANOS)

        then:
        next(said) == false
        next(faults) == 'stuck: this code does not come back; it is left behind and the others go on without it'
        soloist.abandoned() == 1

        when:
        stuck.countDown()

        then:
        next(back) == true

        when:
        play(reaction('after') { h -> said << 'after' })

        then:
        next(said) == 'after'
    }

    def "code that stands still is stopped as if it worked, and left behind after 50 ms"() {
        given:
        def running = new CountDownLatch(1)
        play(reaction('asleep') { h -> running.countDown(); new CountDownLatch(1).await() })
        play(reaction('next') { h -> said << 'next' })
        running.await()

        when:
        stoodStill(35)

        then:
        faults.isEmpty()

        when:
        stoodStill(50)

        then:
        next(said) == 'next'
        next(faults).startsWith('asleep: this code does not come back')
    }

    def "code that asks for more memory than there is for one reaction is stopped, and told so"() {
        given:
        def running = new CountDownLatch(1)
        play(reaction('hungry') { h -> running.countDown(); while (true) ScriptThread.check() })
        running.await()

        when:
        used.bytes = MOST_BYTES
        soloist.watch(System.nanoTime())

        then:
        next(faults) == 'hungry: this code asked for more than 64 MB of memory and was stopped; does a list or a text here ' +
                'grow for ever?'
    }

    def "what an earlier reaction used is not charged to the next"() {
        given:
        used.cpu = 10_000_000_000
        used.bytes = 10 * MOST_BYTES
        def running = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        play(reaction('quick') { h -> running.countDown(); go.await(); ScriptThread.check(); said << 'done' })
        running.await()

        when:
        soloist.watch(System.nanoTime())
        go.countDown()

        then:
        next(said) == 'done'
        faults.isEmpty()
    }

    def "after so many pieces of code that do not come back no more is begun until one does; the line is not lost"() {
        given:
        def stuck = new CountDownLatch(1)
        Soloist.MOST_LEFT.times { n ->
            def running = new CountDownLatch(1)
            play(reaction("stuck $n") { h -> running.countDown(); stuck.await() })
            running.await()
            worked(Budget.MOST_NANOS)
            worked(Budget.GRACE_NANOS)
        }
        play(reaction('next') { h -> said << 'next' })

        expect:
        faults.size() == Soloist.MOST_LEFT + 1
        faults.toArray()[-1].contains('16 pieces of code do not come back')

        when:
        soloist.watch(System.nanoTime())

        then:
        said.isEmpty()

        when:
        stuck.countDown()
        long deadline = System.nanoTime() + 10_000_000_000
        while (said.isEmpty() && System.nanoTime() < deadline) soloist.watch(System.nanoTime())

        then:
        next(said) == 'next'
    }

    def "code that runs after a time is new each time and yet known again when it fails"() {
        given:
        def later = { n -> new Reaction('after gig$1', Reaction.On.MOMENT, { h -> said << n; throw new IllegalStateException('no') }, Origin.NOWHERE) }

        when:
        5.times { play(later(it)) }
        play(reaction('good') { h -> said << 'good' })

        then:
        (0..3).collect { next(said) } == [0, 1, 2, 'good']
    }

    def "three faults in a row put a reaction aside until a new rig plays; another one is not touched"() {
        given:
        def runs = new AtomicInteger()
        def bad = reaction('bad') { h -> runs.incrementAndGet(); throw new IllegalStateException('no') }
        def good = reaction('good') { h -> said << 'good' }

        when:
        5.times { play(bad) }
        play(good)

        then:
        next(said) == 'good'
        runs.get() == 3
        faults.size() == 4
        faults.toArray()[3] == 'bad: ' + Patience.SENTENCE
        soloist.putAside() == 1

        when:
        soloist.reloaded()
        play(bad)
        play(good)

        then:
        next(said) == 'good'
        runs.get() == 4
        soloist.putAside() == 0
    }

    def "too many reactions are refused, not queued without end, and what was taken is played"() {
        given:
        def gate = new CountDownLatch(1)
        def running = new CountDownLatch(1)
        def ran = new AtomicInteger()
        play(reaction('gate') { h -> running.countDown(); gate.await() })
        running.await()

        when:
        def taken = (1..5_000).count { soloist.play(reaction('more') { h -> ran.incrementAndGet() }, what, null) }
        gate.countDown()

        then:
        taken < 5_000

        when:
        def last = new CountDownLatch(1)
        while (!soloist.play(reaction('last') { h -> last.countDown() }, what, null)) Thread.onSpinWait()
        last.await()

        then:
        ran.get() == taken
    }

    def "the watch of its own cancels what is slow and rests while nothing runs"() {
        given:
        soloist.startWatching()

        when:
        play(reaction('slow') { h -> while (true) ScriptThread.check() })

        then:
        next(faults).startsWith('slow: this code took longer')
    }
}
