package roadcase.rig.plan;

import java.util.List;
import java.util.function.BooleanSupplier;
import roadcase.loop.Gains;
import roadcase.loop.LoopSettings;

/**
 * A loop as a script says it.
 *
 * @param meter written name of what it measures
 * @param value written name of what it moves
 * @param pause asked now and then, or null
 * @param paused what {@code pause} found last
 */
public record LoopPlan(
        String name, String meter, String value, LoopSettings settings, Reaction pause, BooleanSupplier paused, Origin origin) {
    private static final double LOUDEST_TARGET = 20;
    private static final double QUIETEST_TARGET = -90;

    /** What of it can be turned while it plays. */
    public List<ValuePlan> values() {
        Gains gains = settings.gains();
        return List.of(
                new ValuePlan(targetName(name), settings.target(), QUIETEST_TARGET, LOUDEST_TARGET, origin),
                new ValuePlan(gainName(name, 'p'), gains.p(), 0, Gains.MOST, origin),
                new ValuePlan(gainName(name, 'i'), gains.i(), 0, Gains.MOST, origin),
                new ValuePlan(gainName(name, 'd'), gains.d(), 0, Gains.MOST, origin),
                shown(measuredName(name)), shown(outputName(name)));
    }

    private ValuePlan shown(String written) {
        return new ValuePlan(written, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, origin);
    }

    // ---- written names of what can be moved and shown

    private static String base(String loop) {
        return "loop " + loop;
    }

    public static String targetName(String loop) {
        return base(loop) + " / target";
    }

    /** @param which p, i or d */
    public static String gainName(String loop, char which) {
        return base(loop) + " / k" + which;
    }

    public static String runningName(String loop) {
        return base(loop) + " / running";
    }

    public static String measuredName(String loop) {
        return base(loop) + " / measured";
    }

    public static String outputName(String loop) {
        return base(loop) + " / output";
    }
}
