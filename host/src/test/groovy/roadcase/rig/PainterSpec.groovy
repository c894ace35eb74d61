package roadcase.rig

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import java.util.function.Consumer
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.LightPlan.LightSource.Painted
import roadcase.rig.plan.RoutePlan.*
import roadcase.surface.*
import roadcase.surface.ControlSpec.Type
import roadcase.surface.Light.Hue
import roadcase.surface.Light.Motion
import spock.lang.Specification

/** When which light is told what: at once under a hand, by frames where it moves, by SysEx with room between. */
class PainterSpec extends Specification {
    static final RgbMessage RGB = new RgbMessage([0xF0, 0x7D, 0x24], true, RgbMessage.Group.RUN_OF_EIGHT_BITS, 4)
    static final PaletteLights PADS = new PaletteLights('pads', [0] * 128, [(Hue.ON): 21, (Hue.GREEN): 21, (Hue.RED): 5, (Hue.YELLOW): 13],
            [new PaletteLights.Way(7, Motion.STILL, 0, 100), new PaletteLights.Way(1, Motion.STILL, 0, 10), new PaletteLights.Way(15, Motion.BLINK, 4, 100)], RGB, true)
    static final ListedLights ONE = new ListedLights('green only', [new ListedLights.Value(Light.OFF, 0), new ListedLights.Value(Light.GREEN, 1),
            new ListedLights.Value(Light.GREEN.blinking(0), 2)])
    static final DeviceSpec GRID = new DeviceSpec('Grid', 'Grid', 'Grid', ['Grid'], [0x7D], controls(),
            new Manners(['F0 7D 60 F7'], 0, ['F0 7D 61 F7'], []), [])

    static List<ControlSpec> controls() {
        (0..7).collect { new ControlSpec("pad $it", 'pads', it + 1, Type.BUTTON, Kind.NOTE_ON, 1, it, new LightSpec(PADS, Kind.NOTE_ON, 1, it), null, null) } +
                [new ControlSpec('go', 'go', 1, Type.BUTTON, Kind.NOTE_ON, 1, 112, new LightSpec(ONE, Kind.NOTE_ON, 1, 112), null, null)]
    }

    final PortTable ports = new PortTable()
    final Cells cells = new Cells()
    final List<String> sent = []
    final List<String> seen = []
    final Stage stage = new Stage(new Outlet() {
        boolean send(int port, long t, int packed) {
            sent << t.intdiv(1_000_000L) + ' ' + Packed.message(packed).hex()
        }

        boolean send(int port, long t, byte[] bytes, int length) {
            sent << t.intdiv(1_000_000L) + ' ' + Message.of(Arrays.copyOf(bytes, length)).hex()
        }
    }, cells, ports, { r, w, l -> true }, new Witness() {
        void fault(long t, Origin where, String sentence) {}

        void note(long t, String sentence) {}

        void light(long t, String port, String control, boolean on) {}

        void shows(long t, String port, String control, long code) { seen << control + ' ' + Light.of(code) }
    }, { Consumer c -> c.accept(stage) }, 0L)
    final RigBuilder builder = new RigBuilder('lights')
    final Batch batch = new Batch()

    void start() {
        def declared = builder.finish()
        stage.start(Wirer.wire(declared.rig(), declared.link(), ports, cells))
        stage.endTurn()
    }

    /** Plays on, as a conductor does: at each time that is due. */
    void until(double millis) {
        long end = (long) (millis * 1_000_000L)
        while (stage.next() <= end) {
            stage.now(stage.next())
            stage.endTurn()
        }
        stage.now(end)
        stage.endTurn()
    }

    void press(int note) {
        batch.clear()
        batch.add(stage.now(), ports.find(Direction.INPUT, 'Grid'), Packed.of(Kind.NOTE_ON, 1, note, 127))
        stage.message(batch, 0)
        stage.endTurn()
    }

    void paint(int index, Light light) {
        cells.cell(Picture, 'picture', Picture::new).set(index, light.code())
        stage.stateChanged()
        stage.endTurn()
    }

    void picture(int pads) {
        builder.device(GRID, null)
        (0..<pads).each { builder.light(new LightPlan('Grid', "pad $it", new Painted('picture', it), Place.TOP, new Origin('x', it + 1, 1))) }
    }

    List<String> told() {
        def all = sent.toList()
        sent.clear()
        all
    }

    def "a unit is greeted, then shown every light once, in the order of its data"() {
        given:
        builder.device(GRID, null)

        when:
        start()

        then:
        told() == ['0 F0 7D 60 F7'] + (0..7).collect { "0 96 0$it 00".toString() } + ['0 90 70 00']
    }

    def "a button shows the colours of its line, at once"() {
        given:
        builder.device(GRID, null)
        builder.route(new RoutePlan(null, new Source.Controls('Grid', ['pad 1', 'go']), [], Press.TOGGLE, Takeover.JUMP, null, false,
                [new Target.ToPort(builder.port('synth', Direction.OUTPUT, false))], Place.TOP, new Origin('x', 1, 1),
                new Looks(Light.GREEN.blinking(0), Light.RED.dimmed(10))))
        start()

        expect:
        '0 90 01 05' in sent
        '0 90 70 01' in told()

        when:
        until(5)
        press(1)
        press(112)

        then:
        told() == ['5 90 01 7F', '5 9E 01 15', '5 90 70 7F', '5 90 70 02']
        seen.takeRight(2) == ['pad 1 green blink', 'go green blink']
    }

    def "what moves by itself is painted thirty times a second at most, and in between what it last was counts"() {
        given:
        picture(2)
        start()
        until(100)
        told()

        when:
        paint(0, Light.RED)
        until(105)
        paint(0, Light.GREEN)
        paint(1, Light.GREEN)
        until(110)
        paint(1, Light.YELLOW)
        until(120)

        then:
        told() == ['100 96 00 05']

        when:
        until(200)

        then:
        told() == ['133 96 00 15', '133 96 01 0D']
    }

    def "a press does not wait for the frames of a picture"() {
        given:
        picture(1)
        builder.route(new RoutePlan(null, new Source.Controls('Grid', ['go']), [], Press.TOGGLE, Takeover.JUMP, null, false,
                [new Target.ToPort(builder.port('synth', Direction.OUTPUT, false))], Place.TOP, new Origin('x', 1, 1)))
        start()
        until(100)
        told()

        when:
        paint(0, Light.RED)
        until(101)
        paint(0, Light.GREEN)
        press(112)

        then:
        told() == ['100 96 00 05', '101 90 70 7F', '101 90 70 01']
    }

    def "mixed colours go out in one message where they can, runs in one group"() {
        given:
        picture(4)
        start()
        until(100)
        told()

        when:
        [0, 1, 3].each { cells.cell(Picture, 'picture', Picture::new).set(it, Light.rgb(0xFF0081).code()) }
        paint(2, Light.RED)

        then: 'a short message first, and a millisecond for the unit'
        told() == ['100 96 02 05']

        when:
        until(150)

        then:
        told() == ['101 F0 7D 24 00 10 00 01 01 7F 00 00 01 01 03 03 01 7F 00 00 01 01 F7']
    }

    def "more than one message holds waits until the unit is ready again"() {
        given:
        picture(8)
        start()
        until(100)
        told()

        when:
        (0..7).each { cells.cell(Picture, 'picture', Picture::new).set(it, Light.rgb(0x101010 * (it + 1)).code()) }
        paint(0, Light.rgb(0x101010))
        until(200)

        then:
        told()*.take(21) == ['100 F0 7D 24 00 20 00', '110 F0 7D 24 00 20 04']
    }

    def "a light that blinks is darkened where it stands still before a mixed colour reaches it"() {
        given:
        picture(1)
        start()
        until(100)
        paint(0, Light.RED.blinking(4))
        until(200)
        told()

        when:
        paint(0, Light.rgb(0x0000FF))
        until(300)

        then:
        told() == ['200 96 00 00', '201 F0 7D 24 00 08 00 00 00 00 00 00 01 7F F7']
    }

    def "what is so already is not sent again, and painting a picture makes no objects"() {
        given:
        picture(8)
        def quiet = new Stage(new Outlet() {
            boolean send(int port, long t, int packed) { true }

            boolean send(int port, long t, byte[] bytes, int length) { true }
        }, cells, ports, { r, w, l -> true }, Witness.NOBODY, { c -> }, 0L)
        def declared = builder.finish()
        quiet.start(Wirer.wire(declared.rig(), declared.link(), ports, cells))
        def picture = cells.cell(Picture, 'picture', Picture::new)

        expect:
        Frames.allocated(quiet, picture) == 0
    }

    @groovy.transform.CompileStatic
    static class Frames {
        static long allocated(Stage stage, Picture picture) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.threadMXBean
            long id = Thread.currentThread().id
            long[] codes = [Light.RED.code(), Light.rgb(0x123456).code(), 0L, Light.GREEN.blinking(4).code()] as long[]
            long least = Long.MAX_VALUE
            long time = 0
            for (int round = 0; round < 8 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(id)
                for (int i = 0; i < 20_000; i++) {
                    time += 40_000_000L
                    stage.now(time)
                    picture.set(i & 7, codes[(i >> 3) & 3])
                    stage.stateChanged()
                    stage.endTurn()
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(id) - before)
            }
            least
        }
    }
}
