package roadcase.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roadcase.midi.ClockOut;
import roadcase.rig.plan.FollowPlan;
import roadcase.rig.plan.PortPlan;

/**
 * Which outputs follow which clock, and who makes their MIDI clock: the driver's own code where it can
 * ({@link ClockOut}), else {@link Ticks}.
 *
 * <p>The Conductor's thread.
 */
final class Followers {
    private static final int NOBODY = -1;
    /** What a line may be off before it is told anew: a microsecond at 120 bpm. */
    private static final double TOLERANCE = 2e-6;

    private final Outlet outlet;
    private final Outbox outbox;
    private final Clocks clocks;
    private final PortTable ports;
    private Following[] all = {};

    Followers(Outlet outlet, Outbox outbox, Clocks clocks, PortTable ports) {
        this.outlet = outlet;
        this.outbox = outbox;
        this.clocks = clocks;
        this.ports = ports;
    }

    /** Takes the lines of another rig: who follows the same clock as before does not notice. */
    void follow(Rig rig) {
        List<Following> now = new ArrayList<>();
        outbox.clockedByUs(rig.follows().stream().mapToInt(f -> ports.number(f.output())).toArray());
        for (PlayedClock clock : clocks.present()) {
            int[] outs = rig.follows().stream().filter(f -> f.clock().equals(clock.plan.name()))
                    .map(FollowPlan::output).mapToInt(ports::number).distinct().toArray();
            Following known = of(clock);
            if (known == null && outs.length == 0) continue;
            if (known == null) known = new Following(clock);
            known.outputs(outs);
            now.add(known);
        }
        all = now.toArray(Following[]::new);
    }

    private Following of(PlayedClock clock) {
        for (Following one : all) if (one.clock == clock) return one;
        return null;
    }

    /** A clock began to play, or stopped. */
    void plays(PlayedClock clock) {
        Following following = of(clock);
        if (following != null) following.plays();
    }

    /** A clock that is heard goes on from where it is. */
    void joins(PlayedClock clock) {
        Following following = of(clock);
        if (following != null) following.joins();
    }

    /** There is no such clock any more. */
    void gone(PlayedClock clock) {
        Following following = of(clock);
        if (following != null) following.outputs(new int[0]);
    }

    /** Other gear, or none, is behind an output. */
    void outOfStep(int output) {
        for (Following one : all) one.outOfStep(output);
    }

    /** At the end of a turn: where a clock is another than its native one would think, that one is told. */
    void settle() {
        for (Following one : all) one.settle();
    }

    /** The clean stop. What is native stops when it is closed. */
    void quit() {
        for (Following one : all) one.ticks.stop();
    }

    /** What follows one clock. */
    private final class Following {
        final PlayedClock clock;
        final Ticks ticks;
        /** Null where the driver makes no clock. */
        private final ClockOut out;
        private int[] byDriver = {};
        private int[] handles = {};
        private int[] wanted = {};
        private int heardAt = NOBODY;
        private boolean told;
        private double toldBpm;
        private double toldBeat;
        private long toldNanos;

        Following(PlayedClock clock) {
            this.clock = clock;
            this.ticks = new Ticks(clock, outbox);
            this.out = outlet.clockOut(clock.number);
        }

        void outputs(int[] ports) {
            wanted = ports;
            share(ports);
        }

        /** Of those that follow, who is not the one that is followed: gear never gets its own clock. */
        private void others() {
            if (heardAt == clock.heardAt) return;
            heardAt = clock.heardAt;
            share(Arrays.stream(wanted).filter(port -> heardAt == NOBODY || !isSameGear(port, heardAt)).toArray());
        }

        private boolean isSameGear(int output, int input) {
            PortPlan out = ports.port(output);
            PortPlan in = ports.port(input);
            return out.device() != null ? out.device().equals(in.device()) : out.name().equals(in.name());
        }

        private void share(int[] wanted) {
            line();
            int[] taken = new int[wanted.length];
            int[] by = new int[wanted.length];
            int[] rest = new int[wanted.length];
            int takenCount = 0;
            int restCount = 0;
            for (int port : wanted) {
                int handle = out == null ? NOBODY : outlet.handle(port);
                if (handle >= 0 && out.output(handle, true)) {
                    taken[takenCount] = port;
                    by[takenCount++] = handle;
                } else rest[restCount++] = port;
            }
            for (int handle : handles)
                if (Arrays.stream(by, 0, takenCount).noneMatch(h -> h == handle)) out.output(handle, false);
            byDriver = Arrays.copyOf(taken, takenCount);
            handles = Arrays.copyOf(by, takenCount);
            ticks.outputs(Arrays.copyOf(rest, restCount));
            if (wanted.length > 0 && clock.pulses == null) plays();
        }

        void plays() {
            if (told == clock.plays) return;
            told = clock.plays;
            if (told) {
                ticks.start();
                if (out != null) out.start();
            } else {
                ticks.stop();
                if (out != null) out.stop();
            }
        }

        void joins() {
            told = true;
            line();
            ticks.join();
            if (out != null) out.join();
        }

        void outOfStep(int port) {
            ticks.outOfStep(port);
            for (int i = 0; i < byDriver.length; i++) {
                if (byDriver[i] != port) continue;
                out.output(handles[i], false);
                out.output(handles[i], true);
            }
        }

        void settle() {
            ticks.settle();
            if (clock.pulses != null) others();
            if (out == null || handles.length == 0) return;
            double expected = toldBeat + (outbox.now - toldNanos) * toldBpm / roadcase.clock.Timeline.NANOS_PER_MINUTE;
            boolean same = toldBpm == clock.timeline.bpm() && Math.abs(expected - beat()) < TOLERANCE;
            // One that stands keeps its tempo, and its gear is stopped.
            if (!same && clock.timeline.isRunning()) line();
        }

        /** Bars are counted from the first one. */
        private double beat() {
            return clock.timeline.beat(outbox.now) - (clock.pulses == null ? clock.plan.firstBar() : 0);
        }

        private void line() {
            if (out == null) return;
            toldBpm = clock.timeline.bpm();
            toldBeat = beat();
            toldNanos = outbox.now;
            out.timeline(toldBpm, toldBeat, toldNanos, clock.plan.bar());
        }
    }
}
