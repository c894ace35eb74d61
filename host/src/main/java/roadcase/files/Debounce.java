package roadcase.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes one event of all that an editor does to save once. Pure: it is told what the files hold and what time it is.
 *
 * <p>Contents are compared by their hash with what was reported last, so a touch, or a change taken back at once, is
 * nothing. Differences are reported together when no content has changed for the quiet time, at the latest after the
 * most time. An empty or missing file is usually one about to be written: it must stay so for the most time before it
 * is believed. One thread at a time. Times in nanoseconds of any clock that only goes forward.
 */
final class Debounce {
    /** The hash of a file that is not there. */
    static final String MISSING = "";
    private static final String EMPTY = ContentHash.of(new byte[0]);

    private final long quiet;
    private final long most;
    private final Map<Path, String> reported = new HashMap<>();
    private final Map<Path, Seen> seen = new HashMap<>();
    /** When the present batch of differences began. */
    private long first;

    private record Seen(String hash, long since) {
        boolean hollow() {
            return hash.equals(MISSING) || hash.equals(EMPTY);
        }
    }

    Debounce(long quietNanos, long mostNanos) {
        quiet = quietNanos;
        most = mostNanos;
    }

    /**
     * Begins with another set of files. A file that stays in the set keeps what was reported of it.
     *
     * @param now what the files of the set hold, {@link #MISSING} too; folders of the set may bring further files later
     * @param read what the reader found in files it has read: reported already
     */
    void watch(Map<Path, String> now, Map<Path, String> read, long nowNanos) {
        Map<Path, String> before = new HashMap<>(reported);
        reported.clear();
        now.forEach((path, hash) -> reported.put(path, before.getOrDefault(path, hash)));
        reported.putAll(read);
        seen.keySet().retainAll(reported.keySet());
        observe(now, nowNanos);
    }

    /** @param now all files that are there, and what they hold; a file left out is missing */
    void observe(Map<Path, String> now, long nowNanos) {
        boolean calm = differences().isEmpty();
        Set<Path> all = new HashSet<>(reported.keySet());
        all.addAll(now.keySet());
        for (Path path : all) {
            String hash = now.getOrDefault(path, MISSING);
            Seen before = seen.get(path);
            if (before == null || !before.hash.equals(hash)) seen.put(path, new Seen(hash, nowNanos));
        }
        if (calm) first = nowNanos;
    }

    /** When {@link #take} may have something; {@link Long#MAX_VALUE} where nothing is under way. */
    long due() {
        long settled = Long.MIN_VALUE;
        for (Path path : differences()) {
            Seen is = seen.get(path);
            settled = Math.max(settled, is.since + (is.hollow() ? most : quiet));
        }
        return settled == Long.MIN_VALUE ? Long.MAX_VALUE : Math.min(settled, first + most);
    }

    /** The files to report now, often none. */
    Set<Path> take(long nowNanos) {
        if (nowNanos < due()) return Set.of();
        Set<Path> ready = new HashSet<>();
        long oldest = Long.MAX_VALUE;
        for (Path path : differences()) {
            Seen is = seen.get(path);
            if (is.hollow() && nowNanos - is.since < most) {
                oldest = Math.min(oldest, is.since);
            } else {
                ready.add(path);
                reported.put(path, is.hash);
            }
        }
        first = oldest;
        return ready;
    }

    private Set<Path> differences() {
        Set<Path> different = new HashSet<>();
        seen.forEach((path, is) -> {
            if (!is.hash.equals(reported.getOrDefault(path, MISSING))) different.add(path);
        });
        return different;
    }
}
