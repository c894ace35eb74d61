package roadcase.midi;

/**
 * MIDI clock for gear that follows, made by the driver's own code on a thread that Java cannot hold up: 24 ticks a
 * beat, start, stop, continue and song position.
 *
 * <p>One thread, the Conductor's; nothing waits. {@link #close} by any, once nobody else calls. Times are nanoseconds
 * of {@link System#nanoTime}.
 */
public interface ClockOut extends AutoCloseable {
    /**
     * Sends on one more output, or no longer. One that comes to a clock that plays is placed and continued at the next
     * bar; one that goes is sent stop.
     *
     * @param handle an output of the backend
     * @return false where this output can not be served here: then somebody else must make its clock
     */
    boolean output(int handle, boolean on);

    /** Where the beat is from now on; nothing happens where it follows a session by itself. */
    void timeline(double bpm, double beat, long nanos, double bar);

    /** From the song's beginning, at the next bar. */
    void start();

    void stop();

    /** Plays on from where the timeline is, at the next sixteenth. */
    void join();

    /** Stops what plays. */
    @Override
    void close();
}
