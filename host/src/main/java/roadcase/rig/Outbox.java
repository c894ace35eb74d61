package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import roadcase.clock.BeatSchedule;
import roadcase.clock.Scheduler;
import roadcase.midi.Held;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.midi.Parameters;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.Wire;

/**
 * The way out: sends now or later, and counts. Also what {@link Held} lets go of leaves here, so that an Off is as late
 * as its On was, and never earlier than an On that still waits.
 *
 * <p>How long something waits is a {@link Delay}; what waits for beats follows its clock.
 *
 * <p>The Conductor's thread. Nothing is allocated for short messages; at most {@link #MOST} of them wait, and long ones
 * of {@link #MOST_BYTES} together.
 */
final class Outbox implements Held.Sink {
    /** How many delayed messages may wait. */
    static final int MOST = 4_096;
    /** How many of them may begin something: each of those may want an end that waits as well. */
    static final int MOST_BEGINNING = MOST / 2;
    /** How many bytes of delayed long messages may wait. */
    static final int MOST_BYTES = 1 << 20;

    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;

    private final Outlet outlet;
    private final Scheduler scheduler;
    private final Clocks clocks;
    private final Selections selections = new Selections();
    private final Selections.Way way = this::send;
    private final boolean[] absent = new boolean[PortTable.MOST];
    /** Outputs that get clock from us, and from nobody else. */
    private final boolean[] clocked = new boolean[PortTable.MOST];
    private final Later[] waiting = new Later[MOST];
    private int waitingCount;
    private Later free;
    private int waitingBytes;
    private long order;
    /** Null while nobody asks why. */
    Tracer tracer;
    long now;
    long sent;
    long lost;

    Outbox(Outlet outlet, Scheduler scheduler, Clocks clocks) {
        this.outlet = outlet;
        this.scheduler = scheduler;
        this.clocks = clocks;
        for (int i = 0; i < MOST; i++) free = new Later(free);
    }

    /** Whether a port has nobody behind it: then what is sent there is dropped, not queued. */
    void absent(int port, boolean is) {
        absent[port] = is;
        selections.forget(port);
    }

    /** A port is joined to other gear, which has no parameter selected. */
    void otherGear(int port) {
        selections.forget(port);
    }

    boolean isAbsent(int port) {
        return absent[port];
    }

    /** These outputs follow a clock of ours: what comes through a line of other clocks stays away from them. */
    void clockedByUs(int[] outs) {
        Arrays.fill(clocked, false);
        for (int out : outs) clocked[out] = true;
    }

    private static boolean isClock(int packed) {
        int status = Packed.status(packed);
        return status == Kind.SONG_POSITION.status() || status == Kind.CLOCK.status() || status == Kind.START.status()
                || status == Kind.CONTINUE.status() || status == Kind.STOP.status();
    }

    /** Sends a message of a clock that an output follows. @return false where nobody hears it */
    boolean tick(int out, int packed) {
        if (absent[out]) return false;
        boolean taken = outlet.send(out, now, packed);
        if (taken) sent++;
        else lost++;
        return taken;
    }

    /** @return false where it could not be sent */
    boolean send(int out, int packed) {
        if (clocked[out] && isClock(packed)) return true;
        boolean taken = !absent[out] && outlet.send(out, now, packed);
        if (taken) sent++;
        else lost++;
        if (tracer != null) tracer.sent(out, Packed.message(packed), taken);
        return taken;
    }

    /**
     * Sends what a line says, all of it at once.
     *
     * @param source who says it: see {@link Selections#source}
     */
    private void send(int out, long wire, int source) {
        if (!Wire.isJoined(wire)) {
            int packed = (int) wire;
            if ((packed & 0xF0) == 0xB0 && Parameters.isPart(Packed.data1(packed))) selections.send(out, packed, source, way);
            else send(out, packed);
            return;
        }
        int length = Wire.length(wire);
        boolean whole = true;
        for (int i = 0; i < length && whole; i++) whole = send(out, Wire.message(wire, i));
        if (!Wire.isParameter(wire)) return;
        if (whole) selections.none(out, Wire.channel(wire));
        else selections.broken(out, Wire.channel(wire));
    }

    /** @return false where it could not be sent */
    boolean send(int out, byte[] bytes, int length) {
        boolean taken = !absent[out] && outlet.send(out, now, bytes, length);
        if (taken) sent++;
        else lost++;
        if (tracer != null) tracer.sent(out, Message.of(Arrays.copyOf(bytes, length)), taken);
        return taken;
    }

    /** Sends a long message later; a copy of it waits. */
    void send(int out, byte[] bytes, int length, long delay, RoutePlan by) {
        if (delay == 0) send(out, bytes, length);
        else if (waitingBytes + length > MOST_BYTES) lost++;
        else wait(out, 0, Selections.NOBODY, Arrays.copyOf(bytes, length), delay, by, false, null);
    }

    /**
     * @param wire see {@link Wire}
     * @param source see {@link Selections#source}
     * @param by the line that says it, or null
     */
    void send(int out, long wire, int source, long delay, RoutePlan by) {
        if (delay == 0) send(out, wire, source);
        else wait(out, wire, source, null, delay, by, endsSomething(wire), null);
    }

    /** Whether something that begins may wait. */
    boolean hasRoom() {
        return waitingCount < MOST_BEGINNING;
    }

    private static boolean endsSomething(long wire) {
        if (Wire.isJoined(wire)) return false;
        int packed = (int) wire;
        if (Packed.isNoteOff(packed)) return true;
        int number = Packed.data1(packed);
        return (packed & 0xF0) == 0xB0 && (number == SUSTAIN || number == SOSTENUTO) && Packed.data2(packed) < HALF;
    }

    /** @param on what begins what this ends and waits itself, or null */
    private void wait(int out, long wire, int source, byte[] bytes, long delay, RoutePlan by, boolean ends, Later on) {
        if (!ends && !hasRoom()) {
            lost++;
            return;
        }
        Later later = free;
        if (later == null) {
            if (ends) send(out, wire, source); // better too early than never
            else lost++;
            return;
        }
        free = later.next;
        later.out = out;
        later.wire = wire;
        later.source = source;
        later.bytes = bytes;
        later.order = order++;
        later.by = by;
        later.ends = ends;
        later.dropped = false;
        later.behind(on);
        later.due(delay);
        later.place = waitingCount;
        waiting[waitingCount++] = later;
        if (bytes != null) waitingBytes += bytes.length;
        if (!later.enqueue()) later.refused();
        else if (tracer != null) tracer.waits(out, wire, bytes);
    }

    @Override
    public void off(int output, int status, int number, int value, long delay) {
        int packed = packed(status, number, value);
        Later on = lastOn(output, packed, Long.MAX_VALUE);
        if (on == null && (delay == 0 || stands(delay))) send(output, packed);
        else wait(output, packed & 0xFFFFFFFFL, Selections.NOBODY, null, delay, null, true, on);
    }

    /** A note that sounds never waits for a clock that stands. */
    private boolean stands(long delay) {
        if (!Delay.isBeats(delay)) return false;
        PlayedClock clock = clocks.clock(Delay.clock(delay));
        return clock == null || !clock.timeline.isRunning();
    }

    /** The last of the waiting messages that begin what {@code packed} ends and were said before {@code order}, or null. */
    private Later lastOn(int out, int packed, long before) {
        Later last = null;
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            boolean begins = later.out == out && !later.ends && !later.dropped && later.bytes == null && later.order < before
                    && !Wire.isJoined(later.wire) && isSame((int) later.wire, packed);
            if (begins && (last == null || last.order < later.order)) last = later;
        }
        return last;
    }

    /** Whether both are about one note, or one controller. */
    private static boolean isSame(int a, int b) {
        return Packed.channel(a) == Packed.channel(b) && Packed.data1(a) == Packed.data1(b) && isNote(a) == isNote(b)
                && (isNote(a) || (a & 0xF0) == (b & 0xF0));
    }

    private static boolean isNote(int packed) {
        return (packed & 0xFF) < 0xA0;
    }

    private static int packed(int status, int number, int value) {
        return (status & 0xF0) == 0x90
                ? Packed.of(0x80 | status & 0x0F, number, value)
                : Packed.of(status, number, value);
    }

    /** A clock jumped: what waits for a place in its music looks for it anew, and ends keep their distance to it. */
    void jumped(PlayedClock clock, Function<String, ClockPlan> plans) {
        double beat = clock.timeline.beat(now);
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            later.was = later.beat;
            later.isPlaced = false;
            if (later.clock != clock || later.by == null) continue;
            Waits waits = Waits.of(later.by.steps(), plans);
            if (!waits.hasPlace()) continue;
            later.isPlaced = true;
            later.beat = Math.max(beat, waits.target(beat, clock.timeline.bpm()));
        }
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            if (later.clock != clock || !later.stillBehind() || later.on.clock != clock || !later.on.isPlaced) continue;
            later.isPlaced = true;
            later.beat = later.on.beat + later.beat - later.on.was;
        }
    }

    /** A clock stands: what sounds ends now. */
    void stopped(PlayedClock clock) {
        hurry(later -> later.clock == clock && later.ends && lastOn(later.out, (int) later.wire, later.order) == null, atOnce);
    }

    /** There is no such clock any more. */
    void gone(PlayedClock clock) {
        hurry(later -> later.clock == clock, atOnce);
    }

    /** Ends things without waiting as long as their On did. */
    final Held.Sink atOnce = (output, status, number, value, delayNanos) -> send(output, packed(status, number, value));

    /** Nothing that waits is sent any more, but what ends something, and that now. */
    void hurryAll() {
        hurry(later -> true, atOnce);
    }

    /** The same for one output; {@code sink} gets what ends something. */
    void hurry(int out, Held.Sink sink) {
        hurry(later -> later.out == out, sink);
    }

    private void hurry(Predicate<Later> which, Held.Sink sink) {
        List<Later> ends = new ArrayList<>();
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            if (later.dropped || !which.test(later)) continue;
            if (later.ends) ends.add(later);
            later.isLeaving = true;
        }
        ends.sort(Comparator.<Later>comparingLong(Later::nanos).thenComparingLong(l -> l.order));
        for (int i = 0; i < waitingCount; i++) waiting[i].dropped |= waiting[i].isLeaving;
        for (Later later : ends) {
            int packed = (int) later.wire;
            int status = packed & 0xFF;
            sink.off(later.out, (status & 0xF0) == 0x80 ? 0x90 | status & 0x0F : status, Packed.data1(packed),
                    Packed.data2(packed), 0);
        }
        sweep();
    }

    /** What waits because of a line that is not there any more is not sent; what ends something is. */
    void keepOnly(Predicate<RoutePlan> isThere) {
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            if (later.by != null && !later.ends && !isThere.test(later.by)) later.dropped = true;
        }
        sweep();
    }

    /** What is dropped need not keep its place until its time, which for a clock that stands may never come. */
    private void sweep() {
        scheduler.removeIf(dropped);
        for (PlayedClock clock : clocks.present()) clock.waiting.removeIf(dropped);
    }

    private final Predicate<Scheduler.Task> dropped = task -> {
        boolean is = task instanceof Later later && later.dropped;
        if (is) ((Later) task).leave();
        return is;
    };

    /** A message that waits: for its time, or for a beat of a clock. */
    private final class Later implements BeatSchedule.OnBeat {
        private Later next;
        private int out;
        private long wire;
        private int source;
        private byte[] bytes;
        private PlayedClock clock;
        private long time;
        private double beat;
        private long order;
        private RoutePlan by;
        private boolean ends;
        private boolean dropped;
        private boolean isLeaving;
        /** What begins what this ends, as long as it waits too: known again by its order. */
        private Later on;
        private long onOrder;
        private double was;
        private boolean isPlaced;
        /** Where it is among those that wait. */
        private int place;

        Later(Later next) {
            this.next = next;
        }

        void behind(Later begin) {
            on = begin;
            onOrder = begin == null ? 0 : begin.order;
        }

        boolean stillBehind() {
            return on != null && on.order == onOrder && on.place < waitingCount && waiting[on.place] == on;
        }

        /** Never before what begins it. */
        void due(long delay) {
            clock = Delay.isBeats(delay) ? clocks.clock(Delay.clock(delay)) : null;
            time = clock == null ? now + Math.max(0, delay) : 0;
            beat = clock == null ? 0 : clock.timeline.beat(now) + Delay.beats(delay);
            if (on == null) return;
            boolean together = on.clock == clock;
            clock = on.clock;
            time = together ? Math.max(time, on.time) : on.time;
            beat = together ? Math.max(beat, on.beat) : on.beat;
        }

        boolean enqueue() {
            return clock == null ? scheduler.at(time, this) : clock.waiting.add(this);
        }

        /** For ordering what leaves early. */
        long nanos() {
            return clock == null ? time : clock.timeline.time(beat);
        }

        @Override
        public double beat() {
            return beat;
        }

        @Override
        public void jumped(double beats) {
            if (!isPlaced) beat += beats;
        }

        @Override
        public void run(long nowNanos) {
            Later begin = ends ? lastOn(out, (int) wire, order) : null;
            if (begin != null) {
                behind(begin);
                due(0);
                if (enqueue()) return;
            }
            int port = out;
            long message = wire;
            int who = source;
            byte[] longer = bytes;
            boolean goes = !dropped;
            leave();
            if (!goes) return;
            if (longer != null) send(port, longer, longer.length);
            else send(port, message, who);
        }

        void refused() {
            leave();
            if (ends) send(out, wire, source); // better too early than never
            else lost++;
        }

        private void leave() {
            if (bytes != null) waitingBytes -= bytes.length;
            bytes = null;
            by = null;
            on = null;
            clock = null;
            isLeaving = false;
            Later last = waiting[--waitingCount];
            waiting[waitingCount] = null;
            if (last != this) {
                waiting[place] = last;
                last.place = place;
            }
            next = free;
            free = this;
        }
    }
}
