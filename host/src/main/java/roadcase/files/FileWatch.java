package roadcase.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Says when the contents of files have changed: once for each save, whatever the editor does to save.
 *
 * <p>Folders are watched by the system (inotify) where it can, which makes it fast; besides, the files are looked at
 * every two seconds, which makes it sure: a network disk rings no bell. Elsewhere, and where the system has no watches
 * left, it looks four times a second. What counts is the content, by hash: see {@link Debounce}.
 *
 * <p>The listener is called on the watch's own daemon thread of low priority with the files that changed, appeared or
 * vanished. While it works, further changes gather for its next call. All other methods: any thread, a few milliseconds
 * of disk, so not the Conductor's.
 *
 * <p>So that no save falls between reading and watching: watch what is known (gig, room, lib), read, then watch all
 * that was found, handing over the hashes of what was read.
 */
public final class FileWatch implements AutoCloseable {
    private static final int MOST_WARNINGS = 20;
    private static final String TOO_MANY = "The script folders hold more than 10,000 files; changes in the rest of "
            + "them are not noticed. Keep only scripts there.";
    private static final long AFTER_WANT = TimeUnit.SECONDS.toNanos(1);
    /** A folder in which something happens all the time shall not keep a core busy. */
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(3);

    private final Consumer<Set<Path>> changed;
    private final Pace pace;
    private final LongSupplier clock;
    private final Thread thread;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Debounce debounce;
    private Bell bell;
    private Look look = new Look(Set.of(), Set.of());
    private boolean waiting;
    private boolean closed;
    private long lastLook;
    private long nextLook;

    /**
     * How fast, in nanoseconds.
     *
     * @param quiet no content changed for so long: the save is complete
     * @param most a change is not held back longer; an empty or missing file is believed after it
     * @param look time between looks where the system tells of changes
     * @param poll the same where it does not
     */
    public record Pace(long quiet, long most, long look, long poll) {
        public static final Pace USUAL = ofMillis(60, 500, 2_000, 250);

        public static Pace ofMillis(long quiet, long most, long look, long poll) {
            return new Pace(quiet * 1_000_000, most * 1_000_000, look * 1_000_000, poll * 1_000_000);
        }
    }

    public FileWatch(Consumer<Set<Path>> changed) {
        this(changed, Pace.USUAL, System::nanoTime, usualBell());
    }

    FileWatch(Consumer<Set<Path>> changed, Pace pace, LongSupplier clock, Bell.Maker maker) {
        this.changed = changed;
        this.pace = pace;
        this.clock = clock;
        debounce = new Debounce(pace.quiet(), pace.most());
        try {
            bell = maker.make();
        } catch (IOException e) {
            noBell(e);
        }
        nextLook = clock.getAsLong();
        lastLook = nextLook - BREATH;
        thread = new Thread(this::run, "roadcase-watch");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Elsewhere the JDK polls too, more slowly, or holds folders open so that nobody can rename them. */
    private static Bell.Maker usualBell() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux ? SystemBell::new : Bell.Silent::new;
    }

    /** The same as {@link #watch(Set, Set, Map)} for files alone, taking what they hold now as known. */
    public void watch(Set<Path> files) {
        watch(files, Set.of(), Map.of());
    }

    /**
     * Replaces what is watched. A file that was watched before keeps what was reported of it.
     *
     * @param files may be missing yet, and so may their folders
     * @param folders every {@code *.groovy} below them counts; may be missing yet
     * @param read the {@link TextFile.Text#hash} of files as the caller read them: what differs from it is reported. A
     *     file left out is taken as it is now.
     */
    public synchronized void watch(Set<Path> files, Set<Path> folders, Map<Path, String> read) {
        if (closed) return;
        look = new Look(absolute(files), absolute(folders));
        Map<Path, String> known = new HashMap<>();
        read.forEach((path, hash) -> known.put(path.toAbsolutePath(), hash));
        // Hung first and looked after, so that nothing happens unseen in between.
        look.now();
        hang();
        debounce.watch(look.now(), known, clock.getAsLong());
        if (waiting) thread.interrupt();
    }

    private static Set<Path> absolute(Set<Path> paths) {
        return paths.stream().map(Path::toAbsolutePath).collect(Collectors.toUnmodifiableSet());
    }

    /** Sentences on what makes watching slower or incomplete; each once. */
    public List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        bell.close();
        if (waiting) thread.interrupt();
    }

    private void run() {
        while (true) {
            Bell ringing;
            Look before;
            long nanos;
            synchronized (this) {
                if (closed) return;
                nanos = Math.max(0, Math.min(debounce.due(), nextLook) - clock.getAsLong());
                ringing = bell;
                before = look;
                waiting = true;
            }
            boolean rang = await(ringing, nanos, before);
            try {
                Set<Path> ready;
                synchronized (this) {
                    waiting = false;
                    // Only we interrupt, and only to end the waiting; the listener must not find it.
                    Thread.interrupted();
                    if (closed) return;
                    ready = glance(rang);
                }
                if (!ready.isEmpty()) tell(ready);
            } catch (OutOfMemoryError wantOfMemory) {
                // A script has it all. The save that makes an end of it must still be seen: look again in a moment.
                synchronized (this) {
                    nextLook = clock.getAsLong() + AFTER_WANT;
                }
            }
        }
    }

    private static boolean await(Bell bell, long nanos, Look look) {
        try {
            return bell.await(nanos, look::concerns);
        } catch (InterruptedException woken) {
            return false;
        }
    }

    private Set<Path> glance(boolean rang) {
        long now = clock.getAsLong();
        if (rang && now - lastLook < BREATH) nextLook = Math.min(nextLook, lastLook + BREATH);
        else if (rang || now >= nextLook || now >= debounce.due()) {
            Set<Path> before = look.folders();
            debounce.observe(look.now(), now);
            if (look.tooMany()) warn(TOO_MANY);
            hang();
            lastLook = now;
            nextLook = now + (bell instanceof Bell.Silent ? pace.poll() : pace.look());
            // In a folder that is new something may have happened before the bell hung there.
            if (!look.folders().equals(before)) nextLook = now + BREATH;
        }
        return debounce.take(now);
    }

    private void tell(Set<Path> ready) {
        try {
            changed.accept(ready);
        } catch (RuntimeException e) {
            warn("A change of " + ready + " was seen but could not be dealt with: " + e + ". Save it again.");
        }
    }

    private void hang() {
        try {
            bell.hang(look.folders());
        } catch (IOException e) {
            bell.close();
            noBell(e);
        }
    }

    private void noBell(IOException e) {
        bell = new Bell.Silent();
        String limit = String.valueOf(e.getMessage()).contains("limit")
                ? " Raise fs.inotify.max_user_watches and max_user_instances with sysctl, then start again." : "";
        warn("The system cannot tell when files change (" + Reason.of(e) + "), so they are looked at every "
                + TimeUnit.NANOSECONDS.toMillis(pace.poll()) + " ms instead." + limit);
    }

    private void warn(String sentence) {
        synchronized (warnings) {
            if (warnings.size() < MOST_WARNINGS) warnings.add(sentence);
        }
    }
}
