package roadcase.clock;

/**
 * Lines at even distances: one at {@code from}, one every {@code length} beats before and after it. Immutable.
 *
 * @param length in beats, above 0
 * @param from in beats
 */
public record Grid(double length, double from) {
    /** Beats this close to a line are on it: a microsecond at 120 bpm, so that no rounding costs a whole bar. */
    public static final double ON_THE_LINE = 2e-6;

    /** The first line at or after {@code beat}. */
    public double next(double beat) {
        return from + Math.ceil((beat - from - ON_THE_LINE) / length) * length;
    }
}
