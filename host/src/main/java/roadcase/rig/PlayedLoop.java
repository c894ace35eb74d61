package roadcase.rig;

import java.util.Map;
import roadcase.loop.Findings;
import roadcase.loop.Gains;
import roadcase.loop.Loop;
import roadcase.loop.LoopSettings;
import roadcase.loop.StopPolicy;
import roadcase.loop.Strategy;
import roadcase.loop.Tuning;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.LoopPlan;
import roadcase.rig.plan.SlotPlan;

/** A loop while it plays: a script's words, joined to the meter and to the value. The Conductor's thread. */
final class PlayedLoop {
    private static final long ASK_NANOS = 250_000_000L;

    private final Stage stage;
    private final Loop loop;
    private LoopPlan plan;
    private LoopMeters.Tap meter;
    private ValueCell output;
    private ValueCell target;
    private ValueCell p;
    private ValueCell i;
    private ValueCell d;
    private ValueCell shownMeasured;
    private ValueCell shownOutput;
    private SwitchCell running;
    private LoopSettings said;
    private long asked = Long.MIN_VALUE;
    private Findings findings;

    PlayedLoop(Stage stage, LoopPlan plan, Wiring wiring, LoopMeters meters) {
        this.stage = stage;
        this.loop = new Loop(settings(plan));
        follow(plan, wiring, meters);
    }

    /** The same loop, as another reading of the script has it. */
    void follow(LoopPlan next, Wiring wiring, LoopMeters meters) {
        boolean begins = plan == null;
        plan = next;
        output = wiring.values.get(next.value());
        target = wiring.values.get(LoopPlan.targetName(next.name()));
        p = wiring.values.get(LoopPlan.gainName(next.name(), 'p'));
        i = wiring.values.get(LoopPlan.gainName(next.name(), 'i'));
        d = wiring.values.get(LoopPlan.gainName(next.name(), 'd'));
        shownMeasured = wiring.values.get(LoopPlan.measuredName(next.name()));
        shownOutput = wiring.values.get(LoopPlan.outputName(next.name()));
        running = wiring.switches.get(LoopPlan.runningName(next.name()));
        said = settings(next);
        if (begins) meter = meters.tap(next.meter());
        if (begins && meter == null) stage.witness().fault(stage.now(), next.origin(), "nobody measures '" + next.meter()
                + "' here: the loop '" + next.name() + "' waits");
        loop.follow(now());
    }

    /** A rack's meter hears its own gain: nothing is to be found out. */
    private static LoopSettings settings(LoopPlan plan) {
        boolean own = false;
        for (int slot = 0; slot <= roadcase.audio.Rack.SLOTS; slot++)
            own |= plan.meter().equals(SlotPlan.meterName(slot)) && plan.value().equals(SlotPlan.gainName(slot));
        return own && plan.settings().strategy() == Strategy.AUTO ? plan.settings().with(Strategy.FEEDBACK) : plan.settings();
    }

    /** The script's settings with what was turned since. */
    private LoopSettings now() {
        return said.with(target.value, new Gains(p.value, i.value, d.value));
    }

    boolean isThe(LoopPlan other) {
        return plan.name().equals(other.name()) && plan.meter().equals(other.meter()) && plan.value().equals(other.value());
    }

    void tick(long now) {
        loop.reads(output.value, now);
        loop.turn(running.on);
        if (isTurned()) loop.follow(now());
        pause(now);
        if (meter != null && meter.frame()) loop.heard(meter.level(), meter.peak(), now);
        double wanted = loop.step(now);
        if (!Double.isNaN(wanted)) {
            stage.setValue(output, wanted, null);
            stage.witness().loop(now, plan.name(), output.value);
        }
        stage.show(shownMeasured, loop.measured());
        stage.show(shownOutput, output.value);
        Tuning ended = loop.takeFinished();
        if (ended != null) tell(ended, now);
    }

    /** Whether target or gains were moved since the loop was told; code may have made them no numbers. */
    private boolean isTurned() {
        Gains gains = loop.settings().gains();
        boolean other = loop.settings().target() != target.value || gains.p() != p.value || gains.i() != i.value || gains.d() != d.value;
        return other && !Double.isNaN(target.value + p.value + i.value + d.value);
    }

    private void pause(long now) {
        if (plan.pause() == null) return;
        if (now - asked >= ASK_NANOS || asked == Long.MIN_VALUE) {
            asked = now;
            stage.handOver(plan.pause(), new Happening(), stage.live());
        }
        loop.pause(plan.paused().getAsBoolean());
    }

    private void tell(Tuning ended, long now) {
        if (loop.failure() != null) {
            stage.witness().note(now, "The " + ended.name() + " of the loop '" + plan.name() + "' found nothing: " + loop.failure());
        } else if (ended.findings() != null) {
            findings = ended.findings();
            stage.witness().note(now, "The " + ended.name() + " of the loop '" + plan.name() + "' is done: look with `loop '"
                    + plan.name() + "'`, and choose with `loop '" + plan.name() + "' gains RULE`.");
        } else {
            stage.witness().note(now, "The loop '" + plan.name() + "' goes " + (loop.strategy() == Strategy.FEEDBACK
                    ? "by feedback: its meter hears the fader" : "forward: its meter is before the fader"));
        }
    }

    /** @return a sentence where it cannot begin */
    String tune(Tuning what) {
        return loop.tune(what);
    }

    boolean abort() {
        return loop.abort();
    }

    void turn(boolean on) {
        stage.turn(running, on);
    }

    void target(double decibels) {
        stage.setValue(target, decibels, null);
    }

    void gains(Gains gains) {
        stage.setValue(p, gains.p(), null);
        stage.setValue(i, gains.i(), null);
        stage.setValue(d, gains.d(), null);
    }

    /** The show ends, or the script has this loop no more. */
    void end() {
        loop.abort();
        double undone = loop.step(stage.now());
        if (plan.settings().onStop() == StopPolicy.RESTORE && running.on && !Double.isNaN(loop.initial()))
            stage.setValue(output, loop.initial(), null);
        else if (!Double.isNaN(undone)) stage.setValue(output, undone, null);
    }

    String name() {
        return plan.name();
    }

    long windowNanos() {
        return loop.settings().overNanos();
    }

    LoopStanding standing() {
        return new LoopStanding(plan.name(), loop.state(), loop.measured(), target.value, output.value, loop.strategy(),
                loop.content(), loop.settings().gains(), loop.tuning() == null ? null : loop.tuning().name(),
                findings == null ? Map.of() : findings.proposals());
    }
}
