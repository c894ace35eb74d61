package roadcase.loop;

/**
 * Two steps, down and up again, and the model that fits best to how the level followed: response k, lag τ and delay
 * θ. Less intrusive than a relay, and never louder than before.
 *
 * <p>The fit is by least squares: for each pair of a lag and a delay the model's answer to the steps is computed, and k,
 * the level at rest and a slow drift follow from linear regression. The pairs are tried a few in each step, after the
 * output is back where it was, so that no step takes long.
 */
public final class StepTest extends TuningTest {
    private static final int MOST = 512;
    private static final int DELAYS = 21;
    private static final double DELAY_SECONDS = 0.05;
    private static final int LAGS = 32;
    private static final double SHORTEST_LAG = 0.05;
    private static final int AT_ONCE = 8;
    private static final int LEAST = 30;
    private static final double LAG_FACTOR = 1.18;
    private static final double TOO_LITTLE = 0.3;
    /** Three standard errors of the response must be less than this part of it. */
    private static final double SURE = 0.5;

    private final double height;
    private final long phaseNanos;
    private final double windowSeconds;
    private final double[] times = new double[MOST];
    private final double[] levels = new double[MOST];
    private int count;
    private long start = Long.MIN_VALUE;
    private int tried;
    private double lag = SHORTEST_LAG;
    private double bestError = Double.POSITIVE_INFINITY;
    private double bestResponse;
    private double bestSpread;
    private double bestLag;
    private double bestDelay;
    private double response;
    private double spread;

    /**
     * @param height of the step down, in dB
     * @param overNanos the window of what is measured: the level is watched for three of them after each step
     */
    public StepTest(double height, long overNanos) {
        if (!(height > 0 && height <= 12)) throw new IllegalArgumentException("a step of " + height + " dB; 3 dB is usual, 12 the most");
        this.height = height;
        this.phaseNanos = Math.max(2_000_000_000L, 3 * overNanos);
        this.windowSeconds = overNanos * 1e-9;
    }

    @Override
    public double step(double measured, double lately, long nanos) {
        if (isDone()) return 0;
        if (start == Long.MIN_VALUE) start = nanos;
        long phase = (nanos - start) / phaseNanos;
        if (phase > 2) {
            fit();
            return 0;
        }
        double output = phase == 1 ? -height : 0;
        double seconds = (nanos - start) * 1e-9;
        if (count < MOST && seconds >= count * 3e-9 * phaseNanos / MOST) {
            times[count] = seconds;
            levels[count++] = measured;
        }
        return output;
    }

    /** The next few pairs. */
    private void fit() {
        if (count < LEAST) {
            failed("there were too few readings of the meter");
            return;
        }
        for (int i = 0; i < AT_ONCE && tried < DELAYS * LAGS; i++, tried++) {
            lag = tried % LAGS == 0 ? SHORTEST_LAG : lag * LAG_FACTOR;
            double delay = tried / LAGS * DELAY_SECONDS;
            double error = regress(lag, delay);
            if (error >= bestError) continue;
            bestError = error;
            bestResponse = response;
            bestSpread = spread;
            bestLag = lag;
            bestDelay = delay;
        }
        if (tried == DELAYS * LAGS) finish();
    }

    /**
     * Least squares of level = a + b t + k x, where x is the output behind lag and delay; by centred sums.
     *
     * @return the sum of squares that is left; the response is in {@link #response}
     */
    private double regress(double tau, double delay) {
        double mt = 0;
        double mx = 0;
        double my = 0;
        double tt = 0;
        double tx = 0;
        double xx = 0;
        double ty = 0;
        double xy = 0;
        double yy = 0;
        double phase = phaseNanos * 1e-9;
        for (int i = 0; i < count; i++) {
            double t = times[i];
            double x = answer(t - delay, phase, tau);
            double n = i + 1;
            double dt = t - mt;
            double dx = x - mx;
            double dy = levels[i] - my;
            mt += dt / n;
            mx += dx / n;
            my += dy / n;
            tt += dt * (t - mt);
            tx += dt * (x - mx);
            ty += dt * (levels[i] - my);
            xx += dx * (x - mx);
            xy += dx * (levels[i] - my);
            yy += dy * (levels[i] - my);
        }
        double free = xx - tx * tx / tt;
        if (!(free > 1e-9)) return Double.POSITIVE_INFINITY;
        response = (xy - tx * ty / tt) / free;
        double left = Math.max(0, yy - ty * ty / tt - response * (xy - tx * ty / tt));
        // Neighbours share their window: as if there were fewer readings.
        double alike = Math.max(1, windowSeconds * count / times[count - 1]);
        spread = Math.sqrt(left / Math.max(1, count - 3) / free * alike);
        return left;
    }

    /** The output behind a lag of the first order: down at one phase, up at two. */
    private double answer(double t, double phase, double tau) {
        double down = t <= phase ? 0 : -height * (1 - Math.exp((phase - t) / tau));
        double up = t <= 2 * phase ? 0 : height * (1 - Math.exp((2 * phase - t) / tau));
        return down + up;
    }

    private void finish() {
        if (bestResponse < TOO_LITTLE && bestResponse + 3 * bestSpread < 1)
            failed("the level does not follow the fader: 1 dB of fader makes " + Math.round(bestResponse * 100) / 100.0
                    + " dB; say strategy FORWARD");
        else if (!(3 * bestSpread < SURE * bestResponse))
            failed("the programme was too uneven to learn from: play something steady, such as pink noise into a channel");
        else found(new Findings(name(), Double.NaN, Double.NaN, bestResponse, bestLag, bestDelay));
    }

    @Override
    public double highest() {
        return 0;
    }

    @Override
    public double lowest() {
        return -height;
    }

    @Override
    public String name() {
        return "step test";
    }
}
