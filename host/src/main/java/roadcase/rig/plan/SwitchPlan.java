package roadcase.rig.plan;

/** Something that is on or off and kept, other than a toggle: whether a route is on. */
public record SwitchPlan(String name, boolean start, Origin origin) {}
