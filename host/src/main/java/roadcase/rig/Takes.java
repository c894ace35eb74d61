package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roadcase.rig.plan.LightPlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;

/** {@code take}: the including script takes controls away from what it includes. */
final class Takes {
    private final List<Rig.Take> takes;
    private final Map<String, String> includes;

    Takes(List<Rig.Take> takes, Map<String, String> includes) {
        this.takes = takes;
        this.includes = includes;
    }

    /** The routes as they are when what was taken is gone from them. */
    List<RoutePlan> routes(List<RoutePlan> routes) {
        if (takes.isEmpty()) return routes;
        List<RoutePlan> left = new ArrayList<>();
        for (RoutePlan route : routes) {
            if (!(route.source() instanceof Source.Controls from) || Claims.looksOnly(route)) {
                left.add(route);
                continue;
            }
            List<String> kept = from.controls().stream().filter(c -> !taken(from.device(), c, route.origin())).toList();
            if (kept.size() == from.controls().size()) left.add(route);
            else if (!kept.isEmpty()) left.add(route.from(new Source.Controls(from.device(), kept)));
        }
        return left;
    }

    List<LightPlan> lights(List<LightPlan> lights) {
        return lights.stream().filter(l -> !taken(l.device(), l.control(), l.origin())).toList();
    }

    private boolean taken(String device, String control, Origin by) {
        for (Rig.Take take : takes)
            if (take.device().equals(device) && take.controls().contains(control) && isIncluded(by.file(), take.origin().file()))
                return true;
        return false;
    }

    private boolean isIncluded(String file, String by) {
        String up = includes.get(file);
        for (int depth = 0; up != null && depth < 100; depth++) {
            if (up.equals(by)) return true;
            up = includes.get(up);
        }
        return false;
    }
}
