package roadcase.midi;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages on their way from one thread to another, with their times. Bounded; short messages are passed on without
 * allocating anything.
 *
 * <p>{@link #put} belongs to one thread, {@link #take} to another.
 */
public final class SendRing {
    private static final int USUAL_SIZE = 8192;

    /** Takes what {@link #take} finds; {@code bytes} is null for a short message. */
    public interface Taker {
        void take(long timeNanos, int packed, byte[] bytes);
    }

    private final int size;
    private final long[] times;
    private final int[] packed;
    private final byte[][] bytes;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong read = new AtomicLong();

    SendRing() {
        this(USUAL_SIZE);
    }

    public SendRing(int size) {
        this.size = size;
        this.times = new long[size];
        this.packed = new int[size];
        this.bytes = new byte[size][];
    }

    /** @return false where it is full */
    public boolean put(long timeNanos, int message, byte[] whole) {
        long at = written.get();
        if (at - read.get() == size) return false;
        int slot = (int) (at % size);
        times[slot] = timeNanos;
        packed[slot] = message;
        bytes[slot] = whole;
        written.lazySet(at + 1);
        return true;
    }

    public boolean take(Taker taker) {
        long at = read.get();
        if (at == written.get()) return false;
        int slot = (int) (at % size);
        long time = times[slot];
        int message = packed[slot];
        byte[] whole = bytes[slot];
        bytes[slot] = null;
        read.lazySet(at + 1);
        taker.take(time, message, whole);
        return true;
    }

    public boolean isEmpty() {
        return read.get() == written.get();
    }

    /** How many wait. */
    public int waiting() {
        return (int) (written.get() - read.get());
    }
}
