package roadcase.loop;

/**
 * The relay test of Åström and Hägglund: the output goes up and down by a fixed amount whenever the level crosses the
 * middle, which makes the loop swing by itself at the period that matters. From its height and period follow the gain at
 * which it would swing for ever (Ku) and that period (Pu): {@code Ku = 4 d / (π √(a² − h²))}.
 *
 * <p>It needs something steady to listen to. It learns nothing, and says why, where it does not swing, swings too far or
 * unevenly, or takes too long.
 */
public final class RelayTuner extends TuningTest {
    private static final int SKIPPED = 1;
    private static final int CYCLES = 4;
    private static final long LONGEST_NANOS = 120_000_000_000L;
    private static final double TOO_FAR_DB = 12;
    private static final double UNEVEN = 0.35;

    private final double relay;
    private final double hysteresis;
    private final long middleNanos;
    private final double[] periods = new double[CYCLES];
    private final double[] heights = new double[CYCLES];
    private long start = Long.MIN_VALUE;
    private double middle;
    private int heard;
    private boolean up;
    private boolean swings;
    private int cycle = -SKIPPED - 1;
    private long cycleStart;
    private double top;
    private double bottom;

    /**
     * @param relay half of what the output moves, in dB; 1 to 2
     * @param hysteresis more than the level wobbles by itself, in dB
     * @param overNanos the window of what is measured
     */
    public RelayTuner(double relay, double hysteresis, long overNanos) {
        if (!(relay > 0 && relay <= 6)) throw new IllegalArgumentException("a relay of " + relay + " dB; 1 to 2 dB is usual, 6 the most");
        if (!(hysteresis >= 0)) throw new IllegalArgumentException("a hysteresis of " + hysteresis + " dB");
        this.relay = relay;
        this.hysteresis = hysteresis;
        this.middleNanos = overNanos;
    }

    @Override
    public double step(double measured, double lately, long nanos) {
        if (isDone()) return 0;
        if (start == Long.MIN_VALUE) start = nanos;
        if (nanos - start < middleNanos) {
            middle += (measured - middle) / ++heard;
            return 0;
        }
        if (!swings) {
            swings = true;
            up = measured < middle;
            top = bottom = measured;
        }
        top = Math.max(top, measured);
        bottom = Math.min(bottom, measured);
        if (Math.abs(measured - middle) > TOO_FAR_DB) failed("the level went " + (int) TOO_FAR_DB + " dB away from where it was");
        else if (nanos - start > LONGEST_NANOS) failed("it did not swing within two minutes: the meter may not hear the fader");
        else if (up && measured > middle + hysteresis) up = false;
        else if (!up && measured < middle - hysteresis) {
            up = true;
            cycle(nanos);
        }
        return isDone() ? 0 : up ? relay : -relay;
    }

    /** A whole swing is over. */
    private void cycle(long nanos) {
        if (cycle >= 0) {
            periods[cycle] = (nanos - cycleStart) * 1e-9;
            heights[cycle] = (top - bottom) / 2;
        }
        cycle++;
        cycleStart = nanos;
        top = bottom = middle;
        if (cycle == CYCLES) finish();
    }

    private void finish() {
        double period = mean(periods);
        double height = mean(heights);
        for (int i = 0; i < CYCLES; i++)
            if (Math.abs(periods[i] - period) > UNEVEN * period || Math.abs(heights[i] - height) > UNEVEN * height) {
                failed("it swung unevenly: play something steady, such as pink noise into a channel");
                return;
            }
        if (height <= hysteresis) {
            failed("it swung no further than its hysteresis of " + hysteresis + " dB");
            return;
        }
        double ku = 4 * relay / (Math.PI * Math.sqrt(height * height - hysteresis * hysteresis));
        found(Findings.ofSwing(ku, period, 1));
    }

    private static double mean(double[] all) {
        double sum = 0;
        for (double one : all) sum += one;
        return sum / all.length;
    }

    @Override
    public double highest() {
        return relay;
    }

    @Override
    public double lowest() {
        return -relay;
    }

    @Override
    public String name() {
        return "relay test";
    }
}
