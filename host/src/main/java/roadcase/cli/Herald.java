package roadcase.cli;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.rig.Conductor;
import roadcase.rig.Witness;
import roadcase.rig.plan.Origin;

/**
 * Brings what happens on stage to a face: the Conductor drops it and goes on, a thread of ours says it. Where a face is
 * too slow, what does not fit is left out and counted.
 *
 * <p>{@link #fault}, {@link #note}, {@link #traffic} and {@link #say}: any thread, never block.
 */
final class Herald implements Witness, AutoCloseable {
    private static final int MOST_WAITING = 4_096;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong faults = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    private final Consumer<String> face;
    private final long start = System.nanoTime();
    private final Thread thread;
    private volatile boolean closing;

    /** @param face told line by line, on the herald's thread */
    Herald(Consumer<String> face) {
        this.face = face;
        thread = new Thread(this::herald, "roadcase-herald");
        thread.setDaemon(true);
        thread.start();
    }

    /** How many faults there were since the start. */
    long faults() {
        return faults.get();
    }

    void say(String line) {
        later(() -> face.accept(line));
    }

    @Override
    public void fault(long timeNanos, Origin where, String sentence) {
        faults.incrementAndGet();
        say(where.line() > 0 ? where + ": " + sentence : sentence);
    }

    @Override
    public void note(long timeNanos, String sentence) {
        say(sentence);
    }

    @Override
    public void light(long timeNanos, String port, String control, boolean on) {
        // Gear shows its lights itself; there is nothing to tell.
    }

    void traffic(Conductor.Traffic traffic) {
        later(() -> face.accept(PortMonitor.line(traffic.nanos() - start,
                (traffic.incoming() ? "from " : "to ") + traffic.port(), Message.of(traffic.bytes()))));
    }

    private void later(Runnable what) {
        if (!waiting.offer(what)) leftOut.incrementAndGet();
    }

    private void herald() {
        try {
            while (!closing || !waiting.isEmpty()) {
                Runnable next = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) next.run();
                long missed = leftOut.getAndSet(0);
                if (missed > 0) face.accept(missed + " lines were left out here: they came too fast");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what waits, within a second. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
