package roadcase.rig

import com.sun.management.ThreadMXBean
import groovy.transform.CompileStatic
import java.lang.management.ManagementFactory
import java.util.function.Consumer
import roadcase.midi.Packed
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Reaction
import roadcase.route.Event

/** A stage whose messages go nowhere, fed message by message on this thread. */
@CompileStatic
class StageUnderTest {
    private static final long STEP_NANOS = 50_000_000
    private static final int WARM = 30_000

    final PortTable ports = new PortTable()
    final Stage stage
    private final Batch batch = new Batch()
    private long sent
    private long time

    StageUnderTest(Declared gig) {
        Cells cells = new Cells()
        Outlet outlet = new Outlet() {
            @Override
            boolean send(int port, long timeNanos, int packed) {
                sent++
                true
            }

            @Override
            boolean send(int port, long timeNanos, byte[] bytes, int length) {
                sent++
                true
            }
        }
        Solo nobody = { Reaction reaction, Happening what, Live link -> true } as Solo
        stage = new Stage(outlet, cells, ports, nobody, Witness.NOBODY, { Object told -> ((Consumer<Stage>) told).accept(stage) } as Consumer<Consumer<Stage>>, 0L)
        stage.start(Wirer.wire(gig.rig(), gig.link(), ports, cells))
        stage.endTurn()
        sent = 0
    }

    long sent() {
        sent
    }

    /** Bytes that this thread allocates while the messages are played by turns, {@code count} of them, after warming up. */
    long allocated(String[] names, int[] messages, int count) {
        int[] inputs = new int[names.length]
        for (int i = 0; i < names.length; i++) inputs[i] = ports.find(Direction.INPUT, names[i])
        for (int i = 0; i < inputs.length; i++) if (inputs[i] < 0) inputs[i] = 200
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.threadMXBean
        long id = Thread.currentThread().id
        play(inputs, messages, WARM)
        long least = Long.MAX_VALUE
        // the compiler of the virtual machine may still be at work in the first rounds
        for (int round = 0; round < 5 && least > 0; round++) {
            long before = threads.getThreadAllocatedBytes(id)
            play(inputs, messages, count)
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before)
        }
        least
    }

    private void play(int[] inputs, int[] messages, int count) {
        int at = 0
        for (int i = 0; i < count; i++) {
            time += STEP_NANOS
            stage.now(time)
            batch.clear()
            batch.add(time, inputs[at], messages[at])
            stage.message(batch, 0)
            stage.endTurn()
            if (++at == messages.length) at = 0
        }
    }

    /** How many routes a message is run through. */
    int routesMet(String input, int packed) {
        Event event = new Event()
        event.set(packed)
        stage.wiring().inputs[ports.find(Direction.INPUT, input)].routes(event.kind, event.channel, event.number).length
    }
}
