package roadcase.rig;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roadcase.rig.plan.LoopPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Target;
import roadcase.rig.plan.ValuePlan;

/** Looks at the loops of a whole rig before it plays. */
final class LoopCheck {
    private LoopCheck() {}

    static List<Finding> check(Rig rig) {
        List<Finding> findings = new ArrayList<>();
        Map<String, LoopPlan> movers = new HashMap<>();
        for (LoopPlan loop : rig.loops()) {
            LoopPlan other = movers.putIfAbsent(loop.value(), loop);
            if (other != null) findings.add(Finding.error(loop.origin(), "'" + loop.name() + "' and '" + other.name()
                    + "' both move '" + loop.value() + "': one loop moves one value; the other is in " + other.origin()));
            range(rig, loop, findings);
        }
        for (RoutePlan route : rig.routes())
            for (Target target : route.targets())
                for (LoopPlan loop : rig.loops())
                    if (target instanceof Target.ToValue to && (to.value().equals(LoopPlan.measuredName(loop.name()))
                            || to.value().equals(LoopPlan.outputName(loop.name()))))
                        findings.add(Finding.error(route.origin(), "'" + to.value() + "' is what comes in: it can be read, not set"));
        return findings;
    }

    private static void range(Rig rig, LoopPlan loop, List<Finding> findings) {
        for (ValuePlan value : rig.values()) {
            if (!value.name().equals(loop.value())) continue;
            double low = loop.settings().low();
            double high = loop.settings().high();
            if (low < value.low() || high > value.high())
                findings.add(Finding.error(loop.origin(), "'" + loop.name() + "' moves '" + value.name() + "' between "
                        + said(low) + " and " + said(high) + ", but that goes from " + said(value.low())
                        + " to " + said(value.high())));
        }
    }

    private static String said(double decibels) {
        return BigDecimal.valueOf(decibels).stripTrailingZeros().toPlainString() + " dB";
    }
}
