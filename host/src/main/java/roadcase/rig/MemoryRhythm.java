package roadcase.rig;

/**
 * When to save: as soon as changes pause for a look, at the latest half a second after the first one was seen, and not
 * before the pause after a failure is over. So a change is on disk within a second, and a fader that moves all evening
 * costs less than two writes a second. Pure; one thread; nanoseconds of one clock.
 */
final class MemoryRhythm {
    /** Time between two looks at the revision. */
    static final long LOOK = 200_000_000L;

    private static final long AT_LATEST = 500_000_000L;
    private static final long FIRST_PAUSE = 500_000_000L;
    private static final long LONGEST_PAUSE = 16_000_000_000L;

    private boolean everSaved;
    private long savedRevision;
    private boolean waiting;
    private long seenRevision;
    private long firstSeen;
    private long lastSeen;
    private long retryAt = Long.MIN_VALUE;
    private long pause = FIRST_PAUSE;

    boolean changed(long revision) {
        return !everSaved || revision != savedRevision;
    }

    boolean due(long revision, long now) {
        if (!changed(revision)) {
            waiting = false;
            return false;
        }
        if (!waiting) firstSeen = now;
        if (!waiting || revision != seenRevision) lastSeen = now;
        waiting = true;
        seenRevision = revision;
        return now >= retryAt && (now - lastSeen >= LOOK || now - firstSeen >= AT_LATEST);
    }

    void saved(long revision) {
        everSaved = true;
        savedRevision = revision;
        waiting = false;
        retryAt = Long.MIN_VALUE;
        pause = FIRST_PAUSE;
    }

    void failed(long now) {
        retryAt = now + pause;
        pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
}
