package roadcase.rig;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import roadcase.files.AtomicFile;
import roadcase.rig.MemoryText.Content;
import roadcase.rig.MemoryText.Kept;

/**
 * What a gig remembers from one evening to the next, on disk within a second of a change.
 *
 * <p>A daemon thread of low priority, {@code roadcase-memory}, looks at the {@link Source}'s revision five times a
 * second; only when it has changed are the entries gathered and written (see {@link MemoryRhythm}). What a name had
 * that vanished from the gig stays until it is forgotten, or until there are more than 100,000 names: then the longest
 * vanished go first. A write that fails is told by {@link #fault} and tried again with growing pauses; what was on disk
 * before stays.
 *
 * <p>No method may be called on the Conductor's thread but {@link #fault}. Nothing is thrown for what a file holds or a
 * disk does. While two processes play one gig, the file is whole, and the last one to write wins.
 */
public final class Memory implements AutoCloseable {
    private static final int MOST_WARNINGS = 50;
    private static final String NO_MEMORY =
            "What the gig remembers could not be looked at: there is no memory left. It is tried again.";
    private static final Duration LAST_WRITE = Duration.ofSeconds(2);

    private final AtomicFile file;
    private final String gig;
    private final Clock wall;
    private final LongSupplier nanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    // Under the lock:
    private final Set<String> warnings = new LinkedHashSet<>();
    private MemoryLines remembered;
    private long flushAsked;
    private long flushDone;
    private boolean closing;
    private Thread thread;

    private volatile Source source;
    private volatile long forgotten;
    private volatile String fault;
    // The memory thread's own:
    private final MemoryRhythm rhythm = new MemoryRhythm();
    private SortedMap<String, Kept> onDisk;

    /**
     * What one name remembers; at least one of {@code on}, {@code value} and {@code text} is there, the others null.
     *
     * @param on of a toggle
     * @param value of a knob, a fader, a value
     * @param text of what has a name for its state, as the active bank
     * @param script the number that the script had when the value was stored: edited since, the script wins
     */
    public record Entry(Boolean on, Double value, String text, Double script) {
        public Entry {
            if (on == null && value == null && text == null) throw new IllegalArgumentException("an entry of nothing");
        }

        public static Entry on(boolean on) {
            return new Entry(on, null, null, null);
        }

        public static Entry value(double value) {
            return new Entry(null, value, null, null);
        }

        public static Entry value(double value, double script) {
            return new Entry(null, value, null, script);
        }

        public static Entry text(String text) {
            return new Entry(null, null, text, null);
        }
    }

    /** What is to be remembered. Both methods are called on the memory's thread while the gig plays on. */
    public interface Source {
        /** Grows with every change, once the change can be collected. Cheap: a volatile read. */
        long revision();

        /** Puts every name that the gig has now, by its written name. */
        void collect(Map<String, Entry> into);
    }

    /** @param warnings sentences for every face */
    public record Loaded(Map<String, Entry> entries, List<String> warnings) {}

    /**
     * @param file made with {@link #unusable} as its validator; null for a memory that lasts no longer than the
     *     process, as a rehearsal's
     * @param gig its name, for whoever reads the file
     * @param wall for the times written into the file
     */
    public Memory(AtomicFile file, String gig, Clock wall) {
        this(file, gig, wall, System::nanoTime);
    }

    Memory(AtomicFile file, String gig, Clock wall, LongSupplier nanos) {
        this.file = file;
        this.gig = gig;
        this.wall = wall;
        this.nanos = nanos;
        remembered = new MemoryLines(Content.empty(), this::warn);
    }

    /** Why these bytes are no memory for this version, as half a sentence; null where they are. */
    public static String unusable(byte[] bytes) {
        return MemoryText.unusable(bytes);
    }

    /** Reads what is on disk; once, before {@link #start}. Spoilt: the last good copy, else nothing, and a warning. */
    public Loaded load() {
        lock.lock();
        try {
            List<String> said = new ArrayList<>();
            if (file != null) {
                AtomicFile.Read read = file.read();
                said.addAll(read.warnings());
                boolean fromTheFile = said.isEmpty();
                Content content = read.bytes() == null ? Content.empty() : MemoryText.read(read.bytes(), said);
                remembered = new MemoryLines(content, this::warn);
                onDisk = fromTheFile ? content.entries() : null;
                if (read.bytes() == null && !said.isEmpty())
                    said.add("Nothing is remembered: the gig starts with its defaults.");
            }
            said.forEach(this::warn);
            return new Loaded(remembered.entries(), List.copyOf(said));
        } finally {
            lock.unlock();
        }
    }

    /** Begins to watch the source; call it once, when the gig has taken over what was loaded. */
    public void start(Source source) {
        attach(source);
        if (file == null) return;
        lock.lock();
        try {
            if (thread != null) throw new IllegalStateException("a memory starts once");
            thread = new Thread(this::run, "roadcase-memory");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        } finally {
            lock.unlock();
        }
    }

    void attach(Source source) {
        this.source = source;
    }

    /** All that is remembered, vanished names too, as of the last save: what a name finds that comes back. */
    public Map<String, Entry> entries() {
        lock.lock();
        try {
            return remembered.entries();
        } finally {
            lock.unlock();
        }
    }

    /** Names that the gig had once and has no more. */
    public Set<String> vanished() {
        lock.lock();
        try {
            return remembered.vanished();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drops a name. A name that the gig still has is remembered anew with its next save.
     *
     * @return false where nothing is remembered by that name
     */
    public boolean forget(String name) {
        lock.lock();
        try {
            if (!remembered.forget(name)) return false;
            forgotten++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Why what is remembered is not on disk, as a sentence; null where all is well. Any thread, cheap. */
    public String fault() {
        return fault;
    }

    /** Sentences since the start, the newest last, each once. */
    public List<String> warnings() {
        lock.lock();
        try {
            return List.copyOf(warnings);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has everything written that has changed up to now.
     *
     * @return null when it is on disk, else why not: a fault of the disk, or that it took longer than the deadline
     */
    public String flush(Duration deadline) {
        lock.lock();
        try {
            if (thread == null || closing) return fault;
            long asked = ++flushAsked;
            moved.signalAll();
            long left = deadline.toNanos();
            while (flushDone < asked) {
                if (left <= 0)
                    return "What the gig remembers was not written within " + deadline.toMillis()
                            + " ms; what was written before is on disk.";
                left = moved.awaitNanos(left);
            }
            return fault;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Writing what the gig remembers was interrupted; what was written before is on disk.";
        } finally {
            lock.unlock();
        }
    }

    /** Writes what is left, within two seconds, and ends the thread. What could not be written, {@link #fault} says. */
    @Override
    public void close() {
        String unwritten = flush(LAST_WRITE);
        lock.lock();
        try {
            if (unwritten != null) fault = unwritten;
            closing = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            try {
                long asked = await();
                if (asked < 0) return;
                look(asked);
            } catch (OutOfMemoryError wantOfMemory) {
                fault = NO_MEMORY; // looked at again: a script that has it all will be stopped or mended
            }
        }
    }

    private void look(long asked) {
        boolean now = asked > flushDone ? rhythm.changed(revision()) : due(nanos.getAsLong());
        if (now) save(nanos.getAsLong());
        lock.lock();
        try {
            flushDone = asked;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next look. The newest flush that is asked for, or -1 at the end. */
    private long await() {
        lock.lock();
        try {
            if (!closing && flushAsked == flushDone) moved.awaitNanos(MemoryRhythm.LOOK);
            return closing ? -1 : flushAsked;
        } catch (InterruptedException lookNow) {
            return flushAsked;
        } finally {
            lock.unlock();
        }
    }

    private long revision() {
        return source.revision() + forgotten;
    }

    /** Whether it is time to save. Memory thread. */
    boolean due(long now) {
        return rhythm.due(revision(), now);
    }

    /** Gathers, merges and writes. Memory thread. */
    void save(long now) {
        // Read before collecting: what changes meanwhile is saved next time.
        long revision = revision();
        String problem;
        try {
            problem = write();
        } catch (OutOfMemoryError e) {
            problem = NO_MEMORY;
        } catch (RuntimeException | Error e) {
            // Whatever it was, it must not end saving for good.
            problem = "What the gig remembers could not be gathered (" + e + "). It is tried again.";
        }
        if (problem == null) rhythm.saved(revision);
        else rhythm.failed(now);
        fault = problem;
    }

    private String write() {
        Map<String, Entry> live = new HashMap<>();
        source.collect(live);
        Content content;
        lock.lock();
        try {
            remembered.merge(live, wall.instant().truncatedTo(ChronoUnit.SECONDS));
            content = remembered.snapshot();
        } finally {
            lock.unlock();
        }
        if (file == null || content.entries().equals(onDisk)) return null;
        String problem = file.write(MemoryText.write(content, gig, wall.instant().truncatedTo(ChronoUnit.MILLIS)));
        if (problem != null) return "What the gig remembers is not on disk: " + problem + " It is tried again.";
        onDisk = content.entries();
        return null;
    }

    private void warn(String sentence) {
        if (warnings.size() < MOST_WARNINGS) warnings.add(sentence);
    }
}
