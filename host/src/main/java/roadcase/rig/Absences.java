package roadcase.rig;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import roadcase.midi.Held;
import roadcase.midi.Packed;

/**
 * Which ports have nobody behind them, and what is owed to those that vanished while something sounded there: offs that
 * could not be sent are the first to go when the port returns.
 *
 * <p>The Conductor's thread.
 */
final class Absences {
    private final Outbox outbox;
    private final Held held;
    private final boolean[] missing = new boolean[PortTable.MOST];
    private final Map<Integer, Set<Integer>> owed = new TreeMap<>();

    Absences(Outbox outbox, Held held) {
        this.outbox = outbox;
        this.held = held;
    }

    /** A port has no gear yet; what is sent there goes to whoever joined it by hand. */
    void missing(int port) {
        missing[port] = true;
    }

    /** A port found its gear. */
    void found(int port) {
        missing[port] = false;
    }

    boolean isMissing(int port) {
        return missing[port] || outbox.isAbsent(port);
    }

    /** An output lost its gear: what sounds there is ended as soon as it can hear it. */
    void vanished(int output) {
        Held.Sink owing = (out, status, number, value, delay) -> owe(out, status, number, value);
        outbox.hurry(output, owing);
        held.endOutput(output, owing);
    }

    private void owe(int output, int status, int number, int value) {
        boolean note = (status & 0xF0) == 0x90;
        int packed = note ? Packed.of(0x80 | status & 0x0F, number, 0) : Packed.of(status, number, value);
        owed.computeIfAbsent(output, o -> new LinkedHashSet<>()).add(packed);
    }

    /** A port can be heard again. */
    void returned(int port) {
        outbox.absent(port, false);
        Set<Integer> offs = owed.remove(port);
        if (offs != null) for (int packed : offs) outbox.send(port, packed);
    }
}
