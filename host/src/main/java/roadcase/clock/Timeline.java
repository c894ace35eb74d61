package roadcase.clock;

/**
 * Where the beat is: what a clock that a gig names must be able to tell, whoever keeps it. They are {@link Beats}
 * (nobody to follow), {@link Shared} (a session such as Ableton Link's) and {@link Pulses} (ticks that come in).
 *
 * <p>One thread. Beats are quarter notes, times are nanoseconds, tempo is in beats per minute. The owner asks anew at
 * each of its turns, so a timeline whose tempo or beat is moved from elsewhere must wake the owner when that happens.
 */
public interface Timeline {
    double SLOWEST = 20;
    double FASTEST = 999;
    double NANOS_PER_MINUTE = 60e9;
    /** The time of a beat that does not come as things stand. */
    long NEVER = Long.MAX_VALUE;

    double bpm();

    /** Proposes a tempo from now on; who follows others keeps it until there is nobody to follow. */
    void tempo(long nowNanos, double bpm);

    /** Whether beats go by now. */
    boolean isRunning();

    double beat(long nanos);

    /** When it will be this beat at the present tempo; {@link #NEVER} while it does not run. May be in the past. */
    long time(double beat);

    static double within(double bpm) {
        return Math.max(SLOWEST, Math.min(FASTEST, bpm));
    }
}
