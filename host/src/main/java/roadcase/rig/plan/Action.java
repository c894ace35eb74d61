package roadcase.rig.plan;

/** What a trigger does to the stage. */
public sealed interface Action {
    /** One bank on (+1) or back (-1). */
    record StepBank(String group, int by) implements Action {}

    /** One page of a device on (+1) or back (-1). */
    record StepPage(String device, int by) implements Action {}

    /** To a page of a device, counted from 0. */
    record GoPage(String device, int page) implements Action {}

    /** Switches a preset. */
    record SwitchPreset(String preset, How how) implements Action {
        public enum How {
            ON,
            OFF,
            TOGGLE,
            /** On, the others off, and shown. */
            SELECT
        }
    }

    /** Launches or stops clips; which, the control that was pressed says. */
    record LaunchClips(String clips, ClipsPlan.Part part) implements Action {}
}
