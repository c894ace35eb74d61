package roadcase.rig

import java.util.concurrent.BlockingQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.function.Consumer
import roadcase.midi.Held
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Step
import spock.lang.Specification
import spock.lang.Timeout

/** What a stage does when its surroundings fail it. */
@Timeout(30)
class StageSpec extends Specification {
    final PortTable ports = new PortTable()
    final Cells cells = new Cells()
    final List<String> sent = []
    boolean refusing
    final Outlet outlet = new Outlet() {
        boolean send(int port, long t, int packed) {
            if (!refusing) sent << ports.port(port).name() + ' ' + Packed.message(packed).hex()
            !refusing
        }

        boolean send(int port, long t, byte[] bytes, int length) {
            !refusing
        }
    }
    final Stage stage = new Stage(outlet, cells, ports, { r, w, l -> true }, Witness.NOBODY, { Consumer c -> c.accept(stage) }, 0L)
    final SmallGig gig = new SmallGig()
    final Batch batch = new Batch()

    void start(SmallGig gig = this.gig) {
        def declared = gig.declared()
        stage.start(Wirer.wire(declared.rig(), declared.link(), ports, cells))
        stage.endTurn()
    }

    void plays(String port, String hex) {
        batch.clear()
        batch.add(stage.now(), ports.find(Direction.INPUT, port), SmallGig.packed(hex))
        stage.message(batch, 0)
        stage.endTurn()
    }

    int port(String name, Direction direction = Direction.OUTPUT) {
        ports.find(direction, name)
    }

    def "a light that could not be sent is sent when it can be"() {
        given:
        gig.box()
        gig.controls(['pad 1'], Press.TOGGLE, [], gig.synth())
        start()
        sent.clear()

        when:
        refusing = true
        plays('The Box', '90 01 7F')
        refusing = false
        plays('The Box', '80 01 7F')

        then:
        sent == ['The Box 90 01 7F']
    }

    def "an input whose driver skipped time ends what it held"() {
        given:
        gig.keys([], gig.synth())
        gig.pads([], gig.synth())
        start()
        plays('keys', '90 3C 40')
        plays('pads', '90 40 40')

        when:
        stage.comings.skipped(port('keys', Direction.INPUT))

        then:
        sent == ['synth 90 3C 40', 'synth 90 40 40', 'synth 80 3C 00']
    }

    def "lights that may have got lost with skipped time are painted anew a moment later, once"() {
        given:
        gig.box()
        start()
        int lights = sent.size()
        sent.clear()

        when:
        3.times { stage.comings.skipped(port('The Box', Direction.INPUT)) }
        stage.now(100_000_000)
        stage.endTurn()

        then:
        lights > 0
        sent.empty

        when:
        stage.now(300_000_000)
        stage.endTurn()

        then:
        sent.size() == lights

        when:
        stage.now(900_000_000)
        stage.endTurn()

        then:
        sent.size() == lights
    }

    def "what there is no room for to wait is refused whole: no off without an on, no on without an off"() {
        given:
        gig.keys([new Step.After(1_000_000, 0)], gig.synth())
        start()
        Set<Integer> on = []

        when: 'far more keys than may wait go down and up at once'
        5_000.times { i ->
            plays('keys', String.format('%02X %02X 40', 0x90 + i.intdiv(128) % 16, i % 128))
        }
        5_000.times { i -> plays('keys', String.format('%02X %02X 40', 0x80 + i.intdiv(128) % 16, i % 128)) }
        stage.now(2_000_000_000)
        sent.each {
            int packed = SmallGig.packed(it - 'synth ')
            int note = Packed.channel(packed) * 128 + Packed.data1(packed)
            if (Packed.isNoteOn(packed)) on << note
            else on.remove(note as Object)
        }

        then:
        on.isEmpty()
        stage.standing().held() == 0
        stage.standing().refused() == 5_000 - Outbox.MOST_BEGINNING
    }

    def "SysEx that waits is bounded by its bytes"() {
        given:
        gig.keys([new Step.After(1_000_000, 0)], gig.synth())
        start()
        byte[] large = new byte[60_000]
        large[0] = (byte) 0xF0
        large[-1] = (byte) 0xF7

        when:
        100.times { stage.sysex(port('keys', Direction.INPUT), large, large.length) }

        then:
        stage.standing().lost() == 100 - Outbox.MOST_BYTES.intdiv(60_000)
    }

    def "a port that vanishes twice and returns twice is one loss and one return"() {
        given:
        gig.keys([], gig.synth())
        start()
        plays('keys', '90 3C 40')

        when:
        2.times { stage.comings.vanish(port('synth')) }
        2.times { stage.comings.comeBack(port('synth')) }

        then:
        sent == ['synth 90 3C 40', 'synth 80 3C 00']
    }

    def "a message to a port that was removed and one with an unknown status do nothing"() {
        given:
        gig.keys([], gig.synth())
        gig.pads([], gig.synth())
        start()
        def less = new SmallGig()
        less.keys([], less.synth())
        def declared = less.declared()
        stage.swap(Wirer.wire(declared.rig(), declared.link(), ports, cells))

        when:
        plays('pads', '90 3C 40')
        batch.clear()
        [0xF4, 0xF5, 0xF7, 0xF9, 0xFD].each { batch.add(0, port('keys', Direction.INPUT), it) }
        batch.size().times { stage.message(batch, it) }

        then:
        sent == []
    }

    def "what a left-behind soloist says changes nothing"() {
        given:
        gig.builder.value(new ValuePlan('depth', 5, 0, 127, gig.here()))
        gig.builder.toggleSwitch(new SwitchPlan('layer', true, gig.here()))
        def live = gig.builder.live()
        BlockingQueue<Object> back = new LinkedBlockingQueue<>()
        def stuck = new CountDownLatch(1)
        def running = new CountDownLatch(1)
        def soloist = new Soloist([fault: { r, f -> }, slow: { r, f -> }] as Soloist.Critic, ReactionFault::sentence)
        start()

        when:
        soloist.play(SoloistSpec.reaction('stuck') { h ->
            running.countDown()
            while (stuck.count) try { stuck.await() } catch (InterruptedException e) { }
            live.setValue('depth', 99)
            live.turn('layer', false)
            back << 'back'
        }, new Happening(), null)
        running.await()
        10.times { soloist.watch(System.nanoTime() + it * Budget.MOST_OF_A_LOOK) }
        stuck.countDown()
        back.poll(10, TimeUnit.SECONDS)

        then:
        live.value('depth') == 5
        live.isOn('layer')

        cleanup:
        soloist.close()
    }

    def "a value that is set outside of its ends is the nearest end"() {
        given:
        gig.builder.value(new ValuePlan('depth', 5, 0, 127, gig.here()))
        def live = gig.builder.live()
        start()

        when:
        live.setValue('depth', wanted)

        then:
        live.value('depth') == is

        where:
        wanted || is
        500    || 127
        -3     || 0
        64.5   || 64.5
    }
}
