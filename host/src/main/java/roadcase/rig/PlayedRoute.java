package roadcase.rig;

import java.util.List;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.Chain;
import roadcase.route.Event;
import roadcase.route.Joins;
import roadcase.surface.Pickup;
import roadcase.surface.Travel;

/** A line of a script, prepared: what comes in runs through its chain and goes to its targets. */
final class PlayedRoute {
    final RoutePlan plan;
    final PlayedPlace place;
    final Chain chain;
    /** Port numbers. */
    final int[] outputs;
    final ValueCell[] values;
    final double[] valueLow;
    final double[] valueHigh;
    final Travel[] travels;
    final Reaction[] reactions;
    final Action[] actions;
    /** Null where the line has no switch. */
    final SwitchCell on;
    /** Port number for {@code echo}, or -1. */
    final int echo;
    /** Null where nothing is waited for. */
    final Waits waits;
    /** The number of the clock whose beats count. */
    final int clock;
    /** What a key going up leaves behind on a controller that a note became. */
    final int restValue;
    final Pickup.Mode mode;
    final int steps;
    /** For flows of ports that take hold softly, else null. */
    final SoftFlow soft;
    /** What it takes joined and so not in parts, or null. */
    Joins joins;
    /** For code that hears keys of a port going down and up, else null. */
    HeardKeys heard;
    /** For triggers of values: whether they have fired; else null. */
    Trigger trigger;
    /** Whether the line says which values it wants. */
    final boolean wantsValues;

    PlayedRoute(RoutePlan plan, PlayedPlace place, Chain chain, Targets targets, Waits waits, int clock, SwitchCell on,
            int echo, int restValue, SoftFlow soft) {
        this.plan = plan;
        this.place = place;
        this.chain = chain;
        this.outputs = targets.outputs().stream().mapToInt(Integer::intValue).toArray();
        this.values = targets.values().toArray(ValueCell[]::new);
        this.valueLow = targets.lows().stream().mapToDouble(Double::doubleValue).toArray();
        this.valueHigh = targets.highs().stream().mapToDouble(Double::doubleValue).toArray();
        this.travels = targets.travels().toArray(Travel[]::new);
        this.reactions = targets.reactions().toArray(Reaction[]::new);
        this.actions = targets.actions().toArray(Action[]::new);
        this.on = on;
        this.echo = echo;
        this.waits = waits.isNothing() ? null : waits;
        this.clock = clock;
        this.restValue = restValue;
        this.mode = Pickup.Mode.valueOf(plan.takeover().mode().name());
        this.steps = plan.takeover().steps();
        this.soft = soft;
        this.wantsValues = Trigger.wantsValues(plan.steps());
    }

    /** What an event means for one of the values. */
    double valueAt(int i, Event e) {
        double part = (double) e.value / e.max;
        return travels[i].at(part, valueLow[i], valueHigh[i]);
    }

    boolean isOn() {
        return on == null || on.on;
    }

    record Targets(
            List<Integer> outputs,
            List<ValueCell> values,
            List<Double> lows,
            List<Double> highs,
            List<Travel> travels,
            List<Reaction> reactions,
            List<Action> actions) {}
}
