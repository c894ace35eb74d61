package roadcase.clock;

/**
 * Where the beat is: a tempo, and the beat at which it began. One thread writes, any may read the tempo.
 *
 * <p>Beats are quarter notes and count from 0; times are nanoseconds; tempo is in beats per minute, 20 to 999.
 */
public final class Beats {
    public static final double SLOWEST = 20;
    public static final double FASTEST = 999;
    private static final double NANOS_PER_MINUTE = 60e9;
    /** Times this close to a grid line are on it: a microsecond. */
    private static final double ON_THE_LINE_NANOS = 1_000;

    private volatile double bpm;
    private long sinceNanos;
    private double sinceBeat;

    public Beats(double bpm, long startNanos) {
        this.bpm = bpm;
        this.sinceNanos = startNanos;
    }

    public double bpm() {
        return bpm;
    }

    /** Changes the tempo from now on; the beat goes on without a jump. */
    public void tempo(long nowNanos, double newBpm) {
        sinceBeat = beat(nowNanos);
        sinceNanos = nowNanos;
        bpm = Math.max(SLOWEST, Math.min(FASTEST, newBpm));
    }

    public double beat(long nanos) {
        return sinceBeat + (nanos - sinceNanos) * bpm / NANOS_PER_MINUTE;
    }

    /** How long {@code beats} last at the present tempo. */
    public long nanos(double beats) {
        return Math.round(beats * NANOS_PER_MINUTE / bpm);
    }

    /** The time of the next multiple of {@code grid} beats; now, where now is on it. */
    public long nextLine(long nowNanos, double grid) {
        double now = beat(nowNanos);
        double onTheLine = ON_THE_LINE_NANOS * bpm / NANOS_PER_MINUTE;
        double line = Math.ceil((now - onTheLine) / grid) * grid;
        return Math.max(nowNanos, sinceNanos + Math.round((line - sinceBeat) * NANOS_PER_MINUTE / bpm));
    }
}
