package roadcase.cli;

import java.util.List;
import java.util.function.Function;
import roadcase.cli.shell.Reply;
import roadcase.rig.Declared;
import roadcase.script.ScriptError;

/**
 * What came of reading a gig.
 *
 * @param declared null where there are errors
 * @param errors at most one per file
 * @param warnings what plays, but may not be meant
 * @param prompt says a line to this rig while it plays
 * @param forget to be called when this rig plays no more: its classes are dropped
 */
public record GigRead(Declared declared, List<ScriptError> errors, List<ScriptError> warnings,
        Function<String, Reply> prompt, Runnable forget) {
    public GigRead {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    static GigRead good(Declared declared, List<ScriptError> warnings, Function<String, Reply> prompt,
            Runnable forget) {
        return new GigRead(declared, List.of(), warnings, prompt, forget);
    }

    public static GigRead failed(List<ScriptError> errors) {
        return new GigRead(null, errors, List.of(), line -> Reply.errors(errors), () -> {});
    }

    public boolean plays() {
        return declared != null;
    }
}
