package roadcase.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import roadcase.rig.RealTime;

/**
 * Plays messages into a port at a steady pace, as a driver's thread does: with real-time priority where the system
 * gives it. Where the feeder itself is woken too late it does not catch up: nobody plays a burst by accident. A message
 * is stamped when it goes in; what is measured begins there.
 */
final class Feeder {
    private final IntPredicate port;
    private final int[] messages;
    private final long everyNanos;
    private volatile boolean stop;
    private volatile long fed;
    private volatile long refused;
    private Thread thread;

    Feeder(FeedBackend ports, int handle, int[] messages, long everyNanos) {
        this(message -> ports.feed(handle, message), messages, everyNanos);
    }

    /** @param port takes a message, or says that it cannot */
    Feeder(IntPredicate port, int[] messages, long everyNanos) {
        this.port = port;
        this.messages = messages;
        this.everyNanos = everyNanos;
    }

    /** @param count how many; {@link Long#MAX_VALUE} for as long as nobody stops it */
    Feeder start(long count) {
        thread = new Thread(() -> run(count), "roadcase-feeder");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run(long count) {
        RealTime.ask();
        long due = System.nanoTime();
        for (long i = 0; i < count && !stop; i++) {
            // Spread over the interval, so that nothing falls in step with a timer.
            due = Math.max(due, System.nanoTime() - everyNanos) + everyNanos / 2 + i * 7_919 % everyNanos;
            for (long now; (now = System.nanoTime()) < due; ) LockSupport.parkNanos(due - now);
            if (port.test(messages[(int) (i % messages.length)])) fed++;
            else refused++;
        }
    }

    long fed() {
        return fed;
    }

    long refused() {
        return refused;
    }

    void stop() {
        stop = true;
    }

    void join() throws InterruptedException {
        thread.join();
    }
}
