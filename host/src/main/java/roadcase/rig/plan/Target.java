package roadcase.rig.plan;

/** Where a line ends. */
public sealed interface Target {
    record ToPort(PortPlan port) implements Target {}

    /** Moves a value. */
    record ToValue(String value) implements Target {}

    /** Drives a switch, whose state the light then shows. */
    record ToSwitch(String name) implements Target {}

    record ToReaction(Reaction reaction) implements Target {}

    /** Fires once per note on, per CC rising through 64, per program change. */
    record ToAction(Action action) implements Target {}
}
