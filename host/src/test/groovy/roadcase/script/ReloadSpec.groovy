package roadcase.script

import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import roadcase.rig.plan.Overlay
import roadcase.script.toy.Toy

class ReloadSpec extends Gigs {
    def swaps = new LinkedBlockingQueue<Result>()
    def refusals = new LinkedBlockingQueue<Result.Failed>()
    def faults = new LinkedBlockingQueue<Throwable>()
    Reload reload

    def cleanup() { reload?.close() }

    private void start(String text) {
        def first = read(text)
        reload = new Reload(reader, folder.resolve('gig.groovy'), { Overlay.NOTHING }, first.sources(), { generations << it.generation(); swaps << it }, { refusals << it }, { faults << it })
    }

    def "a save is read and handed on, a mistake is told, and its mending handed on again"() {
        given:
        start("say 'one'")

        when:
        file('gig.groovy', "say 'two'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        Toy.said == ['one', 'two']

        when:
        file('gig.groovy', "sai 'three'")

        then:
        refusals.poll(10, TimeUnit.SECONDS).errors()*.sentence() == ["a script has no word 'sai'; did you mean 'say'?"]
        swaps.isEmpty()

        when:
        file('gig.groovy', "say 'three'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        Toy.said == ['one', 'two', 'three']
    }

    def "includes, lib and a room that appears later are watched"() {
        given:
        file('two.groovy', "say 'two'")
        start("include 'two'")

        when:
        file('two.groovy', "say 'changed'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)

        when:
        file('room.groovy', "say 'room'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)

        when:
        file('lib/Helper.groovy', 'class Helper { }')

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        Toy.said == ['two', 'changed', 'room', 'changed', 'room', 'changed']
    }

    def "another file becomes the gig's text, also for later saves"() {
        given:
        start("say 'one'")
        def other = file('other.groovy', "say 'other'")

        when:
        reload.request(other)

        then:
        swaps.poll(10, TimeUnit.SECONDS).rig().name() == 'gig'

        when:
        file('other.groovy', "say 'later'")

        then:
        swaps.poll(10, TimeUnit.SECONDS).rig().name() == 'gig'
        Toy.said == ['one', 'other', 'later']
    }

    def "another file that cannot be read is refused, and the gig's own is watched on"() {
        given:
        def other = file('other.groovy', "sai 'other'")
        start("say 'one'")

        when:
        reload.request(other)

        then:
        refusals.poll(10, TimeUnit.SECONDS)

        when:
        file('gig.groovy', "say 'two'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        Toy.said == ['one', 'two']
    }

    def "requests that come while one is read are one more reading"() {
        given:
        def gate = new CountDownLatch(1)
        def entered = new CountDownLatch(1)
        def first = read("say 'x'")
        reload = new Reload(reader, folder.resolve('gig.groovy'), { Overlay.NOTHING }, first.sources(), {
            generations << it.generation()
            swaps << it
            entered.countDown()
            gate.await()
        }, { refusals << it }, { faults << it })

        when:
        reload.request()
        entered.await()
        5.times { reload.request() }
        gate.countDown()

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        swaps.poll(10, TimeUnit.SECONDS)
        swaps.poll(300, TimeUnit.MILLISECONDS) == null
    }

    def "a listener that throws is told, and the next save is read all the same"() {
        given:
        def first = read("say 'one'")
        boolean well = false
        reload = new Reload(reader, folder.resolve('gig.groovy'), { Overlay.NOTHING }, first.sources(), {
            generations << it.generation()
            if (!well) throw thrown
            swaps << it
        }, { if (!well) throw thrown; refusals << it }, { faults << it })

        when:
        file('gig.groovy', "say 'two'")

        then:
        faults.poll(10, TimeUnit.SECONDS).is(thrown)

        when:
        file('gig.groovy', "sai 'three'")

        then:
        faults.poll(10, TimeUnit.SECONDS).is(thrown)

        when:
        well = true
        file('gig.groovy', "say 'three'")

        then:
        swaps.poll(10, TimeUnit.SECONDS)
        faults.isEmpty()

        where:
        thrown << [new IllegalStateException('the stage fell down'), new StackOverflowError()]
    }

    def "after the end nothing is read"() {
        given:
        start("say 'one'")

        when:
        reload.close()
        reload.request()

        then:
        swaps.poll(300, TimeUnit.MILLISECONDS) == null
    }
}
