package roadcase.clock;

import java.util.function.Predicate;

/**
 * What waits for beats of one {@link Timeline}: it comes earlier or later when the tempo changes, and not at all while
 * the clock stands. Tasks of one beat run in the order in which they were given. One thread.
 *
 * <p>At most {@link Scheduler#MOST} tasks wait. Nothing is allocated but while it grows.
 */
public final class BeatSchedule {
    /** A heap of integers orders beats: parts of a beat this small are never seen. */
    private static final double PARTS = 1L << 32;

    /** Something whose time is a beat. */
    public interface OnBeat extends Scheduler.Task {
        double beat();

        /** The clock jumped by so many beats: who waits for a length of music, and not for a place in it, goes along. */
        void jumped(double beats);
    }

    private final Scheduler waiting = new Scheduler();
    private final Timeline timeline;

    public BeatSchedule(Timeline timeline) {
        this.timeline = timeline;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** @return false where too many wait already */
    public boolean add(OnBeat task) {
        return waiting.at(key(task.beat()), task);
    }

    private static long key(double beat) {
        return Math.round(beat * PARTS);
    }

    /** When the first task is due as things stand, or {@link Timeline#NEVER}. May be in the past. */
    public long next() {
        return waiting.size() == 0 ? Timeline.NEVER : timeline.time(waiting.next() / PARTS);
    }

    public void runFirst(long nowNanos) {
        waiting.runFirst(nowNanos);
    }

    /** The clock jumped: asks every task for its beat anew. */
    public void jumped(double beats) {
        waiting.forEach(task -> ((OnBeat) task).jumped(beats));
        waiting.retime(task -> key(((OnBeat) task).beat()));
    }

    public void removeIf(Predicate<Scheduler.Task> gone) {
        waiting.removeIf(gone);
    }

    public int size() {
        return waiting.size();
    }
}
