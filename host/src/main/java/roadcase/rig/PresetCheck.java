package roadcase.rig;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.plan.*;
import roadcase.route.Shape;

/**
 * What cannot be meant with presets and sliders and only shows when all lines are known: two that are shown at the
 * start, presets that switch themselves, sliders that send what is no value.
 */
final class PresetCheck {
    private static final int FIRST_MODE_MESSAGE = 120;

    private final Rig rig;
    /** Names of ports by which what is sent comes back in, as the inputs that it comes in at. */
    private final Map<String, Set<String>> comesBackAt;
    private final List<Finding> findings = new ArrayList<>();

    private PresetCheck(Rig rig, Map<String, Set<String>> comesBackAt) {
        this.rig = rig;
        this.comesBackAt = comesBackAt;
    }

    /** @param comesBackAt for an output's name the names of our inputs that hear it */
    static List<Finding> check(Rig rig, Map<String, Set<String>> comesBackAt) {
        PresetCheck check = new PresetCheck(rig, comesBackAt);
        check.shown();
        check.lockedOut();
        check.circles();
        for (PresetPlan preset : rig.presets()) for (SliderPlan slider : preset.sliders()) check.slider(preset, slider);
        return check.findings;
    }

    private void shown() {
        PresetPlan first = null;
        for (PresetPlan preset : rig.presets()) {
            if (!preset.startsShown()) continue;
            if (first == null) first = preset;
            else findings.add(Finding.error(preset.origin(), "'" + first.name() + "' and '" + preset.name()
                    + "' both say startsShown(): one preset is shown at a time"));
        }
    }

    /** A line that turns off the preset that it stands in plays no more, so it could never turn it on again. */
    private void lockedOut() {
        for (RoutePlan route : rig.routes())
            for (Target target : route.targets()) {
                String switched = switched(target);
                if (switched == null || !inside(route.place()).contains(switched)) continue;
                findings.add(Finding.error(route.origin(), "this line of the preset '" + switched + "' switches '"
                        + switched + "' itself: once off, it could not be switched on here again; say it outside of the preset"));
            }
    }

    private String switched(Target target) {
        if (target instanceof Target.ToAction t && t.action() instanceof Action.SwitchPreset s) return s.preset();
        if (!(target instanceof Target.ToSwitch t)) return null;
        for (PresetPlan preset : rig.presets())
            if (PresetPlan.switchName(preset.name()).equals(t.name())) return preset.name();
        return null;
    }

    private static Set<String> inside(Place place) {
        Set<String> presets = new HashSet<>();
        for (Layer layer : place.layers()) if (layer instanceof Layer.Preset p) presets.add(p.preset());
        return presets;
    }

    /** What a preset sends comes in again and switches it, or one that does so in turn: it would never rest. */
    private void circles() {
        Map<String, Map<String, Origin>> leads = new LinkedHashMap<>();
        for (PresetPlan preset : rig.presets()) leads.put(preset.name(), switches(preset));
        for (PresetPlan preset : rig.presets())
            leads.get(preset.name()).forEach((next, line) -> {
                if (!reaches(next, preset.name(), leads, new HashSet<>())) return;
                String through = next.equals(preset.name()) ? "" : " through '" + next + "'";
                findings.add(Finding.error(line, "the preset '" + preset.name() + "' switches itself in a circle"
                        + through + ": what this line sends comes in again and is a trigger; send it elsewhere, or take"
                        + " another trigger"));
            });
    }

    private static boolean reaches(String from, String to, Map<String, Map<String, Origin>> leads, Set<String> seen) {
        if (from.equals(to)) return true;
        if (!seen.add(from)) return false;
        return leads.getOrDefault(from, Map.of()).keySet().stream().anyMatch(next -> reaches(next, to, leads, seen));
    }

    /** Presets that are switched by what this one sends, each with the line that sends it. */
    private Map<String, Origin> switches(PresetPlan preset) {
        Map<String, Origin> found = new LinkedHashMap<>();
        for (RoutePlan route : rig.routes())
            if (inside(route.place()).contains(preset.name()))
                for (Target target : route.targets())
                    if (target instanceof Target.ToPort to)
                        switchedBy(to.port().name(), Says.of(route), route.origin(), new HashSet<>(), found);
        for (SliderPlan slider : preset.sliders())
            if (slider.sends() != SliderPlan.Sends.NEVER)
                for (PortPlan port : slider.outputs())
                    switchedBy(port.name(), Says.of(slider), slider.origin(), new HashSet<>(), found);
        return found;
    }

    private void switchedBy(String output, Says what, Origin by, Set<String> seen, Map<String, Origin> into) {
        if (!seen.add(output + " " + what)) return;
        for (String input : comesBackAt.getOrDefault(output, Set.of()))
            for (RoutePlan route : rig.routes()) {
                if (!(route.source() instanceof Source.Port from) || !from.port().name().equals(input)
                        || !what.isHeardBy(route)) continue;
                for (Target target : route.targets()) {
                    String preset = switched(target);
                    if (preset != null) into.putIfAbsent(preset, by);
                    if (target instanceof Target.ToPort to && inside(route.place()).isEmpty())
                        switchedBy(to.port().name(), what.through(route), by, seen, into);
                }
            }
    }

    private void slider(PresetPlan preset, SliderPlan slider) {
        String name = "the slider '" + slider.label() + "' of '" + preset.name() + "'";
        Shape shape = slider.shape();
        if (shape.form() == Shape.Form.CC && shape.low() >= FIRST_MODE_MESSAGE)
            findings.add(Finding.error(slider.origin(), name + " would send CC " + shape.low()
                    + ", which is no controller but a channel mode message (120 to 127 silence or re-mode an instrument)"));
        int labels = slider.labels().items().size();
        int values = slider.high() - slider.low() + 1;
        if (labels > 0 && labels < values)
            findings.add(Finding.warning(slider.origin(), name + " has " + values + " values and " + labels
                    + (labels == 1 ? " label" : " labels") + ": the rest show plain numbers"));
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(labels, values); i++) {
            String text = slider.labels().at(i).text();
            if (!seen.add(text)) {
                findings.add(Finding.warning(slider.origin(), name + " has the label '" + text
                        + "' twice: by its name only the first can be chosen"));
                break;
            }
        }
    }
}
