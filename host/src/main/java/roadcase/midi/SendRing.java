package roadcase.midi;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages on their way from one thread to another, with their times. Bounded; short messages are passed on without
 * allocating anything.
 *
 * <p>{@link #put} belongs to one thread, {@link #take} to another.
 */
final class SendRing {
    private static final int SIZE = 8192;

    /** Takes what {@link #take} finds; {@code bytes} is null for a short message. */
    interface Taker {
        void take(long timeNanos, int packed, byte[] bytes);
    }

    private final long[] times = new long[SIZE];
    private final int[] packed = new int[SIZE];
    private final byte[][] bytes = new byte[SIZE][];
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    /** @return false where it is full */
    boolean put(long timeNanos, int message, byte[] whole) {
        long at = written.get();
        if (at - read.get() == SIZE) return false;
        int slot = (int) (at % SIZE);
        times[slot] = timeNanos;
        packed[slot] = message;
        bytes[slot] = whole;
        written.lazySet(at + 1);
        return true;
    }

    boolean take(Taker taker) {
        long at = read.get();
        if (at == written.get()) return false;
        int slot = (int) (at % SIZE);
        long time = times[slot];
        int message = packed[slot];
        byte[] whole = bytes[slot];
        bytes[slot] = null;
        read.lazySet(at + 1);
        taker.take(time, message, whole);
        return true;
    }

    boolean isEmpty() {
        return read.get() == written.get();
    }
}
