package roadcase.loop;

import java.util.Map;

/**
 * What a script says of a loop. Levels in dB, rates in dB a second, spans in nanoseconds.
 *
 * @param overNanos the window
 * @param stepNanos how often it decides
 * @param deadband smaller errors are left alone
 * @param low and {@code high}: where the output may be
 * @param up and {@code down}: how fast it may move
 * @param gains for whatever is heard
 * @param byContent other gains for what is recognised
 * @param silence null where there is none
 * @param ceiling peaks that are louder take the output down at once; infinite for none
 * @param handsOffNanos how long an output that somebody moved is theirs
 */
public record LoopSettings(
        double target, long overNanos, long stepNanos, double deadband, double low, double high, double up, double down,
        Strategy strategy, Gains gains, Map<Content, Gains> byContent, Silence silence, double ceiling,
        long handsOffNanos, StopPolicy onStop) {
    private static final long MILLI = 1_000_000L;
    private static final double LARGEST_DB = 200;

    /**
     * @param below for so long and it is silent; above {@code until} for so long and it is not
     */
    public record Silence(double below, long afterNanos, double until, long untilNanos) {
        public static final Silence USUAL = new Silence(-50, 1_000 * MILLI, -45, 300 * MILLI);

        public Silence {
            if (!(until >= below)) throw new IllegalArgumentException("silence ends at " + until
                    + " dB, below the " + below + " dB where it begins");
        }
    }

    /** Gentle: what a loop does of which nothing is said. Source of the figures: practice of streaming, see docs. */
    public static final LoopSettings USUAL = new LoopSettings(-18, 3_000 * MILLI, 250 * MILLI, 0.5, -15, 3, 2, 5,
            Strategy.AUTO, Gains.GENTLE, Map.of(), Silence.USUAL, -1, 10_000 * MILLI, StopPolicy.LEAVE);

    public LoopSettings {
        byContent = Map.copyOf(byContent);
        if (!(Math.abs(target) <= LARGEST_DB)) throw wrong("a target of " + target + " dB");
        if (!(low < high)) throw wrong("between " + low + " dB and " + high + " dB; the lower limit comes first");
        if (!(up > 0) || !(down > 0)) throw wrong("up " + up + " and down " + down + " dB per second; both are more than 0");
        if (!(deadband >= 0)) throw wrong("a deadband of " + deadband + " dB");
        if (stepNanos < 20 * MILLI || stepNanos > 10_000 * MILLI) throw wrong("a step of " + stepNanos / MILLI
                + " ms; steps are 20 ms to 10 s");
        if (overNanos < stepNanos || overNanos > 60_000 * MILLI) throw wrong("a window of " + overNanos / MILLI
                + " ms; windows are one step to 60 s");
        if (handsOffNanos < 0) throw wrong("hands off for " + handsOffNanos / MILLI + " ms");
        if (Double.isNaN(ceiling)) throw wrong("a ceiling that is no number");
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what);
    }

    /** With what a player turned. */
    public LoopSettings with(double newTarget, Gains newGains) {
        return new LoopSettings(newTarget, overNanos, stepNanos, deadband, low, high, up, down, strategy, newGains, byContent,
                silence, ceiling, handsOffNanos, onStop);
    }

    public LoopSettings with(Strategy newStrategy) {
        return new LoopSettings(target, overNanos, stepNanos, deadband, low, high, up, down, newStrategy, gains, byContent,
                silence, ceiling, handsOffNanos, onStop);
    }

    double overSeconds() {
        return overNanos * 1e-9;
    }

    double stepSeconds() {
        return stepNanos * 1e-9;
    }
}
