package roadcase.rig;

import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import roadcase.files.AtomicFile;

/**
 * Keeps a session on disk, within a second of a change and never half, as {@link Memory} does for what a gig remembers.
 *
 * <p>A daemon thread of low priority, {@code roadcase-session}. Nothing is thrown for what a disk does: {@link #fault}
 * says it, and it is tried again.
 */
public final class MemoryOfSession implements AutoCloseable {
    private static final long LAST_MILLIS = 4_000;

    private final LongSupplier revision;
    private final Supplier<byte[]> gather;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final MemoryRhythm rhythm = new MemoryRhythm();
    private final Thread thread = new Thread(this::run, "roadcase-session");
    private final AtomicFile file;
    private byte[] onDisk;
    private boolean closing;
    private volatile String fault;

    /**
     * @param revision grows with every change
     * @param gather what is to be on disk now, or null for nothing; may take seconds
     */
    public MemoryOfSession(AtomicFile file, LongSupplier revision, Supplier<byte[]> gather) {
        this.file = file;
        this.revision = revision;
        this.gather = gather;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /** When what was read has been taken over. */
    public void start() {
        rhythm.saved(revision.getAsLong());
        thread.start();
    }

    /** Why the session is not on disk, as a sentence; null where all is well. */
    public String fault() {
        return fault;
    }

    private void run() {
        try {
            while (!isClosing()) if (rhythm.due(revision.getAsLong(), System.nanoTime())) save();
            save();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosing() throws InterruptedException {
        lock.lock();
        try {
            if (!closing) news.awaitNanos(MemoryRhythm.LOOK);
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private void save() {
        long now = revision.getAsLong();
        String problem;
        try {
            byte[] bytes = gather.get();
            problem = bytes == null || Arrays.equals(bytes, onDisk) ? null : file.write(bytes);
            if (problem == null) onDisk = bytes;
        } catch (RuntimeException | OutOfMemoryError e) {
            problem = "The session could not be gathered (" + e + "). It is tried again.";
        }
        if (problem == null) rhythm.saved(now);
        else rhythm.failed(System.nanoTime());
        fault = problem;
    }

    /** Writes what there is to write, within four seconds. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(LAST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
