package roadcase.loop;

/** What a loop does, or why it does nothing. */
public enum LoopState {
    OFF("off"),
    PAUSED("paused"),
    HANDS_OFF("left to the hand on the fader"),
    STALE("waiting for its meter"),
    SILENT("holding still in silence"),
    UNDECIDED("finding out whether the meter hears the fader"),
    TUNING("tuning"),
    RETURNING("going back to where it began"),
    HOLDING("on target"),
    RUNNING("moving");

    private final String said;

    LoopState(String said) {
        this.said = said;
    }

    /** For people. */
    public String said() {
        return said;
    }
}
