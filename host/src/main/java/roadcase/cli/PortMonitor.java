package roadcase.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    private static final int HEX_SHOWN = 24;

    private final Backend backend;
    private final List<String> wanted;
    private final Consumer<String> lines;
    private final Map<Integer, RealPort> open = new HashMap<>();
    private final long start = System.nanoTime();

    /**
     * @param wanted names of real ports; empty for all inputs
     * @throws Mistake where a name is not there
     */
    PortMonitor(Backend backend, List<String> wanted, Consumer<String> lines) {
        this.backend = backend;
        this.wanted = wanted;
        this.lines = lines;
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
        while (System.nanoTime() < endNanos) backend.await(endNanos, this);
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
        // Active sensing comes three times a second from some gear and says nothing.
        if (Packed.status(packed) == 0xFE) return;
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
        if (port != null) lines.accept("'" + port.name() + "': the driver skipped time, messages may be missing here");
    }

    private void say(int handle, long timeNanos, Message message) {
        RealPort port = open.get(handle);
        if (port != null) lines.accept(line(timeNanos - start, port.name(), message));
    }

    /** {@code   12.345  Keystation  90 3C 64  note on 60 (C4) velocity 100, channel 1}. */
    static String line(long nanos, String port, Message message) {
        String hex = message.length() <= HEX_SHOWN ? message.hex()
                : message.hex().substring(0, HEX_SHOWN * 3 - 1) + " …";
        return String.format(Locale.ROOT, "%9.3f  %s  %-8s  %s", nanos / 1e9, port, hex, message.decoded());
    }
}
