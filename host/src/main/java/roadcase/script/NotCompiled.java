package roadcase.script;

import java.util.List;

/** A script or the classes in lib do not compile; each file's first mistake. */
public final class NotCompiled extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ScriptError> errors;

    public NotCompiled(List<ScriptError> errors) {
        super(errors.get(0).oneLine());
        this.errors = List.copyOf(errors);
    }

    public List<ScriptError> errors() {
        return errors;
    }
}
