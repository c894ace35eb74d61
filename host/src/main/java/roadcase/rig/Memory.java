package roadcase.rig;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * second; only when it has changed are the entries gathered and written, when the changes pause or half a second after
 * the first. What a name had that vanished from the gig stays until it is forgotten, or until there are more than
 * 100,000 names: then the longest vanished go first. A write that fails is told by {@link #fault} and tried again with
 * growing pauses; what was on disk before stays.
 *
 * <p>No method may be called on the Conductor's thread but {@link #fault}. Nothing is thrown for what a file holds or a
 * disk does.
 */
public final class Memory implements AutoCloseable {
    private static final int MOST_ENTRIES = 100_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_WARNINGS = 50;
    private static final long LOOK = 200_000_000L;
    private static final long AT_LATEST = 500_000_000L;
    private static final long FIRST_PAUSE = 500_000_000L;
    private static final long LONGEST_PAUSE = 16_000_000_000L;

    private final AtomicFile file;
    private final String gig;
    private final Clock wall;
    private final LongSupplier nanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    // Under the lock:
    private Content content = Content.empty();
    private boolean loaded;
    private final Set<String> warnings = new LinkedHashSet<>();
    private long flushAsked;
    private long flushDone;
    private boolean closing;
    private Thread thread;

    private volatile Source source;
    private volatile long forgotten;
    private volatile String fault;
    // The memory thread's own:
    private boolean everSaved;
    private long savedRevision;
    private long seenRevision;
    private boolean waiting;
    private long firstSeen;
    private long lastSeen;
    private long retryAt = Long.MIN_VALUE;
    private long pause = FIRST_PAUSE;
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
        /** Grows with every change, after the change can be collected. Cheap. */
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
    }

    /** Why these bytes are no memory for this version, as half a sentence; null where they are. */
    public static String unusable(byte[] bytes) {
        return MemoryText.unusable(bytes);
    }

    /** Reads what is on disk. A spoilt file means its last good copy, else nothing, and a warning. */
    public Loaded load() {
        lock.lock();
        try {
            loaded = true;
            List<String> said = new ArrayList<>();
            content = Content.empty();
            if (file != null) {
                AtomicFile.Read read = file.read();
                said.addAll(read.warnings());
                boolean fromTheFile = said.isEmpty();
                if (read.bytes() != null) content = MemoryText.read(read.bytes(), said);
                else if (!said.isEmpty()) said.add("Nothing is remembered: the gig starts with its defaults.");
                onDisk = fromTheFile && read.bytes() != null ? new TreeMap<>(content.entries()) : null;
            }
            said.forEach(this::warn);
            return new Loaded(entries(), List.copyOf(said));
        } finally {
            lock.unlock();
        }
    }

    /** Begins to watch the source; call it when what was loaded has been taken over. Once. */
    public void start(Source source) {
        attach(source);
        if (file == null) return;
        lock.lock();
        try {
            if (thread != null || closing) throw new IllegalStateException("a memory starts once");
            thread = new Thread(this::run, "roadcase-memory");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.start();
        } finally {
            lock.unlock();
        }
    }

    void attach(Source source) {
        lock.lock();
        try {
            if (!loaded) load();
            this.source = source;
        } finally {
            lock.unlock();
        }
    }

    /** All that is remembered, vanished names too: what a name finds that comes back with a reload. */
    public Map<String, Entry> entries() {
        lock.lock();
        try {
            Map<String, Entry> entries = new HashMap<>();
            content.entries().forEach((name, kept) -> {
                if (kept.entry() != null) entries.put(name, kept.entry());
            });
            return Map.copyOf(entries);
        } finally {
            lock.unlock();
        }
    }

    /** Names that the gig had once and has no more. */
    public Set<String> vanished() {
        lock.lock();
        try {
            Set<String> names = new LinkedHashSet<>();
            content.entries().forEach((name, kept) -> {
                if (kept.gone() != null) names.add(name);
            });
            return names;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Drops a name. A name that the gig still has is remembered anew with its next state.
     *
     * @return false where nothing is remembered by that name
     */
    public boolean forget(String name) {
        lock.lock();
        try {
            if (content.entries().remove(name) == null) return false;
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
            if (thread == null) return null;
            long asked = ++flushAsked;
            moved.signalAll();
            long left = deadline.toNanos();
            while (flushDone < asked) {
                if (left <= 0 || !thread.isAlive())
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

    /** Writes what is left, within two seconds, and ends the thread. */
    @Override
    public void close() {
        flush(Duration.ofSeconds(2));
        lock.lock();
        try {
            closing = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            long asked = pauseForALook();
            if (asked < 0) return;
            if (asked > flushDone ? changed() : due(nanos.getAsLong())) save(nanos.getAsLong());
            lock.lock();
            try {
                flushDone = asked;
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** The flush that is asked for, or -1 at the end. */
    private long pauseForALook() {
        lock.lock();
        try {
            if (!closing && flushAsked == flushDone) moved.awaitNanos(LOOK);
            return closing ? -1 : flushAsked;
        } catch (InterruptedException nobodyMayDoThat) {
            return flushAsked;
        } finally {
            lock.unlock();
        }
    }

    private long revision() {
        return source.revision() + forgotten;
    }

    private boolean changed() {
        return !everSaved || revision() != savedRevision;
    }

    /** Whether it is time to save. Memory thread; times of one clock, in nanoseconds. */
    boolean due(long now) {
        if (!changed()) {
            waiting = false;
            return false;
        }
        long revision = revision();
        if (!waiting) firstSeen = now;
        if (!waiting || revision != seenRevision) lastSeen = now;
        waiting = true;
        seenRevision = revision;
        boolean calm = now - lastSeen >= LOOK;
        return now >= retryAt && (calm || now - firstSeen >= AT_LATEST);
    }

    /** Gathers, merges and writes. Memory thread. */
    void save(long now) {
        // Read before collecting: what changes meanwhile is saved next time.
        long revision = revision();
        String problem;
        try {
            problem = write();
        } catch (RuntimeException | StackOverflowError e) {
            problem = "What the gig remembers could not be gathered: " + e + ".";
        }
        if (problem == null) {
            everSaved = true;
            savedRevision = revision;
            waiting = false;
            pause = FIRST_PAUSE;
            retryAt = Long.MIN_VALUE;
        } else {
            retryAt = now + pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
        fault = problem;
    }

    private String write() {
        Map<String, Entry> live = new HashMap<>();
        source.collect(live);
        Content merged;
        lock.lock();
        try {
            merge(live, wall.instant().truncatedTo(ChronoUnit.SECONDS));
            merged = new Content(new TreeMap<>(content.entries()), content.beside());
        } finally {
            lock.unlock();
        }
        if (merged.entries().equals(onDisk)) return null;
        byte[] bytes = MemoryText.write(merged, gig, wall.instant().truncatedTo(ChronoUnit.MILLIS));
        String problem = file.write(bytes);
        if (problem == null) onDisk = merged.entries();
        return problem == null ? null : "What the gig remembers is not on disk: " + problem + " It is tried again.";
    }

    private void merge(Map<String, Entry> live, Instant now) {
        SortedMap<String, Kept> entries = content.entries();
        entries.replaceAll((name, kept) -> live.containsKey(name) || kept.gone() != null
                ? kept : new Kept(kept.entry(), now, kept.read()));
        live.forEach((name, entry) -> {
            Kept before = entries.get(name);
            if (writable(name, entry)) entries.put(name, new Kept(entry, null, before == null ? null : before.read()));
            else if (before != null) entries.put(name, new Kept(before.entry(), null, before.read()));
        });
        if (entries.size() > MOST_ENTRIES) dropTooMany(entries);
    }

    private boolean writable(String name, Entry entry) {
        boolean finite = (entry.value() == null || Double.isFinite(entry.value()))
                && (entry.script() == null || Double.isFinite(entry.script()));
        if (!finite) warn("'" + name + "' is no number now and is not remembered as that; what it had before is kept.");
        boolean fits = entry.text() == null || entry.text().length() <= LONGEST_TEXT;
        if (!fits)
            warn("The text of '" + name + "' is longer than 100,000 letters and is not remembered; what it had before "
                    + "is kept.");
        return finite && fits;
    }

    private void dropTooMany(SortedMap<String, Kept> entries) {
        List<String> leaving = new ArrayList<>(entries.keySet());
        // The longest vanished first, then by name; what the gig still has comes last.
        leaving.sort((a, b) -> {
            Instant goneA = entries.get(a).gone();
            Instant goneB = entries.get(b).gone();
            if (goneA == null || goneB == null) return Boolean.compare(goneA == null, goneB == null);
            return goneA.compareTo(goneB);
        });
        List<String> dropped = leaving.subList(0, entries.size() - MOST_ENTRIES);
        String first = dropped.get(0);
        dropped.forEach(entries::remove);
        warn("More than 100,000 names are remembered: the longest vanished, '" + first + "' first, were forgotten.");
    }

    private void warn(String sentence) {
        if (warnings.size() < MOST_WARNINGS) warnings.add(sentence);
    }
}
