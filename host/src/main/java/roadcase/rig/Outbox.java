package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import roadcase.clock.Scheduler;
import roadcase.midi.Held;
import roadcase.midi.Packed;
import roadcase.rig.plan.RoutePlan;

/**
 * The way out: sends now or later, and counts. Also what {@link Held} lets go of leaves here, so that an Off is as late
 * as its On was, and never earlier than an On that still waits.
 *
 * <p>A delay is in nanoseconds; a negative one was said in beats and follows the tempo while it waits.
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

    private static final int ALL = -1;
    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;

    private final Outlet outlet;
    private final Scheduler scheduler;
    private final boolean[] absent = new boolean[PortTable.MOST];
    private final Later[] waiting = new Later[MOST];
    private int waitingCount;
    private Later free;
    private int epoch;
    private int waitingBytes;
    private long order;
    long now;
    long sent;
    long lost;

    Outbox(Outlet outlet, Scheduler scheduler) {
        this.outlet = outlet;
        this.scheduler = scheduler;
        for (int i = 0; i < MOST; i++) free = new Later(free);
    }

    /** Whether a port has nobody behind it: then what is sent there is dropped, not queued. */
    void absent(int port, boolean is) {
        absent[port] = is;
    }

    boolean isAbsent(int port) {
        return absent[port];
    }

    /** @return false where it could not be sent */
    boolean send(int out, int packed) {
        boolean taken = !absent[out] && outlet.send(out, now, packed);
        if (taken) sent++;
        else lost++;
        return taken;
    }

    void send(int out, byte[] bytes, int length) {
        if (!absent[out] && outlet.send(out, now, bytes, length)) sent++;
        else lost++;
    }

    /** Sends a long message later; a copy of it waits. */
    void send(int out, byte[] bytes, int length, long delayNanos) {
        if (delayNanos == 0) {
            send(out, bytes, length);
            return;
        }
        byte[] copy = Arrays.copyOf(bytes, length);
        int begun = epoch;
        if (waitingBytes + length > MOST_BYTES || !scheduler.at(now + Math.abs(delayNanos), t -> {
            waitingBytes -= length;
            if (begun == epoch) send(out, copy, length);
        })) lost++;
        else waitingBytes += length;
    }

    /** @param by the line that says it, or null */
    void send(int out, int packed, long delayNanos, RoutePlan by) {
        if (delayNanos == 0) send(out, packed);
        else wait(out, packed, now + Math.abs(delayNanos), by, endsSomething(packed), delayNanos < 0);
    }

    /** Whether something that begins may wait. */
    boolean hasRoom() {
        return waitingCount < MOST_BEGINNING;
    }

    private static boolean endsSomething(int packed) {
        if (Packed.isNoteOff(packed)) return true;
        int number = Packed.data1(packed);
        return (packed & 0xF0) == 0xB0 && (number == SUSTAIN || number == SOSTENUTO) && Packed.data2(packed) < HALF;
    }

    private void wait(int out, int packed, long timeNanos, RoutePlan by, boolean ends, boolean onBeat) {
        Later later = free;
        if (!ends && !hasRoom()) {
            lost++;
            return;
        }
        if (later == null || !scheduler.at(timeNanos, later)) {
            if (ends) send(out, packed); // better too early than never
            else lost++;
            return;
        }
        free = later.next;
        later.out = out;
        later.packed = packed;
        later.time = timeNanos;
        later.order = order++;
        later.by = by;
        later.ends = ends;
        later.onBeat = onBeat;
        later.dropped = false;
        later.place = waitingCount;
        waiting[waitingCount++] = later;
    }

    @Override
    public void off(int output, int status, int number, int value, long delayNanos) {
        int packed = packed(status, number, value);
        long time = Math.max(now + Math.abs(delayNanos), lastOn(output, packed));
        if (time <= now) send(output, packed);
        else wait(output, packed, time, null, true, delayNanos < 0);
    }

    /** When the last of the waiting messages that begin what {@code packed} ends goes out. */
    private long lastOn(int out, int packed) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            boolean begins = later.out == out && !later.ends && !later.dropped && isSame(later.packed, packed);
            if (begins) last = Math.max(last, later.time);
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

    /** The tempo changed: what waits for a beat comes earlier or later. */
    void stretch(double ratio) {
        for (int i = 0; i < waitingCount; i++)
            if (waiting[i].onBeat) waiting[i].time = Scheduler.stretched(waiting[i].time, now, ratio);
        scheduler.stretch(now, ratio);
    }

    /** Ends things without waiting as long as their On did. */
    final Held.Sink atOnce = (output, status, number, value, delayNanos) -> send(output, packed(status, number, value));

    /** Nothing that waits is sent any more, but what ends something, and that now. */
    void hurryAll() {
        epoch++;
        hurry(ALL, atOnce);
    }

    /** The same for one output; {@code sink} gets what ends something. */
    void hurry(int out, Held.Sink sink) {
        List<Later> ends = new ArrayList<>();
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            if (out != ALL && later.out != out || later.dropped) continue;
            later.dropped = true;
            if (later.ends) ends.add(later);
        }
        ends.sort(Comparator.<Later>comparingLong(l -> l.time).thenComparingLong(l -> l.order));
        for (Later later : ends) {
            int status = later.packed & 0xFF;
            sink.off(later.out, (status & 0xF0) == 0x80 ? 0x90 | status & 0x0F : status, Packed.data1(later.packed),
                    Packed.data2(later.packed), 0);
        }
    }

    /** What waits because of a line that is not there any more is not sent; what ends something is. */
    void keepOnly(Predicate<RoutePlan> isThere) {
        for (int i = 0; i < waitingCount; i++) {
            Later later = waiting[i];
            if (later.by != null && !later.ends && !isThere.test(later.by)) later.dropped = true;
        }
    }

    /** A message that waits. */
    private final class Later implements Scheduler.OnBeat {
        private Later next;
        private int out;
        private int packed;
        private long time;
        private long order;
        private RoutePlan by;
        private boolean ends;
        private boolean onBeat;
        private boolean dropped;
        /** Where it is among those that wait. */
        private int place;

        Later(Later next) {
            this.next = next;
        }

        @Override
        public boolean isOnBeat() {
            return onBeat;
        }

        @Override
        public void run(long nowNanos) {
            if (!dropped) send(out, packed);
            by = null;
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
