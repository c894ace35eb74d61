package roadcase.loop;

import java.util.Arrays;

/**
 * How loud it is over a span: within each step a percentile of the frames, so that one loud frame does not count, and
 * over the steps an average of power.
 *
 * <p>The average falls off exponentially with a third of the span, so that a change is there to 95 % after one span:
 * 3 s are the short-term window of EBU Tech 3341. Averages are of power, never of decibels or amplitudes.
 *
 * <p>One thread; dB and seconds.
 */
public final class Window {
    /** The percentile that is taken of a step's frames. */
    public static final double USUAL = 0.7;
    private static final int MOST_FRAMES = 64;

    private final double[] frames = new double[MOST_FRAMES];
    private int count;
    private double spanSeconds;
    private final double percentile;
    private double power = Double.NaN;
    private double lately = Double.NaN;

    /** @param percentile 0 to 1 of the frames of a step, or NaN for their mean power */
    public Window(double spanSeconds, double percentile) {
        this.spanSeconds = spanSeconds;
        this.percentile = percentile;
    }

    public void span(double seconds) {
        spanSeconds = seconds;
    }

    /** A frame of the meter. More than {@value #MOST_FRAMES} in one step push out the oldest. */
    public void add(double decibels) {
        if (count == MOST_FRAMES) System.arraycopy(frames, 1, frames, 0, --count);
        frames[count++] = decibels;
    }

    /** Takes the step's frames into the average. @return the average, NaN before the first frame */
    public double step(double seconds) {
        if (count > 0) {
            lately = ofFrames();
            double now = power(lately);
            power = Double.isNaN(power) ? now : power + (now - power) * (1 - Math.exp(-3 * seconds / spanSeconds));
            count = 0;
        }
        return level();
    }

    private double ofFrames() {
        if (Double.isNaN(percentile)) {
            double sum = 0;
            for (int i = 0; i < count; i++) sum += power(frames[i]);
            return 10 * Math.log10(sum / count);
        }
        Arrays.sort(frames, 0, count);
        double at = percentile * (count - 1);
        int below = (int) at;
        double above = below + 1 < count ? frames[below + 1] : frames[below];
        return frames[below] + (above - frames[below]) * (at - below);
    }

    /** In dB; NaN before the first frame. */
    public double level() {
        return 10 * Math.log10(power);
    }

    /** In dB, of the frames of the last step that had any. */
    double lately() {
        return lately;
    }

    /** The average begins again with the next frames. */
    public void forget() {
        power = Double.NaN;
        count = 0;
    }

    static double power(double decibels) {
        return Math.pow(10, decibels / 10);
    }
}
