package roadcase.midi;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

/**
 * Sends to one device, each message at its time, on a thread of its own: writing to ALSA's raw ports blocks while the
 * device is busy, and one slow device must not hold up the others.
 *
 * <p>{@link #put} belongs to the Conductor's thread; it neither blocks nor allocates for short messages. Each message
 * that leaves is a new object: a device may keep what it is given (Gervill does), so that none can be used twice.
 */
final class JavaOutput implements AutoCloseable {
    /** Messages that wait for their time; more are refused, as the native library does. */
    private static final int MOST_WAITING = 4096;
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    /** For a provider without a clock of its own: now. */
    private static final long AT_ONCE = -1;

    private record Waiting(long timeNanos, long order, int packed, byte[] bytes) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int byTime = Long.compare(timeNanos, other.timeNanos);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final Receiver receiver;
    private final SendRing ring = new SendRing();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private final JavaCounts counts;
    private final Thread thread;
    private long order;
    private volatile boolean closing;
    private volatile boolean broken;

    JavaOutput(String name, Receiver receiver, JavaCounts counts) {
        this.receiver = receiver;
        this.counts = counts;
        this.thread = new Thread(this::deliver, "roadcase sends to " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @return false where too much waits already, or the device takes nothing any more */
    boolean put(long timeNanos, int packed, byte[] whole) {
        if (closing || broken || !ring.put(timeNanos, packed, whole)) return false;
        LockSupport.unpark(thread);
        return true;
    }

    private void deliver() {
        while (!closing || !isIdle()) {
            while (ring.take(this::take)) {}
            long now = System.nanoTime();
            while (!waiting.isEmpty() && waiting.peek().timeNanos - now <= 0) send(waiting.poll());
            if (closing && ring.isEmpty()) break; // what is to come later does not come any more
            if (!ring.isEmpty()) continue;
            if (waiting.isEmpty()) LockSupport.park(this);
            else LockSupport.parkNanos(this, waiting.peek().timeNanos - System.nanoTime());
        }
        counts.droppedOut.addAndGet(waiting.size());
        receiver.close();
    }

    private boolean isIdle() {
        return ring.isEmpty() && waiting.isEmpty();
    }

    /** What is due goes in the order of sending; a time that has passed is now. */
    private void take(long timeNanos, int packed, byte[] bytes) {
        long now = System.nanoTime();
        if (timeNanos - now > 0 && waiting.size() >= MOST_WAITING) counts.droppedOut.incrementAndGet();
        else waiting.add(new Waiting(timeNanos - now > 0 ? timeNanos : now, order++, packed, bytes));
    }

    private void send(Waiting message) {
        try {
            receiver.send(message.bytes == null ? shortMessage(message.packed) : whole(message.bytes), AT_ONCE);
            counts.sent.incrementAndGet();
        } catch (InvalidMidiDataException | IllegalStateException refused) {
            // IllegalStateException: the device was closed. The next look at the ports finds out whether it is there.
            broken = broken || refused instanceof IllegalStateException;
            counts.droppedOut.incrementAndGet();
        }
    }

    private static MidiMessage shortMessage(int packed) throws InvalidMidiDataException {
        int length = Packed.length(packed);
        if (length == 1) return new ShortMessage(Packed.status(packed));
        return new ShortMessage(Packed.status(packed), Packed.data1(packed), length == 3 ? Packed.data2(packed) : 0);
    }

    private static MidiMessage whole(byte[] bytes) throws InvalidMidiDataException {
        if ((bytes[0] & 0xFF) == 0xF0) return new SysexMessage(bytes, bytes.length);
        int packed = 0;
        for (int i = 0; i < Math.min(3, bytes.length); i++) packed |= (bytes[i] & 0xFF) << 8 * i;
        return shortMessage(packed);
    }

    /** Lets what is due leave, at most a quarter of a second. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(FLUSH_NANOS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
