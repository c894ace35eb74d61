package roadcase.script;

import java.util.List;

/** What the check of a whole rig found. */
public record Findings(List<ScriptError> errors, List<ScriptError> warnings) {
    public static final Findings NONE = new Findings(List.of(), List.of());
}
