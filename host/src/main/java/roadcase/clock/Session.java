package roadcase.clock;

/**
 * A tempo, a beat, and a start and stop that several programs keep together, such as Ableton Link's. What is proposed
 * here holds for everybody in it; how it stands is told in {@link Line}s.
 *
 * <p>One thread proposes, the Conductor's; nothing here waits. Each proposal has a number that is larger than the one
 * before: a line that knows a smaller one is from before that proposal. Times are nanoseconds of
 * {@link System#nanoTime}.
 */
public interface Session {
    /**
     * How it stands, from a moment on.
     *
     * @param beat at {@code nanos}; may jump, also backwards
     * @param isJoined whether we are in it; while not, we have one of our own
     * @param isPlaying whether everybody plays
     * @param peers others who are in it
     * @param knows the last proposal that it knows
     */
    record Line(double bpm, double beat, long nanos, boolean isJoined, boolean isPlaying, int peers, long knows) {}

    /** Joins, with our tempo and beat for the case that nobody is there. */
    long join(double bpm, double beat, long nanos);

    /** Leaves; tempo and beat go on. */
    long leave();

    /** A tempo for everybody, from now on. */
    long tempo(double bpm);

    /** Everybody starts from the beginning, at the next bar, or stops. */
    long play(boolean on);
}
