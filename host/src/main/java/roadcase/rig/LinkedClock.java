package roadcase.rig;

import java.util.Locale;
import roadcase.clock.Session;
import roadcase.rig.Clocks.Listener;

/**
 * The clock that shares a {@link Session} with others, and what the session does to it: tempo, beat, start and stop.
 *
 * <p>Who joins takes over tempo and beat of those who are there. Where the beat jumps, what waits for a line of a grid
 * waits for the next one from there. The Conductor's thread.
 */
final class LinkedClock {
    /** What the beat may move by measuring the others alone. */
    private static final double JUMP = 1e-3;
    /** Tempos go over the network as microseconds of a beat. */
    private static final double ROUNDING = 0.005;
    private static final double SHOWN_PARTS = 100;

    private final Listener listener;
    /** Null where there is no Link. */
    private Session session;
    /** Null where nothing shares it. */
    private PlayedClock clock;
    /** What a player said at last, or null: then the gig has the say. */
    private Boolean wanted;
    private boolean joined;

    LinkedClock(Listener listener) {
        this.listener = listener;
    }

    boolean isThere() {
        return session != null;
    }

    void session(Session newSession, PlayedClock candidate, long nowNanos) {
        session = newSession;
        belongsTo(candidate, nowNanos);
    }

    void wanted(boolean on, PlayedClock candidate, long nowNanos) {
        wanted = on;
        belongsTo(candidate, nowNanos);
    }

    /** @param candidate which clock would share it */
    void belongsTo(PlayedClock candidate, long nowNanos) {
        if (session == null) return;
        boolean joins = candidate != null && (wanted == null ? candidate.plan.isLink() : wanted);
        if (clock != null && clock != candidate) {
            clock.shared.part();
            if (!joins) session.leave();
            clock = null;
            joined = false;
        }
        if (joins && !joined) {
            clock = candidate;
            clock.saidPeers = PlayedClock.NOBODY;
            clock.shared.join(session, nowNanos);
        } else if (!joins && joined) clock.shared.leave();
        joined = joins;
    }

    /** The session stands so. */
    void hear(Session.Line line, long nowNanos) {
        if (clock == null) return;
        obey(clock);
        double by = clock.shared.hear(line, nowNanos);
        if (Double.isNaN(by)) return;
        if (Math.abs(by) > JUMP) {
            listener.jumped(clock);
            clock.waiting.jumped(by);
        }
        if (line.isPlaying() != clock.plays) {
            clock.plays = line.isPlaying();
            clock.playing.on = clock.plays;
            listener.plays(clock);
        }
        show(clock);
        tell();
    }

    /** The tempo that is, where another one is shown. */
    void show(PlayedClock of) {
        double bpm = Math.round(of.timeline.bpm() * SHOWN_PARTS) / SHOWN_PARTS;
        if (of.tempo != null && Math.abs(of.tempo.value - of.timeline.bpm()) > ROUNDING) listener.heard(of.tempo, bpm);
    }

    private void tell() {
        if (!clock.shared.isJoined()) {
            clock.saidPeers = PlayedClock.NOBODY;
            return;
        }
        int peers = clock.shared.peers();
        if (peers == clock.saidPeers || peers == 0 && clock.saidPeers == PlayedClock.NOBODY) return;
        clock.saidPeers = peers;
        listener.said(clock, false, String.format(Locale.ROOT, "Link: %s, %.1f bpm", others(peers), clock.timeline.bpm()));
    }

    private static String others(int peers) {
        return peers == 0 ? "nobody else is there" : peers == 1 ? "1 other is there" : peers + " others are there";
    }

    /** A switch that was turned starts and stops its clock, and everybody who shares it. */
    void obey(PlayedClock of) {
        if (of.plays == of.playing.on) return;
        of.plays = of.playing.on;
        of.shared.play(of.plays);
        listener.plays(of);
    }

    /** Whom a clock that follows no ticks follows, for people. */
    String follows(PlayedClock of) {
        String plays = of.plays ? ", plays" : "";
        if (of.shared.isJoined()) return "Link, " + others(of.shared.peers()) + plays;
        if (!of.plan.isLink()) return "our own";
        return (session == null ? "our own, without Link" : "our own, Link is off") + plays;
    }
}
