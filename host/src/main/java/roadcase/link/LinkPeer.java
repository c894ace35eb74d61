package roadcase.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import roadcase.clock.Session;
import roadcase.clock.Timeline;
import roadcase.engine.EngineFault;
import roadcase.engine.LinkLibrary;

/**
 * Our peer on Ableton Link. Nobody sees it before {@link #join}.
 *
 * <p>A thread of its own, {@code roadcase-link}, does what was proposed and tells how the session stands, whenever that
 * is not what one would expect from the line before. Proposals come from one thread and do not wait. {@link #share}
 * and {@link #close} may take a second; after {@link #close} nothing else may be called, and whoever uses
 * {@link #address} must have ended.
 *
 * <p>Errors: {@link LinkFault} with a sentence.
 */
public final class LinkPeer implements Session, AutoCloseable {
    private static final int SENTENCE = 1024;
    /** {@code rc_link_state}: its size and where its parts lie. */
    private static final int STATE_BYTES = 80;
    private static final int ENABLED = 4;
    private static final int PEERS = 8;
    private static final int PLAYING = 16;
    private static final int TEMPO = 24;
    private static final int BEAT = 40;
    private static final int TIME = 56;
    /** How long nobody looks where nothing is told: Link measures its peers, so the beat moves by microseconds. */
    private static final long LOOK_NANOS = 50_000_000L;
    /** What the beat may be off before that is told: 50 µs at 120 bpm. */
    private static final double TOLERANCE = 1e-4;
    /** A start is for a moment that is still to come for whoever looks ahead, as MIDI clock does by 30 ms. */
    private static final long START_AHEAD_NANOS = 45_000_000L;

    private final Pointer link;
    private final Memory state = new Memory(STATE_BYTES);
    private final Consumer<Line> told;
    private final Thread thread = new Thread(this::keep, "roadcase-link");
    private volatile boolean closed;

    // What is proposed: written by one thread, the number last.
    private volatile double bpm;
    private volatile double beat;
    private volatile long beatNanos;
    private volatile boolean joined;
    private volatile boolean playing;
    private volatile long tempoAsked;
    private volatile long joinAsked;
    private volatile long playAsked;
    private volatile long asked;

    // What was done, and the line that was told last; the thread's own.
    private long tempoDone;
    private long joinDone;
    private long playDone;
    private Line last;

    private LinkPeer(Pointer link, Consumer<Line> told) {
        this.link = link;
        this.told = told;
    }

    /**
     * Makes a peer. One second at most.
     *
     * @param bar beats of a bar
     * @param told how the session stands, on a thread of ours; must not block
     */
    public static LinkPeer open(double bar, Consumer<Line> told) {
        try {
            LinkLibrary.load();
        } catch (EngineFault missing) {
            throw new LinkFault(missing.getMessage());
        }
        byte[] error = new byte[SENTENCE];
        Pointer link = LinkLibrary.rc_link_open(120, bar, error, SENTENCE);
        if (link == null) throw new LinkFault(sentence(error));
        LinkPeer peer = new LinkPeer(link, told);
        peer.thread.setDaemon(true);
        peer.thread.start();
        return peer;
    }

    private static String sentence(byte[] error) {
        int length = 0;
        while (length < error.length && error[length] != 0) length++;
        return new String(error, 0, length, UTF_8);
    }

    // ---- what is proposed

    @Override
    public long join(double newBpm, double newBeat, long nanos) {
        bpm = Timeline.within(newBpm);
        beat = newBeat;
        beatNanos = nanos;
        joined = true;
        joinAsked = asked + 1;
        return proposed();
    }

    @Override
    public long leave() {
        joined = false;
        joinAsked = asked + 1;
        return proposed();
    }

    @Override
    public long tempo(double newBpm) {
        bpm = Timeline.within(newBpm);
        tempoAsked = asked + 1;
        return proposed();
    }

    @Override
    public long play(boolean on) {
        playing = on;
        playAsked = asked + 1;
        return proposed();
    }

    private long proposed() {
        long number = asked + 1;
        asked = number;
        LinkLibrary.rc_link_wake(link);
        return number;
    }

    // ---- what else it can do

    /** How long our bars are: bars begin together with those of peers whose bars are as long. Any thread. */
    public void bar(double beats) {
        LinkLibrary.rc_link_quantum(link, beats);
    }

    /** The {@code rc_link} that it is, for who makes MIDI clock of it. */
    public long address() {
        return Pointer.nativeValue(link);
    }

    /**
     * Tells an engine tempo and place from now on, so that its plugins know them. One second at most.
     *
     * @param engine an {@code rc_engine}, or 0 for none any more; it must be taken back before the engine ends
     */
    public synchronized void share(long engine) {
        LinkLibrary.rc_link_share(link, engine == 0 ? null : new Pointer(engine));
    }

    // ---- the thread

    private void keep() {
        long seen = 0;
        while (!closed) {
            long number = asked;
            obey();
            tell(number);
            if (asked == number) seen = LinkLibrary.rc_link_wait(link, seen, System.nanoTime() + LOOK_NANOS);
        }
    }

    /** Does what is proposed. */
    private void obey() {
        long join = joinAsked;
        if (join != joinDone) {
            joinDone = join;
            if (joined) {
                LinkLibrary.rc_link_tempo(link, bpm);
                LinkLibrary.rc_link_beat(link, beat, beatNanos, 0);
            }
            LinkLibrary.rc_link_enable(link, joined ? 1 : 0, 1);
        }
        long tempo = tempoAsked;
        if (tempo != tempoDone) {
            tempoDone = tempo;
            LinkLibrary.rc_link_tempo(link, bpm);
        }
        long play = playAsked;
        if (play != playDone) {
            playDone = play;
            LinkLibrary.rc_link_play(link, playing ? 1 : 0, System.nanoTime() + (playing ? START_AHEAD_NANOS : 0), 0);
        }
    }

    private void tell(long number) {
        state.setInt(0, STATE_BYTES);
        LinkLibrary.rc_link_read(link, 0, state);
        Line now = new Line(state.getDouble(TEMPO), state.getDouble(BEAT), state.getLong(TIME), state.getInt(ENABLED) != 0,
                state.getInt(PLAYING) != 0, state.getInt(PEERS), number);
        if (last != null && expected(last, now)) return;
        last = now;
        told.accept(now);
    }

    private static boolean expected(Line before, Line now) {
        double beat = before.beat() + (now.nanos() - before.nanos()) * before.bpm() / Timeline.NANOS_PER_MINUTE;
        return before.bpm() == now.bpm() && before.isJoined() == now.isJoined() && before.isPlaying() == now.isPlaying()
                && before.peers() == now.peers() && before.knows() == now.knows() && Math.abs(beat - now.beat()) < TOLERANCE;
    }

    /** Leaves the session. Two seconds at most. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        LinkLibrary.rc_link_wake(link);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        // One that does not come back would find its memory gone: better to leave the peer to the end of the program.
        if (thread.isAlive()) return;
        share(0);
        LinkLibrary.rc_link_close(link);
    }
}
