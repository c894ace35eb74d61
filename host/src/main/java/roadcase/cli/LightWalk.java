package roadcase.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;
import roadcase.surface.Light;
import roadcase.surface.LightKind;

/**
 * A walk through every value that the lights of a device can take: a few values one after the other on all lights of a
 * kind, many as pictures of as many as there are lights. Mixed colours are too many to walk through. Pure.
 */
final class LightWalk {
    /** More values than these are shown as pictures. */
    private static final int MOST_ALONE = 32;

    /**
     * A moment of the walk.
     *
     * @param says what is to be seen
     * @param messages short messages, packed
     */
    record Step(String says, List<Integer> messages) {}

    private LightWalk() {}

    static List<Step> of(DeviceSpec device) {
        Map<LightKind, List<ControlSpec>> kinds = new LinkedHashMap<>();
        for (ControlSpec control : device.controls())
            if (control.hasLight()) kinds.computeIfAbsent(control.lamp().kind(), k -> new ArrayList<>()).add(control);
        List<Step> steps = new ArrayList<>();
        kinds.forEach((kind, controls) -> {
            if (kind.all().size() > MOST_ALONE) pictures(kind, controls, steps);
            else for (Light light : kind.all()) steps.add(new Step(rows(controls) + ": " + light, told(controls, List.of(light))));
            steps.add(new Step(rows(controls) + ": off", told(controls, List.of(Light.OFF))));
        });
        return steps;
    }

    private static void pictures(LightKind kind, List<ControlSpec> controls, List<Step> steps) {
        List<Light> all = kind.all();
        for (int from = 0; from < all.size(); from += controls.size()) {
            List<Light> some = all.subList(from, Math.min(all.size(), from + controls.size()));
            steps.add(new Step(rows(controls) + ", from the first on: " + some.get(0) + " to " + some.get(some.size() - 1),
                    told(controls, some)));
        }
    }

    /** Where there are fewer values than lights, they are shown again from the first. */
    private static List<Integer> told(List<ControlSpec> controls, List<Light> lights) {
        List<Integer> messages = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++)
            messages.add((int) controls.get(i).lamp().wire(lights.get(i % lights.size()).code()));
        return messages;
    }

    private static String rows(List<ControlSpec> controls) {
        return String.join(", ", controls.stream().map(ControlSpec::row).distinct().toList());
    }
}
