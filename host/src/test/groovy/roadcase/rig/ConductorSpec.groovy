package roadcase.rig

import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.function.Consumer
import roadcase.midi.VirtualBackend
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Step
import spock.lang.Specification
import spock.lang.Timeout

/** A show on ports within this process: real threads, real time, gear that comes and goes. */
@Timeout(30)
class ConductorSpec extends Specification {
    final VirtualBackend midi = new VirtualBackend()
    final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>()
    final Witness witness = new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }
        void note(long t, String sentence) { }
        void light(long t, String port, String control, boolean on) { }
    }
    final CountDownLatch first = new CountDownLatch(1)
    Gear gear
    final Conductor conductor = new Conductor(midi, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, { first.countDown() })
    def keys = midi.gear('keys')
    def pads = midi.gear('pads')
    def box = midi.gear('The Box')
    def synth = midi.gear('synth')
    def piano = midi.gear('piano')

    void setup() {
        gear = new Gear(midi, conductor, witness)
        conductor.start()
        gear.start()
        first.await()
    }

    void cleanup() {
        conductor.close()
        gear.close()
        midi.close()
    }

    void plays(SmallGig gig, boolean start = true) {
        def declared = gig.declared()
        assert gear.open(declared.rig()) == []
        def prepared = conductor.prepare(declared)
        if (start) prepared.start()
        else {
            prepared.swap()
            gear.closeOthers(declared.rig())
        }
    }

    static SmallGig gig(List<Step> steps = [], boolean toPiano = false) {
        SmallGig g = new SmallGig()
        g.box()
        g.keys(steps, toPiano ? g.piano() : g.synth())
        g.pads([], g.synth())
        g.controls(['pad 1'], Press.TOGGLE, [], g.synth())
        g
    }

    final Map<Object, List<String>> all = [:].withDefault { [] }

    /** All that this gear has heard so far, but for the question who it is. */
    List<String> heard(port) {
        all[port].addAll(port.take()*.message()*.hex() - ['F0 7E 7F 06 01 F7'])
        all[port]
    }

    /** Waits until a thing is so. */
    static boolean soon(Closure<Boolean> thing) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10)
        while (!thing.call()) {
            if (System.nanoTime() > deadline) return false
            Thread.onSpinWait()
        }
        true
    }

    /** All that came in and was told before is played. */
    void settle() {
        2.times { conductor.ask { null } }
    }

    def "a message goes from gear to gear"() {
        given:
        plays(gig([new Step.Transpose(12)]))

        when:
        keys.play('90 3C 40')

        then:
        soon { heard(synth) == ['90 48 40'] }
    }

    def "a reload between press and release: the off goes where the on went, ports stay the same"() {
        given:
        plays(gig())
        keys.play('90 3C 40')
        soon { heard(synth) == ['90 3C 40'] }

        when:
        plays(gig([new Step.Transpose(7)], true), false)
        keys.play('80 3C 41')
        keys.play('90 3C 42')

        then:
        soon { heard(piano) == ['90 43 42'] }
        heard(synth) == ['90 3C 40', '80 3C 41']
    }

    def "an output that the new rig has not is silenced before its port closes"() {
        given:
        plays(gig())
        keys.play('90 3C 40')
        soon { heard(synth) == ['90 3C 40'] }

        when:
        def other = new SmallGig()
        other.keys([], other.piano())
        plays(other, false)

        then:
        soon { heard(synth) == ['90 3C 40', '80 3C 00'] }
    }

    def "gear that vanishes is missed, and taken again with its lights when it returns"() {
        given:
        plays(gig())
        box.play('90 01 7F')
        soon { heard(box).contains('90 01 7F') }
        def before = heard(box).size()

        when:
        box.vanish()

        then:
        soon { conductor.ask { it.standing().missing() } == ['The Box'] }

        when:
        box.appear()

        then:
        soon { heard(box).size() == before + 5 }
        heard(box).drop(before) == ['90 01 7F', '90 02 00', '90 03 00', '90 04 00', '90 08 00']
        conductor.ask { it.standing().missing() } == []
    }

    def "a keyboard that vanishes leaves no note behind"() {
        given:
        plays(gig())
        keys.play('90 3C 40')
        soon { heard(synth) == ['90 3C 40'] }

        when:
        keys.vanish()

        then:
        soon { heard(synth) == ['90 3C 40', '80 3C 00'] }
    }

    def "panic ends the note and silences every output"() {
        given:
        plays(gig())
        keys.play('90 3C 40')
        soon { heard(synth) == ['90 3C 40'] }

        when:
        conductor.tell { it.panic() }
        settle()

        then:
        heard(synth)[1] == '80 3C 00'
        heard(synth).size() == 2 + 16 * 6
    }

    def "the clean stop ends what is held, also when no further command can be told"() {
        given:
        plays(gig([new Step.After(1, 0)]))
        keys.play('90 3C 40')
        soon { heard(synth) == ['90 3C 40'] }

        when: 'the conductor is busy and its mailbox full'
        def busy = new CountDownLatch(1)
        conductor.tell { busy.await() }
        while (conductor.tell { }) { }
        def closing = Thread.start { conductor.close() }
        busy.countDown()
        closing.join()

        then:
        heard(synth) == ['90 3C 40', '80 3C 00']
    }

    def "a fault of ours costs one command, not the show"() {
        given:
        plays(gig())

        when:
        conductor.tell { throw new IllegalStateException('on purpose') }
        keys.play('90 3C 40')

        then:
        soon { heard(synth) == ['90 3C 40'] }
        soon { faults.any { it.contains('on purpose') } }
    }

    def "a question that fails is answered with its reason"() {
        when:
        conductor.ask { throw new IllegalArgumentException('no such bank') }

        then:
        IllegalStateException e = thrown()
        e.message == 'no such bank'
    }

    def "what waits goes out at its time, with nothing else happening"() {
        given:
        plays(gig([new Step.After(30_000_000, 0)]))
        long before = System.nanoTime()

        when:
        keys.play('90 3C 40')

        then:
        soon { heard(synth) == ['90 3C 40'] }
        System.nanoTime() - before >= 30_000_000
    }

    def "messages from many threads to a stage that reloads all the time: none lost, none twice, none left on"() {
        given:
        plays(gig())
        int count = 2_000

        when:
        def players = [keys, pads].withIndex().collect { port, i ->
            Thread.start {
                count.times { n ->
                    port.play(String.format('%02X %02X 40', 0x90 + i, n % 100))
                    port.play(String.format('%02X %02X 40', 0x80 + i, n % 100))
                }
            }
        }
        int reloads = 0
        while (players.any { it.alive } || reloads < 20) {
            plays(gig(reloads % 2 ? [new Step.ToChannel(1)] : []), false)
            reloads++
        }
        players*.join()

        then:
        soon { conductor.ask { it.standing().received() } == 4 * count }
        def notes = heard(synth)
        notes.count { it.startsWith('9') } == 2 * count
        notes.count { it.startsWith('8') } == 2 * count
        conductor.ask { it.standing().held() } == 0
    }
}
