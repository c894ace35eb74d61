package roadcase.midi;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscArrayQueue;

/**
 * What came from all devices, on their providers' threads, until the one thread that awaits takes it. Bounded: what
 * does not fit is counted, and told as skipped time on its port.
 */
final class JavaInbox {
    private static final int MOST_ARRIVED = 16_384;
    private static final int NOTHING_LOST = 0;

    /** A short message where {@code bytes} is null. */
    private record Arrival(int handle, long timeNanos, int packed, byte[] bytes) {}

    private final JavaCounts counts;
    private final MpscArrayQueue<Arrival> arrived = new MpscArrayQueue<>(MOST_ARRIVED);
    /** By slot of a port: its handle and one more, where messages of it were lost. */
    private final AtomicIntegerArray lost;
    private volatile boolean anyLost;
    private volatile Thread waiter;
    private volatile boolean woken;
    private volatile boolean changed;
    private volatile boolean closed;

    JavaInbox(JavaCounts counts, int slots) {
        this.counts = counts;
        this.lost = new AtomicIntegerArray(slots);
    }

    /** Where the messages of one port go in. */
    Decoder.Output of(int handle) {
        return new Decoder.Output() {
            @Override
            public void message(long timeNanos, int packed) {
                arrive(new Arrival(handle, timeNanos, packed, null));
            }

            @Override
            public void message(long timeNanos, byte[] bytes, int length) {
                arrive(new Arrival(handle, timeNanos, 0, Arrays.copyOf(bytes, length)));
            }
        };
    }

    private void arrive(Arrival one) {
        if (arrived.offer(one)) {
            counts.received.incrementAndGet();
        } else {
            counts.droppedIn.incrementAndGet();
            lost.set(one.handle % lost.length(), one.handle + 1);
            anyLost = true;
        }
        LockSupport.unpark(waiter);
    }

    void await(long deadlineNanos, Backend.Receiver receiver) {
        waiter = Thread.currentThread();
        while (!handOver(receiver) && !closed && !Thread.currentThread().isInterrupted()) {
            if (deadlineNanos == Long.MAX_VALUE) {
                LockSupport.park(this);
                continue;
            }
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) return;
            LockSupport.parkNanos(this, left);
        }
    }

    /** Whether there is a reason to return. */
    private boolean handOver(Backend.Receiver receiver) {
        boolean reason = woken;
        woken = false;
        if (changed) {
            changed = false;
            reason = true;
            receiver.portsChanged();
        }
        for (Arrival one; (one = arrived.relaxedPoll()) != null; reason = true) {
            if (one.bytes == null) receiver.received(one.handle, one.timeNanos, one.packed);
            else receiver.received(one.handle, one.timeNanos, one.bytes, one.bytes.length);
        }
        if (!anyLost) return reason;
        anyLost = false;
        for (int slot = 0; slot < lost.length(); slot++) {
            int handle = lost.getAndSet(slot, NOTHING_LOST) - 1;
            if (handle >= 0) receiver.skipped(handle, System.nanoTime());
        }
        return true;
    }

    void portsChanged() {
        changed = true;
        LockSupport.unpark(waiter);
    }

    void wake() {
        woken = true;
        LockSupport.unpark(waiter);
    }

    void close() {
        closed = true;
        wake();
    }
}
