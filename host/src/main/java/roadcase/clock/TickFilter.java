package roadcase.clock;

/**
 * Makes an even grid of ticks that arrive unevenly: a delay-locked loop of second order, which is an alpha-beta filter
 * on the time of the tick and the time between two.
 *
 * <p>Its gains begin as those of a least-squares line through all ticks so far, {@code α = 2(2n+1)/((n+1)(n+2))} and
 * {@code β = 6/((n+1)(n+2))}, and stay where they are after {@link #MEMORY} ticks: fast at first, calm afterwards. An
 * error counts at most a quarter of a tick, so that a burst moves it little. Errors that stay on one side for
 * {@link #PATIENCE} ticks are no jitter: where they came at once, by whole ticks, and the ticks themselves are as fast as
 * before, ticks were lost or doubled and are counted as what they should have been; else the tempo jumped, and it begins
 * anew from there.
 *
 * <p>With jitter of a millisecond either way at 120 bpm the tempo is right within 0.3 bpm and the beat within a
 * hundredth, from the second beat on. One thread; allocates nothing. Times are nanoseconds.
 *
 * <p>Source: F. Adriaensen, Using a DLL to filter time (2005), for the loop; the gains are those of the growing-memory
 * polynomial filter of first degree in N. Morrison, Introduction to Sequential Smoothing and Prediction (1969).
 */
final class TickFilter {
    static final int PER_BEAT = 24;
    /** How many ticks it remembers, about. */
    static final int MEMORY = 32;
    /** How many errors on one side are no accident. */
    static final int PATIENCE = 8;
    /** Among so many ticks all that are lost or doubled are: what comes after is as much too late as the next. */
    private static final int SOON = 4;
    /** From so many ticks on it knows what to expect. */
    private static final int SETTLED = 6;
    private static final double CLIP = 0.25;
    /** What comes so soon after a tick that came in time is that tick again; a burst begins with a late one. */
    private static final double DOUBLED = 0.125;
    private static final double SAME_TEMPO = 0.03;
    private static final int MOST_LOST = PER_BEAT / 2;
    private static final double LONGEST = Timeline.NANOS_PER_MINUTE / PER_BEAT / Timeline.SLOWEST;
    private static final double SHORTEST = Timeline.NANOS_PER_MINUTE / PER_BEAT / Timeline.FASTEST;
    private static final long QUIET_NANOS = 250_000_000;
    private static final int QUIET_TICKS = 6;

    private long count;
    /** When tick {@code count} was, filtered: {@code base + part}, since a double alone would lose nanoseconds. */
    private long base;
    private double part;
    private double period;
    private long last = Long.MIN_VALUE;
    private int phaseSeen;
    private int tempoSeen;
    private boolean wasInTime;
    private int strayed;
    private long strayedSince;
    private double strayedBy;

    TickFilter(double bpm) {
        expect(bpm);
    }

    /** The tempo to begin with. */
    void expect(double bpm) {
        period = Timeline.NANOS_PER_MINUTE / PER_BEAT / Timeline.within(bpm);
    }

    /** How many ticks there were, the healed ones included. */
    long count() {
        return count;
    }

    double bpm() {
        return Timeline.NANOS_PER_MINUTE / PER_BEAT / period;
    }

    /** Whether a tick at this time would belong to those before. */
    boolean isFresh(long nanos) {
        return last != Long.MIN_VALUE && nanos <= quietAt();
    }

    /** From when on the silence after the last tick is more than a gap: MIDI has nothing slower than 20 bpm. */
    long quietAt() {
        return last + patienceNanos();
    }

    long patienceNanos() {
        return Math.max(QUIET_NANOS, Math.round(QUIET_TICKS * period));
    }

    /** Whether a beat's worth of ticks agrees on the tempo. */
    boolean isSure() {
        return tempoSeen >= PER_BEAT;
    }

    /** The count at a time, with what lies between two ticks. */
    double at(long nanos) {
        return count + (nanos - base - part) / period;
    }

    /** When the count will be this. */
    long timeOf(double ticks) {
        return base + Math.round(part + (ticks - count) * period);
    }

    /** The next tick is the first of a new row: it is where it is, but the tempo may well be the same. */
    void rephase() {
        phaseSeen = 0;
        strayed = 0;
    }

    void tick(long nanos) {
        if (!isFresh(nanos)) {
            phaseSeen = 0;
            tempoSeen = 0;
            strayed = 0;
        } else if (nanos - last < (tempoSeen == 1 ? SHORTEST : DOUBLED * period) && wasInTime) {
            return;
        }
        last = nanos;
        count++;
        if (phaseSeen == 0) {
            anchor(nanos);
            phaseSeen = 1;
            tempoSeen = Math.max(1, tempoSeen);
            return;
        }
        long newBase = base + (long) (part + period);
        part = part + period - (long) (part + period);
        base = newBase;
        double error = nanos - base - part;
        wasInTime = Math.abs(error) <= CLIP * period;
        if (tempoSeen >= SETTLED && phaseSeen >= SETTLED) error = judged(error, nanos);
        part += alpha(phaseSeen) * error;
        period = Math.max(SHORTEST, Math.min(LONGEST, period + beta(tempoSeen) * error));
        if (phaseSeen < MEMORY) phaseSeen++;
        if (tempoSeen < MEMORY) tempoSeen++;
    }

    private void anchor(long nanos) {
        wasInTime = true;
        base = nanos;
        part = 0;
    }

    /** What of an error counts. */
    private double judged(double error, long nanos) {
        double clip = CLIP * period;
        if (Math.abs(error) <= clip) {
            strayed = 0;
            return error;
        }
        int side = error > 0 ? 1 : -1;
        if (strayed * side <= 0) {
            strayed = side;
            return side * clip;
        }
        strayed += side;
        if (strayed == side * SOON) {
            strayedBy = error;
            strayedSince = nanos;
        }
        if (Math.abs(strayed) <= PATIENCE) return side * clip;
        double pace = (double) (nanos - strayedSince) / (PATIENCE + 1 - SOON);
        strayed = 0;
        long slipped = Math.round(error / period);
        boolean atOnce = Math.round(strayedBy / period) == slipped;
        if (slipped != 0 && Math.abs(slipped) <= MOST_LOST && atOnce && Math.abs(pace - period) < SAME_TEMPO * period) {
            count += slipped;
            part += slipped * period;
            double rest = nanos - base - part;
            return Math.max(-clip, Math.min(clip, rest));
        }
        period = Math.max(SHORTEST, Math.min(LONGEST, pace));
        anchor(nanos);
        phaseSeen = PATIENCE;
        tempoSeen = PATIENCE;
        return 0;
    }

    private static double alpha(int n) {
        return 2.0 * (2 * n + 1) / ((n + 1.0) * (n + 2));
    }

    private static double beta(int n) {
        return 6.0 / ((n + 1.0) * (n + 2));
    }
}
