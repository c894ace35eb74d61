package roadcase.rig;

import java.util.List;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.Chain;
import roadcase.surface.Pickup;

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
    final Reaction[] reactions;
    final Action[] actions;
    /** Null where the line has no switch. */
    final SwitchCell on;
    /** Port number for {@code echo}, or -1. */
    final int echo;
    final long delayNanos;
    final double delayBeats;
    final double gridBeats;
    /** What a key going up leaves behind on a controller that a note became. */
    final int restValue;
    final Pickup.Mode mode;
    final int steps;
    /** For flows of ports that take hold softly, else null. */
    final SoftFlow soft;
    /** For code that hears keys of a port going down and up, else null. */
    HeardKeys heard;

    PlayedRoute(RoutePlan plan, PlayedPlace place, Chain chain, Targets targets, Waits waits, SwitchCell on, int echo,
            int restValue, SoftFlow soft) {
        this.plan = plan;
        this.place = place;
        this.chain = chain;
        this.outputs = targets.outputs().stream().mapToInt(Integer::intValue).toArray();
        this.values = targets.values().toArray(ValueCell[]::new);
        this.valueLow = targets.lows().stream().mapToDouble(Double::doubleValue).toArray();
        this.valueHigh = targets.highs().stream().mapToDouble(Double::doubleValue).toArray();
        this.reactions = targets.reactions().toArray(Reaction[]::new);
        this.actions = targets.actions().toArray(Action[]::new);
        this.on = on;
        this.echo = echo;
        this.delayNanos = waits.nanos();
        this.delayBeats = waits.beats();
        this.gridBeats = waits.grid();
        this.restValue = restValue;
        this.mode = Pickup.Mode.valueOf(plan.takeover().mode().name());
        this.steps = plan.takeover().steps();
        this.soft = soft;
    }

    boolean waits() {
        return delayNanos != 0 || delayBeats != 0 || gridBeats != 0;
    }

    boolean isOn() {
        return on == null || on.on;
    }

    record Targets(
            List<Integer> outputs,
            List<ValueCell> values,
            List<Double> lows,
            List<Double> highs,
            List<Reaction> reactions,
            List<Action> actions) {}

    record Waits(long nanos, double beats, double grid) {
        static final Waits NONE = new Waits(0, 0, 0);
    }
}
