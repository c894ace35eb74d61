package roadcase.surface;

/**
 * Tells a unit that reports where its knobs stand (SEND ALL on some) from hands that move them: eight or more absolute
 * controls within 20 ms are a report.
 *
 * <p>Looks back and, as far as messages have arrived already, ahead. Times are nanoseconds. One thread, nothing is
 * allocated after construction.
 */
public final class PositionReports {
    /** How many different controls make a report. */
    public static final int CONTROLS = 8;
    /** Within which time. */
    public static final long WINDOW_NANOS = 20_000_000;

    private static final int REMEMBERED = 64;

    private final int[] control = new int[REMEMBERED];
    private final long[] time = new long[REMEMBERED];
    private final int[] seen;
    private long count;
    private int round;
    private int different;
    private long reportUntil = Long.MIN_VALUE;

    /** @param controls how many controls the device has */
    public PositionReports(int controls) {
        seen = new int[controls];
    }

    /** A control spoke. */
    public void moved(int which, long nanos) {
        control[(int) (count % REMEMBERED)] = which;
        time[(int) (count % REMEMBERED)] = nanos;
        count++;
    }

    /** Begins to look at {@code nanos}; then {@link #ahead} for each later move known, then {@link #isReport}. */
    public void look(long nanos) {
        round++;
        different = 0;
        for (int back = 1; back <= Math.min(count, REMEMBERED); back++) {
            int i = (int) ((count - back) % REMEMBERED);
            if (nanos - time[i] > WINDOW_NANOS) break;
            see(control[i]);
        }
        if (different >= CONTROLS) reportUntil = nanos;
        round++;
        different = 0;
    }

    /** A move that came after the one looked at, at most {@link #WINDOW_NANOS} later; first the looked-at one itself. */
    public void ahead(int which, long nanos) {
        see(which);
        if (different >= CONTROLS) reportUntil = Math.max(reportUntil, nanos);
    }

    /** Whether the move at {@code nanos} is part of a report. */
    public boolean isReport(long nanos) {
        return nanos <= reportUntil;
    }

    private void see(int which) {
        if (seen[which] == round) return;
        seen[which] = round;
        different++;
    }
}
