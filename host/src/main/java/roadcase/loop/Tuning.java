package roadcase.loop;

/**
 * Something that moves the output for a while in order to learn. The loop keeps limits and ceiling, takes the output back
 * to where it was at the end, and gives up where the programme is silent, the meter is stale or a hand is on the output.
 *
 * <p>One thread; nothing is allocated before the end.
 */
public interface Tuning {
    /**
     * One step, at the pace of the loop.
     *
     * @param measured averaged level, in dB
     * @param lately the level of the last step alone, in dB
     * @return how far from where it began the output should be, in dB
     */
    double step(double measured, double lately, long nanos);

    boolean isDone();

    /** Why it learned nothing, or null. */
    String failure();

    /** The most that it asks for above where it began, in dB. */
    double highest();

    /** The least, below 0. */
    double lowest();

    /** What it found out; null where it failed, goes on, or looks for something else. */
    default Findings findings() {
        return null;
    }

    /** What it is, for people: "relay test". */
    String name();
}
