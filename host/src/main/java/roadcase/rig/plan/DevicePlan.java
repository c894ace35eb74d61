package roadcase.rig.plan;

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
        String name, DeviceSpec spec, List<ControlSpec> controls, PortPlan in, PortPlan out, Origin origin) {}
