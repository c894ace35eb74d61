package roadcase.cli;

import java.util.List;
import roadcase.rig.Declared;
import roadcase.script.ScriptError;

/**
 * What came of reading a gig.
 *
 * @param declared null where there are errors
 * @param errors at most one per file
 * @param warnings what plays, but may not be meant
 */
public record GigRead(Declared declared, List<ScriptError> errors, List<ScriptError> warnings) {
    public GigRead {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public boolean plays() {
        return declared != null;
    }
}
