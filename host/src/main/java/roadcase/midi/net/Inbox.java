package roadcase.midi.net;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.MpscUnboundedArrayQueue;

/**
 * What came over all wires until the Conductor takes it. Each wire has its share: one that floods drops its own
 * messages, what begins something first, and never those of others.
 */
final class Inbox {
    /** How much of one wire may wait; half as much again of what ends something. */
    private static final int MOST_OF_ONE = 2_048;
    private static final int MOST_BYTES_OF_ONE = 1 << 20;

    /** Takes what arrived, on the Conductor's thread. {@code bytes} is null for a short message. */
    interface Taker {
        void message(int handle, int who, long timeNanos, int packed, byte[] bytes);

        /** Messages of a wire were lost, or the wire itself: what it holds is to be ended. */
        void lost(int handle, int who, long timeNanos);
    }

    private record Arrival(Inflow of, int handle, long timeNanos, int packed, byte[] bytes, boolean lost) {}

    /** Each share is bounded, so the whole is. */
    private final MpscUnboundedArrayQueue<Arrival> arrived = new MpscUnboundedArrayQueue<>(1024);
    private final Runnable wake;
    private final AtomicLong dropped = new AtomicLong();

    /** @param wake makes the Conductor look */
    Inbox(Runnable wake) {
        this.wake = wake;
    }

    /** One wire's share. Messages by one thread at a time. */
    final class Inflow {
        private final int handle;
        private final int who;
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger bytesWaiting = new AtomicInteger();
        private final AtomicBoolean lossWaits = new AtomicBoolean();

        private Inflow(int handle, int who) {
            this.handle = handle;
            this.who = who;
        }

        /** @return false where it found no room and was dropped */
        boolean message(int to, int packed, byte[] bytes) {
            boolean ends = bytes == null && Sounding.ends(packed);
            boolean room = waiting.get() < (ends ? MOST_OF_ONE + MOST_OF_ONE / 2 : MOST_OF_ONE)
                    && (bytes == null || bytesWaiting.get() + bytes.length <= MOST_BYTES_OF_ONE);
            if (room) {
                waiting.incrementAndGet();
                if (bytes != null) bytesWaiting.addAndGet(bytes.length);
                arrive(new Arrival(this, to, System.nanoTime(), packed, bytes, false));
                return true;
            }
            dropped.incrementAndGet();
            // An end that is lost would leave a note hanging.
            if (ends) lost();
            return false;
        }

        void lost() {
            if (lossWaits.compareAndSet(false, true)) arrive(new Arrival(this, handle, System.nanoTime(), 0, null, true));
        }

        private void arrive(Arrival one) {
            arrived.offer(one);
            wake.run();
        }

        private void left(Arrival one) {
            if (one.lost) {
                lossWaits.set(false);
                return;
            }
            waiting.decrementAndGet();
            if (one.bytes != null) bytesWaiting.addAndGet(-one.bytes.length);
        }
    }

    /** The share of a port of ours that hears another machine. */
    Inflow ofPort(int handle) {
        return new Inflow(handle, -1);
    }

    /** The share of a peer, who may mean any port. */
    Inflow ofPeer(int who) {
        return new Inflow(-1, who);
    }

    /** Hands over what is there. @return whether there was anything */
    boolean handTo(Taker taker) {
        boolean any = false;
        for (Arrival one; (one = arrived.relaxedPoll()) != null; any = true) {
            one.of.left(one);
            if (one.lost) taker.lost(one.handle, one.of.who, one.timeNanos);
            else taker.message(one.handle, one.of.who, one.timeNanos, one.packed, one.bytes);
        }
        return any;
    }

    long dropped() {
        return dropped.get();
    }
}
