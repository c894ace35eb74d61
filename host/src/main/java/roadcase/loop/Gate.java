package roadcase.loop;

/**
 * Whether it is silent, with hysteresis in level and in time: shut after it was below one level for a while, open after
 * it was above another.
 *
 * <p>One thread; dB and nanoseconds.
 */
final class Gate {
    private boolean shut;
    private long since;
    private boolean counting;

    /** A frame. @return whether it is silent now */
    boolean heard(double decibels, long nanos, LoopSettings.Silence silence) {
        boolean turns = shut ? decibels > silence.until() : decibels < silence.below();
        if (!turns) {
            counting = false;
            return shut;
        }
        if (!counting) {
            counting = true;
            since = nanos;
        }
        if (nanos - since >= (shut ? silence.untilNanos() : silence.afterNanos())) {
            shut = !shut;
            counting = false;
        }
        return shut;
    }

    boolean isShut() {
        return shut;
    }
}
