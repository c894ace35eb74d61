package roadcase.clock;

/**
 * A timeline that is ours as long as nobody shares it, and a {@link Session}'s from then on. It always runs.
 *
 * <p>What we propose holds here at once; lines from before it are passed over. One thread; allocates nothing.
 */
public final class Shared implements Timeline {
    private final Beats beats;
    /** Null while it is ours alone. */
    private Session session;
    private Session.Line line;
    private boolean joined;
    private long proposed;

    public Shared(double bpm, long startNanos) {
        beats = new Beats(bpm, startNanos);
    }

    /** Takes part in a session, with this tempo and beat for the case that nobody is there. */
    public void join(Session with, long nowNanos) {
        session = with;
        joined = true;
        proposed = with.join(bpm(), beat(nowNanos), nowNanos);
    }

    /** Goes on by itself, and has no more to do with the session. */
    public void part() {
        session = null;
        line = null;
        joined = false;
    }

    /** Goes on by itself. The session is still told our tempo: who follows it by another way follows us. */
    public void leave() {
        joined = false;
        if (session != null) proposed = session.leave();
    }

    /**
     * The session stands so.
     *
     * @return by how many beats that is another place than the one where we were; NaN where it was passed over
     */
    public double hear(Session.Line now, long nowNanos) {
        if (session == null || now.knows() < proposed) return Double.NaN;
        double before = beat(nowNanos);
        beats.stand(now.bpm(), now.beat(), now.nanos());
        line = now;
        return beat(nowNanos) - before;
    }

    /** Null where nobody shares it. */
    public Session session() {
        return session;
    }

    public boolean isJoined() {
        return joined && line != null && line.isJoined();
    }

    /** How many others share it. */
    public int peers() {
        return isJoined() ? line.peers() : 0;
    }

    /** Starts or stops everybody. */
    public void play(boolean on) {
        if (session != null) proposed = session.play(on);
    }

    @Override
    public double bpm() {
        return beats.bpm();
    }

    @Override
    public void tempo(long nowNanos, double bpm) {
        beats.tempo(nowNanos, bpm);
        if (session != null) proposed = session.tempo(beats.bpm());
    }

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public double beat(long nanos) {
        return beats.beat(nanos);
    }

    @Override
    public long time(double beat) {
        return beats.time(beat);
    }
}
