package roadcase.rig;

/**
 * How long a message waits, in a long, so that whoever holds a note can keep it: nanoseconds, or beats of one clock.
 * Negative ones are beats.
 */
final class Delay {
    static final int MOST_CLOCKS = 64;
    private static final int CLOCK_AT = 57;
    private static final double PARTS = 1L << 32;
    private static final long MOST_BEATS = (1L << CLOCK_AT) - 1;

    private Delay() {}

    /** @param beats 0 or more */
    static long beats(int clock, double beats) {
        return Long.MIN_VALUE | (long) clock << CLOCK_AT | Math.min(MOST_BEATS, Math.round(beats * PARTS));
    }

    static boolean isBeats(long delay) {
        return delay < 0;
    }

    static int clock(long delay) {
        return (int) (delay >>> CLOCK_AT) & MOST_CLOCKS - 1;
    }

    static double beats(long delay) {
        return (delay & MOST_BEATS) / PARTS;
    }
}
