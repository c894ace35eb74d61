package roadcase.rig.plan;

/** What a trigger does to the stage. */
public sealed interface Action {
    /** One bank on (+1) or back (-1). */
    record StepBank(String group, int by) implements Action {}
}
