package roadcase.midi;

import java.util.ArrayDeque;
import java.util.List;
import roadcase.midi.VirtualBackend.Timed;

/**
 * The other end of virtual ports: another program, connected to the ports of ours that have its name.
 *
 * <p>Any thread.
 */
public sealed class VirtualPeer permits VirtualGear {
    private final VirtualBackend backend;
    private final String name;
    private final ArrayDeque<Timed> heard = new ArrayDeque<>();

    VirtualPeer(VirtualBackend backend, String name) {
        this.backend = backend;
        this.name = name;
    }

    public final String name() {
        return name;
    }

    /** Sends a message such as {@code 90 01 7F} to us, now. Returns whether an input of ours takes it. */
    public final boolean play(String hex) {
        return play(Message.parse(hex));
    }

    public final boolean play(Message message) {
        return play(backend.now(), message);
    }

    /** Sends a message that carries this time. */
    public final boolean play(long timeNanos, Message message) {
        return backend.arrive(this, timeNanos, message);
    }

    /** As if the driver had skipped time: messages may have been lost. */
    public final void skip() {
        backend.arrive(this, backend.now(), null);
    }

    /** What we have sent it since this was last asked, in the order of sending. */
    public final List<Timed> take() {
        return backend.locked(() -> {
            List<Timed> all = List.copyOf(heard);
            heard.clear();
            return all;
        });
    }

    /** Under the backend's lock; false where too much waits already. */
    final boolean hear(long timeNanos, Message message) {
        return heard.size() < VirtualBackend.MAX_WAITING && heard.add(new Timed(timeNanos, message));
    }

    /** Whether a port of ours is connected with this; {@code gear} is what we connected it with, or null. */
    boolean isConnected(String portName, VirtualGear gear) {
        return portName.equals(name);
    }
}
