package roadcase.loop;

import java.util.Arrays;

/**
 * Tells a hand on the output from what we sent ourselves: the output should read as one of the last things that we sent.
 * What reads as before our last order was perhaps lost on the way, and is sent again, a few times.
 *
 * <p>A hand that leaves the output where it just was, to a tenth of a dB, is seen half a second late, or, where that looks
 * like a lost order, after some tries.
 *
 * <p>One thread; dB and nanoseconds.
 */
final class Hand {
    /**
     * A fader rounds what it is sent: half a step of 1024 is 0.04 dB at most above -30 dB, and 0.24 dB at the very
     * bottom. Source: the fader law of desks (X32).
     */
    private static final double FINE_DB = 0.1;
    private static final double COARSE_DB = 0.3;
    private static final double COARSE_BELOW_DB = -30;
    private static final double SAME_DB = 0.05;
    private static final long LATE_NANOS = 500_000_000L;
    private static final int MEMORY = 16;
    private static final int MOST_LOST = 3;

    private final double[] sent = new double[MEMORY];
    private final long[] times = new long[MEMORY];
    private int last;
    private double before = Double.NaN;
    private int lost;

    /** What an output's reading says. */
    enum Reading { OURS, LOST, HAND }

    Hand() {
        Arrays.fill(sent, Double.NaN);
    }

    /** We sent this; {@code reading} is what the output read then. */
    void sent(double output, double reading, long nanos) {
        last = (last + 1) % MEMORY;
        sent[last] = output;
        times[last] = nanos;
        before = reading;
    }

    /** The output stands here by itself, or by a hand that is known. */
    void stands(double output, long nanos) {
        Arrays.fill(sent, Double.NaN);
        sent[last] = output;
        times[last] = nanos;
        before = Double.NaN;
        lost = 0;
    }

    Reading reads(double output, long nanos) {
        if (near(output, sent[last], tolerance(output))) {
            lost = 0;
            return Reading.OURS;
        }
        for (int i = 0; i < MEMORY; i++) {
            // On its way: what we sent lately, and what was there before the first of that.
            boolean lately = nanos - times[i] <= LATE_NANOS;
            if (lately && near(output, sent[i], tolerance(output))) return Reading.OURS;
        }
        boolean waits = nanos - times[last] <= LATE_NANOS;
        if (!near(output, before, SAME_DB)) return Reading.HAND;
        if (waits) return Reading.OURS;
        return ++lost > MOST_LOST ? Reading.HAND : Reading.LOST;
    }

    private static double tolerance(double output) {
        return output < COARSE_BELOW_DB ? COARSE_DB : FINE_DB;
    }

    private static boolean near(double a, double b, double tolerance) {
        return Math.abs(a - b) <= tolerance;
    }
}
