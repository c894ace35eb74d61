package roadcase.sockets;

import java.util.ArrayDeque;

/**
 * One side of a WebSocket. Texts leave one after the other, without blocking whoever sends them; at most {@link #MOST}
 * wait.
 *
 * <p>Any thread. Times are {@link System#nanoTime()} nanoseconds.
 */
public abstract class Wire {
    /** How many texts may wait to leave. */
    public static final int MOST = 128;

    private final Ear ear;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private volatile Runnable onRoom = () -> {};
    private volatile long heard = System.nanoTime();
    private volatile boolean open = true;
    private boolean busy;
    private long busySince;

    Wire(Ear ear) {
        this.ear = ear;
    }

    /** Begins to send; calls {@link #sent} or {@link #lost} when it has. */
    abstract void begin(String text);

    /** Asks the other side for a sign of life. */
    abstract void beginPing();

    /** Ends the connection, at once. */
    abstract void cut(String why);

    /** @return false where it is gone, or too many wait: then the text is not sent */
    public final boolean send(String text) {
        synchronized (this) {
            if (!open || waiting.size() >= MOST) return false;
            if (busy) return waiting.add(text);
            busy = true;
            busySince = System.nanoTime();
        }
        begin(text);
        return true;
    }

    /** The other side's system took the text. */
    final void sent() {
        String next;
        synchronized (this) {
            next = waiting.poll();
            busy = next != null;
            busySince = System.nanoTime();
        }
        if (next != null && open) begin(next);
        onRoom.run();
    }

    /** How many texts may be sent now. */
    public final synchronized int room() {
        return open ? MOST - waiting.size() : 0;
    }

    /** Runs {@code told}, which must not block, whenever a text has left. */
    public final void onRoom(Runnable told) {
        onRoom = told;
    }

    public final void ping() {
        if (open) beginPing();
    }

    /** For how long nothing was heard, not even an answer to {@link #ping}. */
    public final long quietNanos(long now) {
        return now - heard;
    }

    /** For how long the text that leaves now has been leaving; 0 where none does. */
    public final synchronized long stuckNanos(long now) {
        return busy ? now - busySince : 0;
    }

    public final boolean isOpen() {
        return open;
    }

    /** Ends it. {@link Ear#gone} is told. Nothing happens where it is gone already. */
    public final void close(String why) {
        if (leave(why)) cut(why);
    }

    // ---- told by the side that it is

    final void hears(String text) {
        heard = System.nanoTime();
        if (open) ear.hears(text);
    }

    final void alive() {
        heard = System.nanoTime();
    }

    final void refuses(String why) {
        heard = System.nanoTime();
        if (open) ear.refused(why);
    }

    final void lost(String why) {
        if (leave(why)) cut(why);
    }

    private boolean leave(String why) {
        synchronized (this) {
            if (!open) return false;
            open = false;
            waiting.clear();
        }
        ear.gone(why);
        onRoom.run();
        return true;
    }
}
