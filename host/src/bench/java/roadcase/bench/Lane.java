package roadcase.bench;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages on their way into one port, and the moments at which they were put there. One thread feeds, the Conductor
 * takes; nothing is allocated.
 */
final class Lane {
    static final int MOST = 1 << 16;
    private static final int MASK = MOST - 1;

    private final int[] packed = new int[MOST];
    private final long[] stamps = new long[MOST];
    private final AtomicLong fed = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /** @return false where it is full */
    boolean feed(int message, long stamp) {
        long at = fed.get();
        if (at - taken.get() >= MOST) return false;
        packed[(int) at & MASK] = message;
        stamps[(int) at & MASK] = stamp;
        fed.set(at + 1);
        return true;
    }

    boolean isEmpty() {
        return fed.get() == taken.get();
    }

    long waiting() {
        return fed.get() - taken.get();
    }

    int message() {
        return packed[(int) taken.get() & MASK];
    }

    long stamp() {
        return stamps[(int) taken.get() & MASK];
    }

    void take() {
        taken.lazySet(taken.get() + 1);
    }
}
