package roadcase.rig

import java.util.concurrent.CopyOnWriteArrayList
import java.util.function.Consumer
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.RealPort.Direction
import roadcase.midi.VirtualBackend
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.surface.*
import roadcase.surface.ControlSpec.Type
import spock.lang.Specification
import spock.lang.Timeout

/** Who is at a device's ports: asked when it comes, told by its port's name, by its answer, by what it reports. */
class IdentitiesSpec extends Specification {
    static final QUESTION = 'F0 7E 7F 06 01 F7'

    static DeviceSpec generation(String model, int product, int shift, Manners manners, List<DeviceSpec> others) {
        def pads = (1..2).collect { new ControlSpec("pad $it", 'pads', it, Type.BUTTON, Kind.NOTE_ON, 1, it + shift, LightSpec.onOff(1, it + shift), null, null) }
        def fader = new ControlSpec('fader', 'fader', 1, Type.ABSOLUTE, Kind.CC, 1, 7, null, null, null)
        new DeviceSpec('Pads', model, model, [model], [0x7D, product], pads + fader, manners, others)
    }

    static final SECOND = generation('Pads mk2', 2, 100, new Manners(['F0 7D 60 F7'], 0, [],
            [new Manners.Report([0xF0, 0x7D, 0x61], ['fader']), new Manners.Report([0xF0, 0x7D, 0x62], [])]), [])
    static final PADS = generation('Pads', 1, 0, Manners.PLAIN, [SECOND])

    final PortTable ports = new PortTable()
    final List<String> sent = []
    final List<String> faults = []
    final Stage stage = new Stage(new Outlet() {
        boolean send(int port, long t, int packed) { sent << t.intdiv(1_000_000) + ' ' + Packed.message(packed).hex() }

        boolean send(int port, long t, byte[] bytes, int length) {
            sent << t.intdiv(1_000_000) + ' ' + Message.of(Arrays.copyOf(bytes, length)).hex()
        }
    }, new Cells(), ports, { r, w, l -> true }, new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }

        void note(long t, String sentence) {}

        void light(long t, String port, String control, boolean on) {}
    }, { Consumer c -> c.accept(stage) }, 0L)
    final RigBuilder builder = new RigBuilder('gear')

    static void declare(RigBuilder builder) {
        builder.device(PADS, null)
        builder.route(new RoutePlan(null, new Source.Controls('Pads', ['pad 1', 'pad 2']), [], Press.TOGGLE, Takeover.JUMP, null, false,
                [new Target.ToPort(builder.port('synth', Direction.OUTPUT, false))], Place.TOP, new Origin('x', 1, 1)))
    }

    void setup() {
        declare(builder)
        def declared = builder.finish()
        stage.start(Wirer.wire(declared.rig(), declared.link(), ports, new Cells()))
        stage.endTurn()
    }

    void until(long millis) {
        while (stage.next() <= millis * 1_000_000L) {
            stage.now(stage.next())
            stage.endTurn()
        }
        stage.now(millis * 1_000_000L)
        stage.endTurn()
    }

    boolean says(String hex) {
        byte[] bytes = Message.parse(hex).bytes()
        boolean fits = stage.sysex(ports.find(Direction.INPUT, 'Pads'), bytes, bytes.length)
        stage.endTurn()
        fits
    }

    int out() { ports.find(Direction.OUTPUT, 'Pads') }

    List<String> told() {
        def all = sent.toList()
        sent.clear()
        all
    }

    def "a unit that does not answer is asked three times and no more"() {
        given:
        until(1000)
        told()

        when:
        stage.identities.found(out())
        until(10_000)

        then:
        told() == ["1000 $QUESTION", "1500 $QUESTION", "2000 $QUESTION"]*.toString()
    }

    def "an answer ends the questions, and every answer paints all"() {
        given:
        until(1000)
        told()

        when:
        stage.identities.found(out())
        until(1100)
        says('F0 7E 00 06 02 7D 01 00 F7')
        until(9000)

        then:
        told() == ["1000 $QUESTION".toString(), '1100 90 01 00', '1100 90 02 00']

        when:
        says('F0 7E 7F 06 02 7D 01 00 F7')

        then:
        told() == ['9000 90 01 00', '9000 90 02 00']
        faults == []
    }

    def "an answer of another generation makes it that one: greeted, painted, heard where its buttons are"() {
        when:
        told()
        says('F0 7E 00 06 02 7D 02 00 F7')

        then:
        told() == ['0 F0 7D 60 F7', '0 90 65 00', '0 90 66 00']

        when:
        def batch = new Batch()
        batch.add(stage.now(), ports.find(Direction.INPUT, 'Pads'), Packed.of(Kind.NOTE_ON, 1, 0x65, 127))
        stage.message(batch, 0)
        stage.endTurn()

        then:
        told() == ['0 90 65 7F', '0 90 65 7F']
    }

    def "what it reports of its faders is where they stand, what it reports of its mode paints all"() {
        given:
        says('F0 7E 00 06 02 7D 02 00 F7')
        told()

        when:
        says('F0 7D 61 40 F7')

        then:
        told() == []
        stage.wiring().device('Pads').control('fader').cell.position == 0x40

        when:
        says('F0 7D 61 F7')
        says('F0 7D 62 01 F7')

        then: 'one that ends early is nothing'
        told() == ['0 90 65 00', '0 90 66 00']
        stage.wiring().device('Pads').control('fader').cell.position == 0x40
    }

    def "a foreign answer is counted, said once, and paints nothing"() {
        given:
        told()

        expect:
        !says('F0 7E 00 06 02 47 31 00 19 F7')
        !says('F0 7E 00 06 02 47 31 00 19 F7')
        told() == []
        faults.size() == 1
        stage.standing().strangers() == 2
    }

    def "what was learnt outlives a reload"() {
        given:
        says('F0 7E 00 06 02 7D 02 00 F7')
        told()
        def again = new RigBuilder('again')
        declare(again)
        def declared = again.finish()

        when:
        stage.swap(Wirer.wire(declared.rig(), declared.link(), ports, stage.cells))
        stage.endTurn()

        then: 'nothing changed, so nothing is sent'
        told() == []
        stage.wiring().device('Pads').generation == 1
    }

    @Timeout(30)
    def "a real port's name tells the generation before anybody answers, and the unit is asked"() {
        given:
        def midi = new VirtualBackend()
        Gear gear = null
        def conductor = new Conductor(midi, { r, w, l -> true }, Witness.NOBODY, Remembered.NOTHING, { gear.changed() }, { })
        gear = new Gear(midi, conductor, Witness.NOBODY)
        def unit = midi.gear('Pads mk2')
        def said = new CopyOnWriteArrayList<String>()
        def rig = new RigBuilder('live')
        declare(rig)
        def declared = rig.finish()

        when:
        conductor.start()
        gear.start()
        assert gear.open(declared.rig()) == []
        conductor.prepare(declared).start()
        def end = System.nanoTime() + 20_000_000_000L
        while (!(said.containsAll([QUESTION, 'F0 7D 60 F7', '90 65 00', '90 66 00'])) && System.nanoTime() < end) {
            unit.take().each { said << it.message().hex() }
            Thread.onSpinWait()
        }

        then:
        said.containsAll([QUESTION, 'F0 7D 60 F7', '90 65 00', '90 66 00'])

        cleanup:
        conductor.close()
        gear.close()
        midi.close()
    }
}
