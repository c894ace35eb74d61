package roadcase.rig;

import java.util.Arrays;
import roadcase.clock.BeatSchedule;
import roadcase.midi.Kind;
import roadcase.midi.Packed;

/**
 * MIDI clock of one {@link PlayedClock} by the Conductor itself, for outputs whose driver makes none: in a rehearsal, on
 * network ports, with Java's own MIDI. As exact as the Conductor wakes.
 *
 * <p>It does what {@code clock.h} says of the native one: ticks go out also while nothing plays; a start waits for the
 * bar; where the timeline jumps by more than a tick while gear plays, the gear is stopped, placed and continued at the
 * next sixteenth; who comes later is placed and continued at the next bar. While the clock stands there are no ticks.
 *
 * <p>The Conductor's thread. Nothing is allocated for a tick.
 */
final class Ticks implements BeatSchedule.OnBeat {
    private static final int PER_BEAT = 24;
    private static final int PER_SIXTEENTH = 6;
    private static final int TICK = Kind.CLOCK.status();
    private static final int START = Kind.START.status();
    private static final int CONTINUE = Kind.CONTINUE.status();
    private static final int STOP = Kind.STOP.status();
    private static final double ALMOST = 1e-6;

    private final PlayedClock clock;
    private final Outbox outbox;
    private int[] outs = {};
    /** Which of them were told of the start, or of their place since. */
    private boolean[] inStep = {};
    private boolean queued;
    /** The next tick, counted on the timeline. */
    private long next;
    private boolean playing;
    /** START or CONTINUE where one waits, else 0. */
    private int waiting;
    private boolean atSixteenth;
    private boolean joins;
    /** Where the gear is, in ticks since its song's beginning. */
    private long song;

    Ticks(PlayedClock clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** These outputs follow from now on; one that does so no longer is stopped. */
    void outputs(int[] wanted) {
        boolean[] steps = new boolean[wanted.length];
        for (int i = 0; i < outs.length; i++) {
            int at = indexOf(wanted, outs[i]);
            if (at >= 0) steps[at] = inStep[i];
            else if (playing && inStep[i]) outbox.tick(outs[i], STOP);
        }
        outs = wanted;
        inStep = steps;
        settle();
    }

    private static int indexOf(int[] all, int one) {
        for (int i = 0; i < all.length; i++) if (all[i] == one) return i;
        return -1;
    }

    /** Begins to tick, where it should and does not. */
    void settle() {
        if (outs.length == 0 || queued) return;
        next = first(clock.timeline.beat(outbox.now));
        queued = clock.waiting.add(this);
    }

    private static long first(double beat) {
        return (long) Math.ceil(beat * PER_BEAT - ALMOST);
    }

    /** Other gear, or none, is behind an output: it does not know what was sent before. */
    void outOfStep(int out) {
        int at = indexOf(outs, out);
        if (at >= 0) inStep[at] = false;
    }

    /** From the song's beginning, at the next bar. */
    void start() {
        if (playing) return;
        waiting = START;
        atSixteenth = false;
        joins = false;
    }

    /** Plays on from where the timeline is. */
    void join() {
        if (playing) return;
        waiting = CONTINUE;
        atSixteenth = true;
        joins = true;
    }

    void stop() {
        waiting = 0;
        if (playing) for (int i = 0; i < outs.length; i++) if (inStep[i]) outbox.tick(outs[i], STOP);
        playing = false;
        Arrays.fill(inStep, false);
    }

    @Override
    public double beat() {
        return next / (double) PER_BEAT;
    }

    @Override
    public void jumped(double beats) {
        long ticks = Math.round(Math.abs(beats) * PER_BEAT);
        if (ticks <= 1) return;
        next = first(clock.timeline.beat(outbox.now));
        if (!playing) return;
        stop();
        // The nearest place of the song with the phase that the bar has now.
        long bar = bar();
        long at = next + Math.floorMod(-next, PER_SIXTEENTH);
        long off = Math.floorMod(at - song, bar);
        song += off > bar / 2 ? off - bar : off;
        while (song < 0) song += bar;
        waiting = CONTINUE;
        atSixteenth = true;
        joins = false;
    }

    private long bar() {
        return Math.round(clock.plan.bar() * PER_BEAT);
    }

    @Override
    public void run(long nowNanos) {
        queued = false;
        if (outs.length == 0) return;
        boolean bar = Math.floorMod(next - Math.round(clock.plan.firstBar() * PER_BEAT), bar()) == 0;
        begin(bar);
        for (int i = 0; i < outs.length; i++) {
            if (bar && playing && !inStep[i]) inStep[i] = outbox.tick(outs[i], position()) & outbox.tick(outs[i], CONTINUE);
            if (!outbox.tick(outs[i], TICK)) inStep[i] = false;
        }
        next++;
        if (playing) song++;
        queued = clock.waiting.add(this);
    }

    private void begin(boolean bar) {
        boolean place = atSixteenth && Math.floorMod(next, PER_SIXTEENTH) == 0 && (!joins || next >= 0);
        if (waiting == 0 || !place && (!bar || joins)) return;
        if (joins && next == 0) waiting = START;
        if (joins) song = next;
        if (waiting == START) song = 0;
        for (int i = 0; i < outs.length; i++) {
            boolean placed = waiting == START || !atSixteenth || outbox.tick(outs[i], position());
            inStep[i] = placed && outbox.tick(outs[i], waiting);
        }
        playing = true;
        waiting = 0;
        atSixteenth = false;
        joins = false;
    }

    private int position() {
        int sixteenths = (int) (song / PER_SIXTEENTH) & 0x3FFF;
        return Packed.of(Kind.SONG_POSITION.status(), sixteenths & 0x7F, sixteenths >> 7);
    }
}
