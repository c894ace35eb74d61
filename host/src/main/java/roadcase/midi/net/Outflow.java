package roadcase.midi.net;

import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import roadcase.midi.SendRing;

/**
 * What waits to leave over one wire. Bounded; where it fills, what begins something is dropped first, so that what ends
 * something still passes. Where even that found no room, nothing passes any more until all was sent and what sounds at
 * the other end is ended.
 *
 * <p>{@link #put} belongs to the Conductor's thread, neither blocks nor allocates for short messages; the rest belongs
 * to the thread that sends.
 */
final class Outflow {
    /** The last part of the ring is for what ends something. */
    private static final int FOR_ENDS = 4;
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_LATER = 1024;

    /** Takes a message that is due; {@code bytes} is null for a short one. */
    interface Taker {
        void take(int packed, byte[] bytes);
    }

    private record Later(long timeNanos, long order, int packed, byte[] bytes) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            int byTime = Long.compare(timeNanos - other.timeNanos, 0);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final int size;
    private final SendRing ring;
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private final AtomicInteger bytesWaiting = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean overrun;
    private long order;

    /** @param size how many messages may wait */
    Outflow(int size) {
        this.size = size;
        this.ring = new SendRing(size);
    }

    /** @return false where it is dropped, and counted */
    boolean put(long timeNanos, int packed, byte[] whole) {
        boolean ends = whole == null && Sounding.ends(packed);
        int waiting = ring.waiting();
        if (overrun || !ends && waiting >= size - size / FOR_ENDS
                || whole != null && bytesWaiting.get() + whole.length > MOST_BYTES) return drop();
        if (waiting >= size) {
            overrun = true;
            return drop();
        }
        if (whole != null) bytesWaiting.addAndGet(whole.length);
        return ring.put(timeNanos, packed, whole);
    }

    private boolean drop() {
        dropped.incrementAndGet();
        return false;
    }

    /** Gives what is due, as long as {@code room} is left. */
    void drain(long now, int room, Taker taker) {
        for (int left = room; left > 0; left--) {
            if (!later.isEmpty() && later.peek().timeNanos - now <= 0) {
                Later due = later.poll();
                taker.take(due.packed, due.bytes);
            } else if (!ring.take((time, packed, bytes) -> takeOrKeep(now, time, packed, bytes, taker))) {
                return;
            }
        }
    }

    private void takeOrKeep(long now, long time, int packed, byte[] bytes, Taker taker) {
        if (bytes != null) bytesWaiting.addAndGet(-bytes.length);
        if (time - now <= 0) taker.take(packed, bytes);
        else if (later.size() < MOST_LATER) later.add(new Later(time, order++, packed, bytes));
        else if (bytes == null && Sounding.ends(packed)) taker.take(packed, null); // better too early than never
        else drop();
    }

    boolean isEmpty() {
        return ring.isEmpty() && later.isEmpty();
    }

    /** How long until the next is due; {@link Long#MAX_VALUE} where nothing waits. */
    long nextNanos(long now) {
        if (!ring.isEmpty()) return 0;
        return later.isEmpty() ? Long.MAX_VALUE : Math.max(0, later.peek().timeNanos - now);
    }

    /** Whether something that ends a note was lost, so that all that sounds must be ended. Once; then it flows again. */
    boolean recovers() {
        if (!overrun || !isEmpty()) return false;
        overrun = false;
        return true;
    }

    /** Throws away what waits. */
    void clear() {
        while (ring.take((time, packed, bytes) -> {
            if (bytes != null) bytesWaiting.addAndGet(-bytes.length);
            drop();
        })) {}
        dropped.addAndGet(later.size());
        later.clear();
        overrun = false;
    }

    /** How many messages were dropped so far. Any thread. */
    long dropped() {
        return dropped.get();
    }
}
