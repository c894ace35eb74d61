package roadcase.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.Target;
import roadcase.route.Step;

/** One finished line of a script as a sentence, in signal order. */
final class RouteSentence {
    private RouteSentence() {}

    static String of(RoutePlan route) {
        List<String> way = new ArrayList<>();
        List<Step> steps = route.steps();
        for (int i = 0; i < steps.size(); i++) {
            boolean numbersFollow = i + 1 < steps.size() && steps.get(i) instanceof Step.Kinds && StepPhrase.narrows(steps.get(i + 1));
            if (!numbersFollow) StepPhrase.of(steps.get(i), steps.subList(0, i)).ifPresent(way::add);
        }
        press(route, way);
        takeover(route, way);
        if (route.between() != null)
            way.add("from " + StepPhrase.number(route.between().low()) + " to "
                    + StepPhrase.number(route.between().high()));
        if (route.echo()) way.add("the value going back to the gear");
        String name = route.name() == null ? "" : "'" + route.name() + "': ";
        String middle = way.isEmpty() ? " to " : ": " + String.join(", ", way) + "; to ";
        return name + (name.isEmpty() ? "From " : "from ") + source(route.source()) + middle + targets(route.targets());
    }

    static String source(Source source) {
        if (source instanceof Source.Port s) return "'" + s.port().name() + "'";
        if (source instanceof Source.Controls s) return s.device() + " " + controls(s.controls());
        if (source instanceof Source.OfValue s) return "each change of '" + s.value() + "'";
        throw new IllegalArgumentException("a source that nobody has explained yet: " + source);
    }

    /** {@code mute 1 to 8, solo 1}: what stands side by side in a row is said once. */
    static String controls(List<String> names) {
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (String name : names) {
            int space = name.lastIndexOf(' ');
            boolean numbered = space > 0 && name.substring(space + 1).matches("\\d{1,4}");
            rows.computeIfAbsent(numbered ? name.substring(0, space) : name, r -> new ArrayList<>())
                    .add(numbered ? Integer.parseInt(name.substring(space + 1)) : 0);
        }
        return rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).collect(Collectors.joining(", "));
    }

    private static String row(String name, List<Integer> places) {
        if (places.equals(List.of(0))) return name;
        int first = places.get(0);
        int last = places.get(places.size() - 1);
        boolean together = places.size() > 2 && last - first == places.size() - 1;
        return name + " " + (together ? first + " to " + last
                : places.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static void press(RoutePlan route, List<String> way) {
        if (route.press() == RoutePlan.Press.TOGGLE) way.add("each press switching on or off, remembered, with light");
        if (route.press() == RoutePlan.Press.PULSE) way.add("press and release passed on, the light switching");
        if (!route.looks().equals(RoutePlan.Looks.PLAIN))
            way.add(route.looks().on() + " while on, " + route.looks().off() + " while off");
    }

    private static void takeover(RoutePlan route, List<String> way) {
        String after = "after a change of meaning silent until ";
        switch (route.takeover().mode()) {
            case JUMP -> { }
            case HYSTERESIS -> way.add(after + "moved by " + route.takeover().steps());
            case PICKUP -> way.add(after + "the stored value is met");
            case SCALED -> way.add("after a change of meaning converging with the stored value");
        }
    }

    private static String targets(List<Target> targets) {
        return targets.stream().map(RouteSentence::target).collect(Collectors.joining(" and "));
    }

    static String target(Target target) {
        if (target instanceof Target.ToPort t) return "'" + t.port().name() + "'";
        if (target instanceof Target.ToValue t) return "the value '" + t.value() + "'";
        if (target instanceof Target.ToSwitch t) return "the switch '" + t.name() + "'";
        if (target instanceof Target.ToReaction t) return "code of the script (" + t.reaction().origin() + ")";
        if (target instanceof Target.ToAction t) return action(t.action());
        throw new IllegalArgumentException("a target that nobody has explained yet: " + target);
    }

    static String action(Action action) {
        if (action instanceof Action.StepBank a) return (a.by() > 0 ? "the next" : "the previous") + " bank of '"
                + a.group() + "'";
        if (action instanceof Action.StepPage a) return (a.by() > 0 ? "the next" : "the previous") + " page of " + a.device();
        if (action instanceof Action.GoPage a) return "page " + (a.page() + 1) + " of " + a.device();
        if (action instanceof Action.SwitchPreset a) {
            return switch (a.how()) {
                case ON -> "turn on the preset '";
                case OFF -> "turn off the preset '";
                case TOGGLE -> "turn on or off by turns the preset '";
                case SELECT -> "select the preset '";
            } + a.preset() + "'";
        }
        if (action instanceof Action.LaunchClips a) {
            return switch (a.part()) {
                case PAD -> "launch a clip of '";
                case COLUMN -> "stop a column of '";
                case ROW -> "launch a row of '";
                case STOP_ALL -> "stop all clips of '";
            } + a.clips() + "'";
        }
        throw new IllegalArgumentException("an action that nobody has explained yet: " + action);
    }
}
