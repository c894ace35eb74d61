package roadcase.midi;

import java.util.concurrent.locks.LockSupport;

/**
 * Keeps native memory alive while one thread is in a native call, at the price of one fence per call.
 *
 * <p>{@link #enter} and {@link #leave} belong to one thread and may nest; {@link #shut} to any other or the same.
 */
final class Gate {
    private volatile boolean shut;
    private volatile int inside;
    private volatile Thread visitor;

    /** False where it is shut; then there is nothing to leave. */
    boolean enter() {
        if (visitor != Thread.currentThread()) visitor = Thread.currentThread();
        // The write goes before the read, or shut() could miss us while we miss it: both are volatile.
        int depth = inside + 1;
        inside = depth;
        if (!shut) return true;
        inside = depth - 1;
        return false;
    }

    void leave() {
        int depth = inside - 1;
        inside = depth;
    }

    /**
     * Lets nobody in any more, and waits for the one who is inside.
     *
     * @return false where that one did not come out in time; true for one's own thread, which can do no harm
     */
    boolean shut(long patienceNanos) {
        shut = true;
        long deadline = System.nanoTime() + patienceNanos;
        while (inside > 0 && visitor != Thread.currentThread()) {
            if (System.nanoTime() - deadline > 0) return false;
            LockSupport.parkNanos(50_000);
        }
        return true;
    }
}
