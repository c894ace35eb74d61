package roadcase.midi.net;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Which peers hear which of our ports. Looked up for each message, so without locks and without allocating.
 *
 * <p>{@link #heard} belongs to the Conductor's thread; the rest to any.
 */
final class Ears {
    private static final Subscription[] NOBODY = {};

    private volatile Subscription[][] byHandle = {};
    private volatile Thread pump;

    /** One peer that hears one port. */
    static final class Subscription {
        private static final int MOST_WAITING = 2_048;
        final int number;
        final String name;
        final int handle;
        final String tag;
        final Outflow outflow = new Outflow(MOST_WAITING);
        final Sounding sounding = new Sounding();

        Subscription(int number, String name, int handle, String tag) {
            this.number = number;
            this.name = name;
            this.handle = handle;
            this.tag = tag;
        }
    }

    /** @param thread sends what was heard */
    void pump(Thread thread) {
        pump = thread;
    }

    synchronized void add(Subscription one) {
        Subscription[][] next = Arrays.copyOf(byHandle, Math.max(byHandle.length, one.handle + 1));
        Subscription[] those = next[one.handle] == null ? NOBODY : next[one.handle];
        next[one.handle] = Arrays.copyOf(those, those.length + 1);
        next[one.handle][those.length] = one;
        byHandle = next;
    }

    synchronized void remove(Subscription one) {
        Subscription[][] next = byHandle.clone();
        if (one.handle >= next.length || next[one.handle] == null) return;
        Subscription[] left = Arrays.stream(next[one.handle]).filter(other -> other != one).toArray(Subscription[]::new);
        next[one.handle] = left.length == 0 ? null : left;
        byHandle = next;
    }

    boolean any(int handle) {
        Subscription[][] all = byHandle;
        return handle < all.length && all[handle] != null;
    }

    /** A message went through a port of ours. {@code whole} is null for a short one and is not kept by others. */
    void heard(int handle, long timeNanos, int packed, byte[] whole) {
        Subscription[][] all = byHandle;
        if (handle >= all.length || all[handle] == null) return;
        for (Subscription one : all[handle]) one.outflow.put(timeNanos, packed, whole);
        LockSupport.unpark(pump);
    }
}
