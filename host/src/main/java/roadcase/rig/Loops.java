package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import roadcase.clock.Scheduler;
import roadcase.loop.Gains;
import roadcase.loop.RelayTuner;
import roadcase.loop.StepTest;
import roadcase.loop.Tuning;
import roadcase.rig.plan.LoopPlan;

/**
 * The loops of the rig that plays, all of them 20 times a second. A loop that has the same name, meter and value after a
 * reload is the same loop: its integral, window and silence go on.
 *
 * <p>The Conductor's thread. Nothing is allocated while nothing changes.
 */
public final class Loops {
    private static final long PERIOD_NANOS = 50_000_000L;
    /** A relay's hysteresis: more than the wobble of a window of some seconds. */
    private static final double HYSTERESIS_DB = 0.5;

    private final Stage stage;
    private final LoopMeters meters;
    private final Scheduler.Task tick = this::tick;
    private PlayedLoop[] played = {};
    private boolean ticks;

    Loops(Stage stage, LoopMeters meters) {
        this.stage = stage;
        this.meters = meters;
    }

    void follow(Wiring next) {
        List<PlayedLoop> all = new ArrayList<>();
        for (LoopPlan plan : next.rig.loops()) {
            PlayedLoop known = null;
            for (PlayedLoop before : played) if (before.isThe(plan)) known = before;
            if (known == null) all.add(new PlayedLoop(stage, plan, next, meters));
            else {
                known.follow(plan, next, meters);
                all.add(known);
            }
        }
        for (PlayedLoop before : played) if (!all.contains(before)) before.end();
        played = all.toArray(PlayedLoop[]::new);
        if (!ticks && played.length > 0) ticks = stage.scheduler.at(stage.now(), tick);
    }

    private void tick(long now) {
        ticks = played.length > 0 && stage.scheduler.at(now + PERIOD_NANOS, tick);
        for (PlayedLoop loop : played) loop.tick(now);
    }

    /** The show ends. */
    void end() {
        for (PlayedLoop loop : played) loop.end();
        played = new PlayedLoop[0];
    }

    private PlayedLoop find(String name) {
        for (PlayedLoop loop : played) if (loop.name().equals(name)) return loop;
        return null;
    }

    private static String none(String name) {
        return "there is no loop '" + name + "'";
    }

    // ---- what players and scripts do; each gives a sentence where it cannot be, else null

    public String turn(String name, boolean on) {
        PlayedLoop loop = find(name);
        if (loop == null) return none(name);
        loop.turn(on);
        return null;
    }

    /** @param decibels where its level should be */
    public String target(String name, double decibels) {
        PlayedLoop loop = find(name);
        if (loop == null) return none(name);
        loop.target(decibels);
        return null;
    }

    public String gains(String name, Gains gains) {
        PlayedLoop loop = find(name);
        if (loop == null) return none(name);
        loop.gains(gains);
        return null;
    }

    /** @param decibels how far the output goes each way */
    public String relay(String name, double decibels) {
        PlayedLoop loop = find(name);
        return loop == null ? none(name) : tune(loop, () -> new RelayTuner(decibels, HYSTERESIS_DB, loop.windowNanos()));
    }

    /** @param decibels of each of two steps */
    public String steps(String name, double decibels) {
        PlayedLoop loop = find(name);
        return loop == null ? none(name) : tune(loop, () -> new StepTest(decibels, loop.windowNanos()));
    }

    private static String tune(PlayedLoop loop, java.util.function.Supplier<Tuning> make) {
        try {
            return loop.tune(make.get());
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    public String abort(String name) {
        PlayedLoop loop = find(name);
        if (loop == null) return none(name);
        return loop.abort() ? null : "'" + name + "' is not tuning";
    }

    /** In the order of the script. */
    public List<LoopStanding> standing() {
        List<LoopStanding> all = new ArrayList<>();
        for (PlayedLoop loop : played) all.add(loop.standing());
        return all;
    }
}
