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
    static final long LATER = Soloist.BUDGET_NANOS + 1
    static final long MUCH_LATER = Soloist.BUDGET_NANOS + Soloist.GRACE_NANOS + 1

    final BlockingQueue<String> faults = new LinkedBlockingQueue<>()
    final BlockingQueue<Object> said = new LinkedBlockingQueue<>()
    final Soloist soloist = new Soloist({ r, f -> faults << (r.id() + ': ' + f.sentence()) })
    final Happening what = new Happening()

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
        soloist.watch(System.nanoTime() + LATER)

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
        soloist.watch(System.nanoTime())
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
        soloist.watch(System.nanoTime() + LATER)
        soloist.watch(System.nanoTime() + MUCH_LATER)

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
