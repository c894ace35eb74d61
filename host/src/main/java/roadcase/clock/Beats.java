package roadcase.clock;

/**
 * A clock of our own: a tempo, and the beat at which it began. It always runs. One thread writes, any may read the
 * tempo.
 */
public final class Beats implements Timeline {
    private volatile double bpm;
    private long sinceNanos;
    private double sinceBeat;

    public Beats(double bpm, long startNanos) {
        this.bpm = Timeline.within(bpm);
        this.sinceNanos = startNanos;
    }

    @Override
    public double bpm() {
        return bpm;
    }

    /** Changes the tempo from now on; the beat goes on without a jump. */
    @Override
    public void tempo(long nowNanos, double newBpm) {
        sinceBeat = beat(nowNanos);
        sinceNanos = nowNanos;
        bpm = Timeline.within(newBpm);
    }

    /** From now on it is this beat at that time, whatever was before. */
    void stand(double newBpm, double beat, long nanos) {
        sinceBeat = beat;
        sinceNanos = nanos;
        bpm = Timeline.within(newBpm);
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public double beat(long nanos) {
        return sinceBeat + (nanos - sinceNanos) * bpm / NANOS_PER_MINUTE;
    }

    @Override
    public long time(double beat) {
        return sinceNanos + Math.round((beat - sinceBeat) * NANOS_PER_MINUTE / bpm);
    }
}
