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
    private volatile TrafficLines watched;
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

    /** Lines for what passes, which are said on the herald's thread from now on. */
    TrafficLines lines(Shown shown) {
        TrafficLines lines = new TrafficLines(shown, start, face);
        watched = lines;
        return lines;
    }

    void traffic(Conductor.Traffic traffic, TrafficLines lines) {
        later(() -> lines.passed(traffic.nanos(), (traffic.incoming() ? "from " : "to ") + traffic.port(),
                Message.of(traffic.bytes())));
    }

    private void later(Runnable what) {
        if (!waiting.offer(what)) leftOut.incrementAndGet();
    }

    private void herald() {
        try {
            while (!closing || !waiting.isEmpty()) {
                try {
                    sayNext();
                } catch (OutOfMemoryError wantOfMemory) {
                    leftOut.incrementAndGet(); // a script has it; the next line may find room again
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayNext() throws InterruptedException {
        Runnable next = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) next.run();
        else if (watched != null) watched.tick(System.nanoTime());
        long missed = leftOut.get();
        if (missed == 0) return;
        face.accept(missed + " lines were left out here: they came too fast, or there was no memory");
        leftOut.addAndGet(-missed);
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
