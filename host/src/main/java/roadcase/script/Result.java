package roadcase.script;

import java.util.List;
import roadcase.rig.OverlayFit;
import roadcase.rig.Rig;
import roadcase.rig.RigBuilder;

/** What came of reading a gig. */
public sealed interface Result {
    Sources sources();

    /**
     * The gig can play.
     *
     * @param builder that made the rig: its {@link RigBuilder#live} is what reactions act on
     * @param names what the scripts' top-level names stand for, for the prompt
     * @param generation to be closed when the rig plays no more
     * @param warnings what is odd and not wrong
     * @param laid what of the overlay lies over the gig
     * @param lines of the overlay, as they were read
     */
    record Read(Rig rig, RigBuilder builder, Names names, Generation generation, List<ScriptError> warnings,
            Sources sources, OverlayFit laid, String lines)
            implements Result {}

    /** @param errors the first mistake of each file, at least one */
    record Failed(List<ScriptError> errors, Sources sources) implements Result {}
}
