package roadcase.rig;

import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;

/** Who runs the scripts' own code. Called by the Conductor's thread; never waits for the code. */
public interface Solo {
    /**
     * Hands a reaction over.
     *
     * @param what is copied
     * @param link the reading the reaction belongs to
     * @return false where too many wait already: the stage counts it
     */
    boolean play(Reaction reaction, Happening what, Live link);

    /** Whether something runs or waits to run. */
    default boolean isPlaying() {
        return false;
    }
}
