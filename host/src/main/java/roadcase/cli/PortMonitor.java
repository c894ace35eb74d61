package roadcase.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import roadcase.midi.Backend;
import roadcase.midi.Message;
import roadcase.midi.MidiFault;
import roadcase.midi.Packed;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Spelling;

/**
 * Listens to ports and says what comes in, one line per message: seconds, port, bytes, meaning. Ports that appear
 * later are listened to as well. One thread.
 */
final class PortMonitor implements Backend.Receiver {
    /** How long something that waits to be said may wait where nothing more comes. */
    private static final long TICK_NANOS = 100_000_000;

    private static final long SKIPPED_EVERY_NANOS = 5_000_000_000L;

    private final Backend backend;
    private final List<String> wanted;
    private final Consumer<String> lines;
    private final Map<Integer, RealPort> open = new HashMap<>();
    private final TrafficLines traffic;
    /** When it was last told of a port that its driver skips time: on a busy machine it does all the time. */
    private final Map<Integer, Long> skippedAt = new HashMap<>();

    /**
     * @param wanted names of real ports; empty for all inputs
     * @param shown of what comes in there
     * @throws Mistake where a name is not there
     */
    PortMonitor(Backend backend, List<String> wanted, Shown shown, Consumer<String> lines) {
        this.backend = backend;
        this.wanted = wanted;
        this.lines = lines;
        this.traffic = new TrafficLines(shown, System.nanoTime(), lines);
        List<String> there = inputs().stream().map(RealPort::name).toList();
        for (String name : wanted) {
            if (there.contains(name)) continue;
            String near = Spelling.didYouMean(name, there);
            throw new Mistake("There is no input '" + name + "' now" + (near.isEmpty() ? "." : near)
                    + " `roadcase ports` shows what is there.");
        }
        listen();
    }

    /** Until {@code endNanos}. */
    void show(long endNanos) {
        while (System.nanoTime() < endNanos) {
            backend.await(Math.min(endNanos, System.nanoTime() + TICK_NANOS), this);
            traffic.tick(System.nanoTime());
        }
    }

    private List<RealPort> inputs() {
        return backend.ports().stream().filter(p -> p.direction() == Direction.INPUT).toList();
    }

    private void listen() {
        List<RealPort> there = inputs();
        for (Integer handle : new ArrayList<>(open.keySet())) {
            if (there.contains(open.get(handle))) continue;
            lines.accept("'" + open.remove(handle).name() + "' is gone");
            backend.close(handle);
        }
        for (RealPort port : there) {
            if (open.containsValue(port) || !wanted.isEmpty() && !wanted.contains(port.name())) continue;
            int handle = backend.open(Direction.INPUT, "monitor " + port.name(), false);
            try {
                backend.connect(handle, port);
                open.put(handle, port);
            } catch (MidiFault busy) {
                backend.close(handle);
                lines.accept("'" + port.name() + "': " + busy.getMessage());
            }
        }
    }

    @Override
    public void received(int handle, long timeNanos, int packed) {
        say(handle, timeNanos, Packed.message(packed));
    }

    @Override
    public void received(int handle, long timeNanos, byte[] bytes, int length) {
        say(handle, timeNanos, Message.of(Arrays.copyOf(bytes, length)));
    }

    @Override
    public void portsChanged() {
        listen();
    }

    @Override
    public void skipped(int handle, long timeNanos) {
        RealPort port = open.get(handle);
        Long told = skippedAt.get(handle);
        if (port == null || told != null && timeNanos - told < SKIPPED_EVERY_NANOS) return;
        skippedAt.put(handle, timeNanos);
        lines.accept("'" + port.name() + "': the driver skipped time, messages may be missing here");
    }

    private void say(int handle, long timeNanos, Message message) {
        RealPort port = open.get(handle);
        if (port != null) traffic.passed(timeNanos, port.name(), message);
    }
}
