package roadcase.loop;

/**
 * Finds out whether a meter hears the output: takes it down a little, up again, several times, and looks whether the
 * level follows. Never louder than before.
 *
 * <p>Rounds of down and up are compared in the order A B B A, so that a programme that slowly gets louder does not
 * count. With each round the mean gets surer; it ends when the answer is clear, or undecided after {@value #MOST}
 * rounds. Source of the thresholds: below 0.3 dB for 1 dB there is too little feedback for a PID.
 */
public final class Probe implements Tuning {
    private static final double NUDGE_DB = 1.5;
    private static final double ENOUGH = 0.7;
    private static final double TOO_LITTLE = 0.3;
    private static final int LEAST = 3;
    private static final int MOST = 16;
    /** Time for the order to get there and for the meter to follow. */
    private static final long SETTLE_NANOS = 750_000_000L;
    private static final long LISTEN_NANOS = 1_250_000_000L;
    /** Standard errors that the answer must be away from the other one. */
    private static final double SURE = 1.5;

    private long phaseStart = Long.MIN_VALUE;
    private int phase;
    private double sum;
    private int count;
    private final double[] means = new double[4];
    private int rounds;
    private double total;
    private double squares;
    private Strategy answer;
    private boolean done;

    @Override
    public double step(double measured, double lately, long nanos) {
        if (done) return 0;
        if (phaseStart == Long.MIN_VALUE) phaseStart = nanos;
        if (nanos - phaseStart >= SETTLE_NANOS) {
            sum += lately;
            count++;
        }
        if (nanos - phaseStart >= SETTLE_NANOS + LISTEN_NANOS) next(nanos);
        return done || isUp() ? 0 : -NUDGE_DB;
    }

    /** Up, down, down, up. */
    private boolean isUp() {
        return phase == 0 || phase == 3;
    }

    private void next(long nanos) {
        means[phase] = sum / count;
        sum = 0;
        count = 0;
        phaseStart = nanos;
        if (++phase < means.length) return;
        phase = 0;
        double response = (means[0] + means[3] - means[1] - means[2]) / 2 / NUDGE_DB;
        rounds++;
        total += response;
        squares += response * response;
        decide();
    }

    private void decide() {
        if (rounds < LEAST) return;
        double mean = response();
        double variance = Math.max(0, (squares - rounds * mean * mean) / (rounds - 1));
        double error = SURE * Math.sqrt(variance / rounds);
        if (mean - error > TOO_LITTLE && mean > ENOUGH - 0.2) answer = Strategy.FEEDBACK;
        else if (mean + error < ENOUGH && mean < TOO_LITTLE) answer = Strategy.FORWARD;
        done = answer != null || rounds == MOST;
    }

    /** dB of level for each dB of output. */
    public double response() {
        return rounds == 0 ? Double.NaN : total / rounds;
    }

    /** Null where it could not be told. */
    public Strategy answer() {
        return answer;
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public String failure() {
        return done && answer == null
                ? "the programme is too uneven to tell whether the meter hears the fader; say strategy FEEDBACK or FORWARD"
                : null;
    }

    @Override
    public double highest() {
        return 0;
    }

    @Override
    public double lowest() {
        return -NUDGE_DB;
    }

    @Override
    public String name() {
        return "probe";
    }
}
