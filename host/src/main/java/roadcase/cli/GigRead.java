package roadcase.cli;

import java.util.List;
import java.util.function.Function;
import roadcase.cli.shell.Reply;
import roadcase.rig.Declared;
import roadcase.rig.OverlayFit;
import roadcase.script.ScriptError;

/**
 * What came of reading a gig.
 *
 * @param declared null where there are errors
 * @param errors at most one per file
 * @param warnings what plays, but may not be meant
 * @param prompt says a line to this rig while it plays
 * @param forget to be called when this rig plays no more: its classes are dropped
 * @param laid what was added at the prompt
 */
public record GigRead(Declared declared, List<ScriptError> errors, List<ScriptError> warnings,
        Function<String, Reply> prompt, Runnable forget, Laid laid) {
    /** @param fit what of the overlay lies over the gig; {@code lines} the same as lines of a script */
    public record Laid(OverlayFit fit, String lines) {
        static final Laid NOTHING = new Laid(OverlayFit.NOTHING, "");
    }

    public GigRead {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    public GigRead(Declared declared, List<ScriptError> errors, List<ScriptError> warnings, Function<String, Reply> prompt,
            Runnable forget) {
        this(declared, errors, warnings, prompt, forget, Laid.NOTHING);
    }

    static GigRead good(Declared declared, List<ScriptError> warnings, Function<String, Reply> prompt, Runnable forget) {
        return good(declared, warnings, prompt, forget, Laid.NOTHING);
    }

    static GigRead good(Declared declared, List<ScriptError> warnings, Function<String, Reply> prompt,
            Runnable forget, Laid laid) {
        return new GigRead(declared, List.of(), warnings, prompt, forget, laid);
    }

    public static GigRead failed(List<ScriptError> errors) {
        return new GigRead(null, errors, List.of(), line -> Reply.errors(errors), () -> {}, Laid.NOTHING);
    }

    public boolean plays() {
        return declared != null;
    }
}
