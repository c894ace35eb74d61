package roadcase.loop;

/**
 * The numbers of a PID in its parallel form: each acts by itself.
 *
 * @param p dB of output for each dB of error
 * @param i dB a second for each dB of error
 * @param d dB for each dB a second of change
 */
public record Gains(double p, double i, double d) {
    /** SIMC for a window of 3 s and a closed loop of 3 s: slow enough not to pump. Source: Skogestad 2003. */
    public static final Gains GENTLE = new Gains(0.31, 0.31, 0);

    public Gains {
        if (!(p >= 0 && i >= 0 && d >= 0) || p > MOST || i > MOST || d > MOST)
            throw new IllegalArgumentException("p: " + p + ", i: " + i + ", d: " + d + "; gains are 0 to " + (int) MOST);
    }

    /** More than this is no level control any more. */
    public static final double MOST = 100;

    /**
     * From the ideal form, Kc (1 + 1 / (Ti s) + Td s).
     *
     * @param ti seconds, infinite for no integral part
     * @param td seconds
     */
    public static Gains ideal(double kc, double ti, double td) {
        return new Gains(kc, kc / ti, kc * td);
    }
}
