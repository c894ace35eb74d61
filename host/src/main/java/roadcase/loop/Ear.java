package roadcase.loop;

/**
 * What a loop hears: frames of a meter become an averaged level, silence, speech or music, and whether the meter is
 * stale. What is as quiet as silence is no measure of the programme, also before it counts as silence.
 *
 * <p>One thread; dB and nanoseconds.
 */
final class Ear {
    /** The meter is stale after so long without a frame. */
    private static final long STALE_NANOS = 500_000_000L;
    private static final double QUIETEST_DB = -128;
    private static final double LOUDEST_DB = 60;

    /** Below the average by more than this is a gap. Source: the relative gate of EBU R 128. */
    private static final double GAP_DB = 10;
    private static final long LONGEST_GAP_NANOS = 1_000_000_000L;

    private final Window window;
    private final Gate gate = new Gate();
    private final ContentDetector detector = new ContentDetector();
    private LoopSettings settings;
    private boolean begins = true;
    private boolean stale = true;
    private boolean gap;
    private long gapSince;
    private int frames;
    private long lastFrame;
    private double measured = Double.NaN;
    private long refused;

    Ear(LoopSettings settings) {
        window = new Window(settings.overSeconds(), Window.USUAL);
        follow(settings);
    }

    void follow(LoopSettings next) {
        settings = next;
        window.span(next.overSeconds());
    }

    /** @return whether it was a frame at all, and no nonsense */
    boolean heard(double level, double peak, long nanos) {
        if (!plausible(level) || !plausible(peak)) {
            refused++;
            return false;
        }
        double loud = Math.max(QUIETEST_DB, level);
        if (stale) {
            if (nanos - lastFrame > settings.overNanos()) window.forget();
            begins = true;
        }
        stale = false;
        lastFrame = nanos;
        if (isQuiet(loud, nanos)) return true;
        detector.heard(loud, Math.max(loud, peak), nanos);
        if (isGap(loud, nanos)) return true;
        window.add(loud);
        frames++;
        return true;
    }

    private static boolean plausible(double decibels) {
        return !Double.isNaN(decibels) && decibels <= LOUDEST_DB;
    }

    private boolean isQuiet(double loud, long nanos) {
        LoopSettings.Silence silence = settings.silence();
        if (silence == null) return false;
        boolean was = gate.isShut();
        boolean shut = gate.heard(loud, nanos, silence);
        if (was && !shut) forget();
        return shut || loud < silence.below();
    }

    /** Whether it is a gap between words or notes: far below the average, and short. */
    private boolean isGap(double loud, long nanos) {
        boolean far = loud < window.level() - GAP_DB;
        if (far && !gap) gapSince = nanos;
        gap = far;
        return far && nanos - gapSince < LONGEST_GAP_NANOS;
    }

    /** The average begins again. */
    void forget() {
        window.forget();
        begins = true;
    }

    /** Whether the average began again since this was last asked: nothing may be concluded from before. */
    boolean takeBegins() {
        boolean is = begins;
        begins = false;
        return is;
    }

    void now(long nanos) {
        if (!stale && nanos - lastFrame > STALE_NANOS) stale = true;
    }

    /** Takes the frames since the last step into the average. @return whether there were any */
    boolean step(double seconds) {
        if (frames == 0) return false;
        frames = 0;
        measured = window.step(seconds);
        return true;
    }

    boolean isStale() {
        return stale;
    }

    boolean isSilent() {
        return settings.silence() != null && gate.isShut();
    }

    Content content() {
        return detector.content();
    }

    /** Of the last step alone. */
    double lately() {
        return window.lately();
    }

    /** NaN before the first step with frames. */
    double measured() {
        return measured;
    }

    long refused() {
        return refused;
    }
}
