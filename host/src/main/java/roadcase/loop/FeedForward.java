package roadcase.loop;

/**
 * Target minus the level before the fader. There is no feedback, so nothing can swing; what is wrong with the meter is
 * wrong with the output.
 *
 * <p>The level is averaged quickly and slowly. The slow average counts, so that the fader is quiet; where the two are
 * far apart the programme has changed, and the slow one follows the quick one for a while. Source: practice of level
 * riders; 4 s, 20 s and 5 dB are what the X32 stabilizer of the seed came to.
 *
 * <p>One thread; dB and seconds.
 */
public final class FeedForward {
    private static final double SLOW_SECONDS = 20;
    private static final double FAR_DB = 5;

    /** So long the quick average takes to arrive at a new programme. */
    private static final double HURRY_SECONDS = 4;

    private double slow = Double.NaN;
    private double hurries;

    /** @param before the level before the fader, averaged over the loop's window: the quick one */
    public double step(double target, double before, double seconds) {
        if (Double.isNaN(slow) || Math.abs(before - slow) > FAR_DB) hurries = HURRY_SECONDS;
        hurries -= seconds;
        if (hurries > 0) slow = before;
        else slow += (before - slow) * (1 - Math.exp(-seconds / SLOW_SECONDS));
        return target - slow;
    }

    /** The next level is the first. */
    public void forget() {
        slow = Double.NaN;
    }
}
