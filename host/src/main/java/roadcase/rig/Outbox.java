package roadcase.rig;

import roadcase.clock.Scheduler;
import roadcase.midi.Held;
import roadcase.midi.Packed;

/**
 * The way out: sends now or later, and counts. Also what {@link Held} lets go of leaves here, so that an Off is as late
 * as its On was.
 *
 * <p>The Conductor's thread. Nothing is allocated; at most {@link #MOST} messages wait.
 */
final class Outbox implements Held.Sink {
    /** How many delayed messages may wait. */
    static final int MOST = 4_096;

    private final Outlet outlet;
    private final Scheduler scheduler;
    private final boolean[] absent = new boolean[PortTable.MOST];
    private Later free;
    private int epoch;
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

    void send(int out, int packed) {
        if (!absent[out] && outlet.send(out, now, packed)) sent++;
        else lost++;
    }

    void send(int out, byte[] bytes, int length) {
        if (!absent[out] && outlet.send(out, now, bytes, length)) sent++;
        else lost++;
    }

    void send(int out, int packed, long delayNanos) {
        if (delayNanos <= 0) {
            send(out, packed);
            return;
        }
        Later later = free;
        if (later == null || !scheduler.at(now + delayNanos, later)) {
            lost++;
            return;
        }
        free = later.next;
        later.out = out;
        later.packed = packed;
        later.epoch = epoch;
    }

    /** What waits will not be sent. */
    void cancelAll() {
        epoch++;
    }

    @Override
    public void off(int output, int status, int number, int value, long delayNanos) {
        int packed = (status & 0xF0) == 0x90
                ? Packed.of(0x80 | status & 0x0F, number, value)
                : Packed.of(status, number, value);
        send(output, packed, delayNanos);
    }

    /** A message that waits. */
    private final class Later implements Scheduler.Task {
        private Later next;
        private int out;
        private int packed;
        private int epoch;

        Later(Later next) {
            this.next = next;
        }

        @Override
        public void run(long nowNanos) {
            if (epoch == Outbox.this.epoch) send(out, packed);
            next = free;
            free = this;
        }
    }
}
