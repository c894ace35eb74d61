package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import roadcase.clock.Grid;
import roadcase.clock.Pulses;
import roadcase.clock.Session;
import roadcase.clock.Timeline;
import roadcase.midi.Kind;
import roadcase.midi.Packed;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.Origin;

/**
 * The clocks of a gig: those of its scripts, and always one of our own for whoever names none. A clock of the same name
 * goes on over a reload, with what waits for it.
 *
 * <p>MIDI clock is counted here as it comes in, whatever the routes make of it. What waits for a clock that stands,
 * waits; a note that sounds already does not: its end goes out when the clock stops. A start or a song position moves
 * the clock to another beat: what waits for a line of a grid then waits for the next line from there, what waits for a
 * place waits for that place, and everything else waits as many beats as it still had to.
 *
 * <p>Conductor's thread. Nothing is allocated for a tick.
 */
final class Clocks {
    private static final double USUAL_BPM = 120;
    private static final int TICKS_PER_BEAT = 24;

    /** Told what happens to clocks. */
    interface Listener {
        /** It jumped: what waits for a place in the music looks for it anew. */
        void jumped(PlayedClock clock);

        /** It stands. */
        void stopped(PlayedClock clock);

        /** The rig has no such clock any more. */
        void gone(PlayedClock clock);

        /** The tempo that is heard is another. */
        void heard(ValueCell tempo, double bpm);

        /** It began to play, or stopped; where it follows what comes in, it goes on from where it is. */
        void plays(PlayedClock clock);

        void said(PlayedClock clock, boolean isFault, String sentence);
    }

    private final PlayedClock[] all = new PlayedClock[Delay.MOST_CLOCKS];
    private final Cells cells;
    private final PortTable ports;
    private final Listener listener;
    private final LinkedClock link;
    private PlayedClock[] present = {};
    private PlayedClock first;

    Clocks(Cells cells, PortTable ports, long startNanos, Listener listener) {
        this.cells = cells;
        this.ports = ports;
        this.listener = listener;
        this.link = new LinkedClock(listener);
        first = make(new ClockPlan(ClockPlan.INTERNAL, USUAL_BPM, Origin.NOWHERE), startNanos);
        refresh();
    }

    /** One of our own plays from its beginning on; others play when whom they follow does. */
    private PlayedClock make(ClockPlan plan, long nowNanos) {
        PlayedClock clock = new PlayedClock(cells.clock(plan.name()), plan, cells.playing(plan.name()), nowNanos);
        clock.plays = !plan.isHeard() && !(plan.isLink() && link.isThere());
        clock.playing.on = clock.plays;
        all[clock.number] = clock;
        return clock;
    }

    /** Takes the clocks of another rig. */
    void follow(Wiring next, long nowNanos) {
        for (PlayedClock clock : present) {
            boolean stays = next.rig.clocks().stream().anyMatch(p -> p.name().equals(clock.plan.name()));
            clock.tempo = null;
            if (stays || clock.plan.name().equals(ClockPlan.INTERNAL)) continue;
            all[clock.number] = null;
            listener.gone(clock);
        }
        for (ClockPlan plan : next.rig.clocks()) {
            int number = cells.clock(plan.name());
            PlayedClock clock = all[number] != null ? all[number] : make(plan, nowNanos);
            clock.plan = plan;
            clock.tempo = next.values.get(plan.tempoName());
            clock.port = plan.input() == null ? PlayedClock.NOBODY : ports.number(plan.input());
            if (clock.pulses != null) {
                if (plan.bpm() > 0) clock.pulses.tempo(nowNanos, plan.bpm());
                tell(clock);
            } else if (clock.shared.peers() > 0) {
                link.show(clock); // others are there: whoever joins them keeps to their tempo
            } else if (clock.tempo != null && clock.tempo.value != clock.timeline.bpm()) {
                clock.timeline.tempo(nowNanos, clock.tempo.value);
            } else if (clock.tempo == null && plan.bpm() > 0) clock.timeline.tempo(nowNanos, plan.bpm());
        }
        first = all[cells.clock(next.rig.clock(null).name())];
        refresh();
        link.belongsTo(linkable(), nowNanos);
    }

    // ---- Link

    /** Link's clock; where a gig names none, the one that it names first or none. Null where that follows ticks. */
    private PlayedClock linkable() {
        for (PlayedClock clock : present) if (clock.plan.isLink()) return clock;
        return first.shared != null ? first : null;
    }

    /** There is a session that a clock can share. */
    void session(Session session, long nowNanos) {
        link.session(session, linkable(), nowNanos);
    }

    /**
     * A player wants Link, or no longer.
     *
     * @param bpm the tempo where nobody is there, 0 to leave it
     * @return a sentence where that cannot be, else null
     */
    String link(boolean on, double bpm, long nowNanos) {
        PlayedClock clock = linkable();
        if (clock == null) return "the gig's clock follows MIDI clock; one clock follows one source";
        if (on && bpm > 0 && clock.shared.peers() == 0) {
            clock.timeline.tempo(nowNanos, bpm);
            link.show(clock);
        }
        link.wanted(on, clock, nowNanos);
        return null;
    }

    /** The session stands so. */
    void hear(Session.Line line, long nowNanos) {
        link.hear(line, nowNanos);
    }

    /** Whether this is the tempo of a clock that others share. */
    boolean isShared(ValueCell tempo) {
        for (PlayedClock clock : present) if (clock.tempo == tempo && clock.shared != null && clock.shared.peers() > 0) return true;
        return false;
    }

    /** At the end of a turn: switches of clocks that were turned start and stop them. */
    void settle() {
        for (PlayedClock clock : present) if (clock.pulses == null) link.obey(clock);
    }

    /** Starts or stops a clock of ours, null the first. @return a sentence where that cannot be, else null */
    String play(boolean on) {
        PlayedClock clock = linkable();
        if (clock == null) return "the gig's clock starts and stops as the MIDI clock does that comes in";
        clock.playing.on = on;
        link.obey(clock);
        return null;
    }

    private void refresh() {
        present = Arrays.stream(all).filter(c -> c != null).toArray(PlayedClock[]::new);
    }

    /** The gig's first clock: that of whoever names none. */
    PlayedClock first() {
        return first;
    }

    PlayedClock clock(int number) {
        return all[number];
    }

    /** Null where the rig names no such clock. */
    PlayedClock clock(String name) {
        return name == null ? first : all[cells.clock(name)];
    }

    PlayedClock[] present() {
        return present;
    }

    // ---- time

    /** When something is due on a clock, as things stand; may be in the past. */
    long next() {
        long next = Timeline.NEVER;
        for (PlayedClock clock : present) {
            next = Math.min(next, clock.waiting.next());
            if (clock.pulses != null) next = Math.min(next, clock.pulses.deadline());
        }
        return next;
    }

    /** Does the first thing that is due. */
    void runFirst(long nowNanos) {
        PlayedClock next = present[0];
        for (PlayedClock clock : present) {
            if (clock.pulses != null && clock.pulses.deadline() <= nowNanos) {
                look(clock, nowNanos);
                return;
            }
            if (clock.waiting.next() < next.waiting.next()) next = clock;
        }
        next.waiting.runFirst(nowNanos);
    }

    private void look(PlayedClock clock, long nowNanos) {
        boolean wasSure = clock.told;
        String from = source(clock);
        if (!clock.pulses.look(nowNanos)) return;
        clock.heardAt = PlayedClock.NOBODY;
        clock.told = false;
        if (clock.begins) plays(clock, true); // a start without ticks
        tell(clock);
        if (wasSure)
            listener.said(clock, true, "MIDI clock from " + from + " stays away; the beat goes on at "
                    + shown(clock.timeline.bpm()) + " bpm until it is back");
    }

    /**
     * How long a message that comes now has to wait.
     *
     * @return 0 where it goes at once, else as {@link Delay} has it
     */
    long delay(Waits waits, int number, long nowNanos) {
        if (waits.beats() == 0 && !waits.hasPlace()) return waits.nanos();
        PlayedClock clock = all[number];
        if (clock == null) return 0;
        double beat = clock.timeline.beat(nowNanos);
        double wait = waits.target(beat, clock.timeline.bpm()) - beat;
        boolean past = wait < -Grid.ON_THE_LINE;
        if (past || wait <= 0 && clock.timeline.isRunning()) return 0;
        return Delay.beats(number, Math.max(0, wait));
    }

    // ---- what comes in

    /** A system message came in at a port: whoever follows that port counts it. */
    void heard(int port, int packed, long nanos, long nowNanos) {
        int status = Packed.status(packed);
        if (status < Kind.SONG_POSITION.status()) return;
        for (PlayedClock clock : present) if (clock.pulses != null) heard(clock, port, status, packed, nanos, nowNanos);
    }

    private void heard(PlayedClock clock, int port, int status, int packed, long nanos, long nowNanos) {
        Pulses pulses = clock.pulses;
        boolean listens = clock.port != PlayedClock.NOBODY
                ? clock.port == port
                : clock.heardAt == port || clock.heardAt == PlayedClock.NOBODY || pulses.isQuiet(nanos);
        if (!listens) return;
        if (status == Kind.CLOCK.status()) {
            pulses.tick(nanos);
            if (clock.begins) plays(clock, true);
            clock.heardAt = port;
            if (++clock.untold >= TICKS_PER_BEAT) tell(clock);
        } else if (status == Kind.START.status()) {
            double before = clock.timeline.beat(nowNanos);
            pulses.start(nanos);
            clock.heardAt = port;
            plays(clock, false);
            jumped(clock, before, nowNanos);
            clock.begins = true;
        } else if (status == Kind.CONTINUE.status()) {
            clock.begins = !clock.plays;
            pulses.goOn(nanos);
        } else if (status == Kind.STOP.status()) {
            pulses.stop(nanos);
            plays(clock, false);
            listener.stopped(clock);
        } else if (status == Kind.SONG_POSITION.status()) {
            double before = clock.timeline.beat(nowNanos);
            pulses.position(nanos, Packed.data1(packed) | Packed.data2(packed) << 7);
            jumped(clock, before, nowNanos);
        }
    }

    private void plays(PlayedClock clock, boolean is) {
        clock.begins = false;
        if (clock.plays == is) return;
        clock.plays = is;
        clock.playing.on = is;
        listener.plays(clock);
    }

    private void jumped(PlayedClock clock, double before, long nowNanos) {
        double by = clock.timeline.beat(nowNanos) - before;
        listener.jumped(clock);
        clock.waiting.jumped(by);
    }

    private void tell(PlayedClock clock) {
        clock.untold = 0;
        double bpm = Math.round(clock.timeline.bpm() * 10) / 10.0;
        if (clock.tempo != null && clock.tempo.value != bpm) listener.heard(clock.tempo, bpm);
        if (clock.told || !clock.pulses.isSure()) return;
        clock.told = true;
        listener.said(clock, false, "MIDI clock from " + source(clock) + ": " + shown(bpm) + " bpm");
    }

    // ---- what players and scripts do

    /** A value was set: where it is a clock's tempo, the clock has it. */
    void tempo(ValueCell cell, long nowNanos) {
        for (PlayedClock clock : present)
            if (clock.tempo == cell && clock.pulses == null) clock.timeline.tempo(nowNanos, cell.value);
    }

    // ---- for faces

    List<Standing.ClockNow> standing(Rig rig, long nowNanos) {
        List<Standing.ClockNow> now = new ArrayList<>();
        for (ClockPlan plan : rig.clocks()) {
            PlayedClock clock = clock(plan.name());
            if (clock != null) now.add(new Standing.ClockNow(plan.name(), follows(clock), clock.timeline.bpm(),
                    clock.timeline.isRunning(), clock.timeline.beat(nowNanos) - plan.firstBar(), plan.bar(), peers(clock)));
        }
        PlayedClock own = linkable();
        boolean unnamed = own != null && own.shared.isJoined() && now.stream().noneMatch(c -> c.name().equals(own.plan.name()));
        if (unnamed) now.add(new Standing.ClockNow(own.plan.name(), follows(own), own.timeline.bpm(), true,
                own.timeline.beat(nowNanos), own.plan.bar(), peers(own)));
        return now;
    }

    private static int peers(PlayedClock clock) {
        return clock.shared != null && clock.shared.isJoined() ? clock.shared.peers() : Standing.ClockNow.ALONE;
    }

    private String follows(PlayedClock clock) {
        if (clock.pulses == null) return link.follows(clock);
        return clock.pulses.isFollowing() ? "MIDI clock from " + source(clock) : "our own, no MIDI clock comes in";
    }

    private String source(PlayedClock clock) {
        return clock.heardAt == PlayedClock.NOBODY ? "nobody" : "'" + ports.port(clock.heardAt).name() + "'";
    }

    private static String shown(double bpm) {
        return String.format(Locale.ROOT, "%.1f", bpm);
    }
}
