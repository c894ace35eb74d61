package roadcase.clock;

/**
 * A clock that follows somebody's ticks, 24 a beat, with start, continue, stop and song position. Until the first tick,
 * and when ticks stay away, it goes on by itself; after a stop it stands.
 *
 * <p>The tick after a start or continue is the first of what is played, so until it comes the clock stands at its place.
 * Ticks alone, without a start, are followed from the beat where the clock was. A start while it runs begins again from
 * 0; a song position counts at once, running or not, and the next tick is that place.
 *
 * <p>One thread; allocates nothing. {@link #look} must be called when {@link #deadline} has come.
 *
 * <p>Source: MIDI 1.0 Detailed Specification, System Real Time and Song Position Pointer (a sixteenth is 6 ticks).
 */
public final class Pulses implements Timeline {
    private static final int PER_BEAT = TickFilter.PER_BEAT;
    private static final int PER_SIXTEENTH = PER_BEAT / 4;
    private static final double USUAL_BPM = 120;

    private final TickFilter filter;
    /** The tempo when there is nobody to follow, or 0 for the last one heard. */
    private double ownBpm;
    private boolean running = true;
    private boolean following;
    /** Start or continue came, the first tick did not yet. */
    private boolean armed;
    private long armedNanos;
    /** The place in ticks is that of the filter plus this. */
    private long shift;
    /** Where it stands while it does not run, in ticks, and which tick is next. */
    private double standsAt;
    private long nextTick;
    private double aloneFrom;
    private long aloneSince;
    private double aloneBpm;

    /** @param bpm the tempo when there is nobody to follow; 0 for 120 at first and then the last one heard */
    public Pulses(double bpm, long startNanos) {
        ownBpm = bpm;
        aloneBpm = bpm > 0 ? Timeline.within(bpm) : USUAL_BPM;
        aloneSince = startNanos;
        filter = new TickFilter(aloneBpm);
    }

    // ---- what comes in

    public void tick(long nanos) {
        boolean lost = !filter.isFresh(nanos);
        double place = ticks(nanos);
        if (armed) filter.rephase();
        filter.tick(nanos);
        if (armed) {
            shift = nextTick - filter.count();
            armed = false;
        } else if (running && (lost || !following)) {
            shift = Math.round(place) - filter.count();
        }
        following = true;
    }

    public void start(long nanos) {
        nextTick = 0;
        arm(nanos);
    }

    /** Continue. */
    public void goOn(long nanos) {
        if (!running) arm(nanos);
    }

    private void arm(long nanos) {
        running = true;
        armed = true;
        armedNanos = nanos;
        standsAt = nextTick;
    }

    public void stop(long nanos) {
        if (!running) return;
        if (!armed) {
            double place = ticks(nanos);
            nextTick = following ? filter.count() + shift + 1 : (long) Math.ceil(place);
            standsAt = Math.min(place, nextTick);
        }
        running = false;
        armed = false;
    }

    public void position(long nanos, int sixteenths) {
        long tick = (long) sixteenths * PER_SIXTEENTH;
        if (!isRunning()) {
            nextTick = tick;
            standsAt = tick;
        } else if (following) {
            shift = tick - 1 - filter.count();
        } else {
            aloneFrom = tick;
            aloneSince = nanos;
        }
    }

    /**
     * Looks whether ticks stay away.
     *
     * @return true where they have just been missed: from now on it goes on by itself
     */
    public boolean look(long nanos) {
        if (deadline() > nanos) return false;
        double place = ticks(nanos);
        aloneBpm = ownBpm > 0 ? Timeline.within(ownBpm) : filter.bpm();
        aloneFrom = place;
        aloneSince = nanos;
        following = false;
        armed = false;
        return true;
    }

    /** When {@link #look} must be called, at the latest. */
    public long deadline() {
        if (armed) return armedNanos + filter.patienceNanos();
        return running && following ? filter.quietAt() + 1 : NEVER;
    }

    // ---- where it is

    /** Whether there is somebody whom it follows. */
    public boolean isFollowing() {
        return following;
    }

    /** Whether it has followed long enough to be sure of the tempo. */
    public boolean isSure() {
        return following && filter.isSure();
    }

    /** Whether no tick has come for so long that somebody else may be followed. */
    public boolean isQuiet(long nanos) {
        return !filter.isFresh(nanos);
    }

    @Override
    public double bpm() {
        return following ? filter.bpm() : aloneBpm;
    }

    @Override
    public void tempo(long nowNanos, double bpm) {
        ownBpm = Timeline.within(bpm);
        if (following) return;
        filter.expect(ownBpm);
        aloneFrom = running && !armed ? ticks(nowNanos) : aloneFrom;
        aloneSince = nowNanos;
        aloneBpm = ownBpm;
    }

    @Override
    public boolean isRunning() {
        return running && !armed;
    }

    @Override
    public double beat(long nanos) {
        return ticks(nanos) / PER_BEAT;
    }

    private double ticks(long nanos) {
        if (!running || armed) return standsAt;
        if (following) return filter.at(nanos) + shift;
        return aloneFrom + (nanos - aloneSince) * aloneBpm * PER_BEAT / NANOS_PER_MINUTE;
    }

    @Override
    public long time(double beat) {
        if (!isRunning()) return NEVER;
        double tick = beat * PER_BEAT;
        if (following) return filter.timeOf(tick - shift);
        return aloneSince + Math.round((tick - aloneFrom) * NANOS_PER_MINUTE / PER_BEAT / aloneBpm);
    }
}
