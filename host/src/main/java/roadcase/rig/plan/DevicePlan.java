package roadcase.rig.plan;

import java.util.ArrayList;
import java.util.List;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;

/**
 * A unit of known gear as this gig uses it.
 *
 * @param name its alias, or the type where it has none; unique in the gig
 * @param controls as this unit is programmed: the same as in {@code spec} but for what the script says otherwise
 */
public record DevicePlan(
        String name, DeviceSpec spec, List<ControlSpec> controls, PortPlan in, PortPlan out, Origin origin) {
    /** The controls of this generation of it, from 0; what the script says otherwise holds for all of them. */
    public List<ControlSpec> controls(int generation) {
        if (generation == 0) return controls;
        List<ControlSpec> made = spec.controls();
        List<ControlSpec> all = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++) {
            ControlSpec there = spec.generations().get(generation).controls().get(i);
            boolean programmed = controls.get(i).number() != made.get(i).number();
            all.add(programmed ? there.sending(controls.get(i).number()) : there);
        }
        return all;
    }
}
