package roadcase.rig

import com.sun.management.ThreadMXBean
import groovy.transform.CompileStatic
import java.lang.management.ManagementFactory
import java.util.function.Consumer
import roadcase.rig.plan.*
import roadcase.rig.plan.PicturePlan.Show
import roadcase.rig.plan.PicturePlan.Signal
import roadcase.surface.Light
import spock.lang.Specification

/** Who paints a moving picture, when, and what becomes of it when nobody does. */
class PicturesSpec extends Specification {
    static final long MS = 1_000_000L

    final PortTable ports = new PortTable()
    final Cells cells = new Cells()
    /** Handed to the Soloist, who takes his time. */
    final List<List> handed = []
    final List<String> faults = []
    final List<Consumer> commands = []
    boolean busy
    final Stage stage = new Stage(new Outlet() {
        boolean send(int port, long t, int packed) { true }

        boolean send(int port, long t, byte[] bytes, int length) { true }
    }, cells, ports, new Solo() {
        boolean play(Reaction r, Happening w, Live l) { handed << [r, w.canvas] }

        boolean isPlaying() { busy }
    }, new Witness() {
        void fault(long t, Origin where, String sentence) { faults << sentence }

        void note(long t, String sentence) {}

        void light(long t, String port, String control, boolean on) {}
    }, { Consumer c -> commands << c }, 0L)
    final RigBuilder builder = new RigBuilder('pictures')

    void start(Show show) {
        builder.device(PainterSpec.GRID, null)
        builder.picture('Grid', 'pads', (0..7).collect { "pad $it".toString() }, 4, show)
        def declared = builder.finish()
        stage.start(Wirer.wire(declared.rig(), declared.link(), ports, cells))
        stage.endTurn()
    }

    void until(long millis) {
        while (stage.next() <= millis * MS) {
            stage.now(stage.next())
            settle()
        }
        stage.now(millis * MS)
    }

    void settle() {
        commands.each { it.accept(stage) }
        commands.clear()
        stage.endTurn()
    }

    Show code(Reaction.Handler handler) { new Show.Code(new Reaction('r', Reaction.On.MOMENT, handler, Origin.NOWHERE), 50 * MS) }

    void comesBack() {
        def (Reaction reaction, Canvas canvas) = handed.last()
        reaction.handler().react(new Happening(canvas: canvas))
        settle()
    }

    String shown() { (0..7).collect { stage.shows('Grid', "pad $it").toString() }.join(' ') }

    def "code that is not done is not asked again, and skips steps"() {
        given:
        def steps = []
        start(code { what -> steps << what.canvas.step; what.canvas.column(1, Light.RED.code()) })
        busy = true
        until(475)

        expect:
        handed.size() == 1
        shown() == (['off'] * 8).join(' ')

        when:
        comesBack()
        until(510)

        then:
        shown() == 'red off off off red off off off'
        handed.size() == 2

        when:
        comesBack()

        then:
        steps == [0, 10]
        faults == []
    }

    def "where its code is put aside by the Soloist its pads go dark, and that is said"() {
        given:
        start(code { what -> what.canvas.column(1, Light.RED.code()) })
        until(10)
        comesBack()
        until(60)

        expect: 'handed over for step 1; nobody plays it'
        shown().startsWith('red')

        when:
        until(400)

        then:
        shown() == (['off'] * 8).join(' ')
        faults.size() == 1
        faults[0].contains("this picture of 'Grid' stops here")
    }

    def "#what makes no objects"() {
        given:
        def quiet = new Stage(new Outlet() {
            boolean send(int port, long t, int packed) { true }

            boolean send(int port, long t, byte[] bytes, int length) { true }
        }, cells, ports, { r, w, l -> true }, Witness.NOBODY,
                { Consumer c -> }, 0L)
        builder.device(PainterSpec.GRID, null)
        builder.picture('Grid', 'pads', (0..7).collect { "pad $it".toString() }, 4, show)
        def declared = builder.finish()
        quiet.start(Wirer.wire(declared.rig(), declared.link(), ports, cells))

        expect:
        Frames.allocated(quiet) == 0

        where:
        what       | show
        'a text'   | new Show.Text('x', [3, 1, 2, 0, 3], Light.GREEN, 34 * MS)
        'bars'     | new Show.Bars([new Signal.OfMeter('master'), new Signal.OfMeter('slot 1')], [Light.GREEN, Light.RED])
    }

    @CompileStatic
    static class Frames {
        static long allocated(Stage stage) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.threadMXBean
            long id = Thread.currentThread().id
            long least = Long.MAX_VALUE
            long time = 0
            for (int round = 0; round < 8 && least > 0; round++) {
                long before = threads.getThreadAllocatedBytes(id)
                for (int i = 0; i < 20_000; i++) {
                    time += 34_000_000L
                    stage.now(time)
                    stage.endTurn()
                }
                least = Math.min(least, threads.getThreadAllocatedBytes(id) - before)
            }
            least
        }
    }
}
