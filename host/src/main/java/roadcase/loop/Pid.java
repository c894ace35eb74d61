package roadcase.loop;

/**
 * A PID in its parallel form. The derivative is taken of the measurement, so that a new target gives no kick, and may be
 * filtered; changes of gains and target do not move the output by themselves.
 *
 * <p>Against wind-up there are two guards: the integral never leaves the limits, and {@link #applied} takes back what
 * the output could not do (back-calculation). Without {@link #applied}, filter and bumpless target the numbers are those
 * of Python's simple-pid with {@code sample_time=None}.
 *
 * <p>One thread. Levels in dB, times in seconds. Errors: IllegalArgumentException for what is no number.
 */
public final class Pid {
    private double kp;
    private double ki;
    private double kd;
    private double low = Double.NEGATIVE_INFINITY;
    private double high = Double.POSITIVE_INFINITY;
    private double filterSeconds;
    private boolean smoothTarget = true;
    private double proportional;
    private double integral;
    private double derivative;
    private double lastTarget = Double.NaN;
    private double lastMeasured = Double.NaN;
    private double lastOutput = Double.NaN;
    private double wanted = Double.NaN;

    public Pid(Gains gains) {
        kp = gains.p();
        ki = gains.i();
        kd = gains.d();
    }

    /** New numbers; the integral takes over what the proportional part changes, so that the output stays. */
    public void gains(double p, double i, double d) {
        double error = lastTarget - lastMeasured;
        if (!Double.isNaN(error)) {
            integral = within(integral + (kp - p) * error);
            proportional = p * error;
            // the derivative was made with another factor: it is scaled
            derivative = kd == 0 ? 0 : derivative * d / kd;
        }
        kp = p;
        ki = i;
        kd = d;
    }

    public void limits(double newLow, double newHigh) {
        if (!(newLow <= newHigh)) throw new IllegalArgumentException("limits " + newLow + " to " + newHigh);
        low = newLow;
        high = newHigh;
        integral = within(integral);
    }

    /** @param seconds of the low pass before the derivative; Td / 5 to Td / 10 is usual, 0 for none */
    public void filter(double seconds) {
        filterSeconds = seconds;
    }

    /** Whether a new target leaves the output where it is for the moment; else it kicks by p for each dB. */
    public void smoothTarget(boolean smooth) {
        smoothTarget = smooth;
    }

    /** @param seconds since the last step, more than 0 */
    public double step(double target, double measured, double seconds) {
        if (!(seconds > 0)) throw new IllegalArgumentException("a step of " + seconds + " s");
        double error = target - measured;
        if (Double.isNaN(error) || Double.isInfinite(error))
            throw new IllegalArgumentException("a target of " + target + " dB and a level of " + measured + " dB");
        if (smoothTarget && !Double.isNaN(lastTarget)) integral += kp * (lastTarget - target);
        double change = Double.isNaN(lastMeasured) ? 0 : measured - lastMeasured;
        proportional = kp * error;
        integral = within(integral + ki * error * seconds);
        double raw = -kd * change / seconds;
        derivative = filterSeconds == 0 ? raw : derivative + (raw - derivative) * seconds / (filterSeconds + seconds);
        wanted = proportional + integral + derivative;
        lastOutput = within(wanted);
        lastTarget = target;
        lastMeasured = measured;
        return lastOutput;
    }

    /**
     * What became of the last output after slew, quantiser, ceiling: the integral goes back by what was not done, within
     * the tracking time. Source: Åström and Hägglund, with Tt = √(Ti Td), or Ti where there is no derivative.
     */
    public void applied(double actual, double seconds) {
        if (Double.isNaN(wanted) || ki == 0) return;
        double ti = kp / ki;
        double tracking = kd > 0 && kp > 0 ? Math.sqrt(ti * (kd / kp)) : ti;
        double part = tracking <= seconds ? 1 : seconds / tracking;
        integral = within(integral + (actual - wanted) * part);
    }

    /** Goes on from this output with no step: the integral is what the proportional part leaves of it. */
    public void seed(double output, double target, double measured) {
        proportional = kp * (target - measured);
        integral = within(output - proportional);
        derivative = 0;
        lastTarget = target;
        lastMeasured = measured;
        wanted = Double.NaN;
        lastOutput = output;
    }

    private double within(double value) {
        return Math.max(low, Math.min(high, value));
    }

    public double proportional() {
        return proportional;
    }

    public double integral() {
        return integral;
    }

    public double derivative() {
        return derivative;
    }
}
