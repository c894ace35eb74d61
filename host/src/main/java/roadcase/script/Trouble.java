package roadcase.script;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.function.Function;
import java.util.regex.Pattern;
import roadcase.rig.ReactionFault;
import roadcase.rig.ScriptThread;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RigError;

/** What was thrown while a script ran, in a sentence and with the line that the player wrote. Any thread. */
public final class Trouble {
    private Trouble() {}

    /**
     * @param generation whose classes the player wrote
     * @param fallback the file to name where no line of the player's is on the stack
     * @param text of a file by its name
     */
    public static ScriptError of(Throwable thrown, Generation generation, String fallback, Function<String,
            String> text) {
        Origin origin = thrown instanceof RigError e && e.origin().line() > 0 ? e.origin()
                : place(thrown.getStackTrace(), generation);
        String file = origin.line() > 0 ? origin.file() : fallback;
        String line = Mistakes.line(text.apply(file), origin.line());
        int column = origin.column() > 0 || line.isBlank() ? origin.column() : firstLetter(line);
        return new ScriptError(file, origin.line(), column, sentence(thrown), line);
    }

    /** The player's line nearest to the top of a stack, or NOWHERE. */
    static Origin place(StackTraceElement[] stack, Generation generation) {
        for (StackTraceElement frame : stack)
            if (generation.owns(frame.getClassName()) && frame.getLineNumber() > 0 && frame.getFileName() != null)
                return new Origin(frame.getFileName(), frame.getLineNumber(), 0);
        return Origin.NOWHERE;
    }

    private static int firstLetter(String line) {
        return line.length() - line.stripLeading().length() + 1;
    }

    /** The sentence alone: what {@link ReactionFault} says, and what only Groovy throws. */
    public static String sentence(Throwable thrown) {
        if (thrown instanceof RigError || thrown instanceof ScriptThread.Cancelled) return thrown.getMessage();
        if (thrown instanceof ClassCastException) return cast(thrown);
        if (thrown instanceof MissingMethodException m)
            return Reword.kind(m.getType().getName()) + " has no word '" + m.getMethod() + "' that takes this";
        if (thrown instanceof MissingPropertyException p)
            return (p.getType() == null ? "this" : Reword.kind(p.getType().getName())) + " has no '" + p.getProperty()
                    + "'";
        return Reword.clean(ReactionFault.sentence(thrown));
    }

    private static String cast(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage());
        var groovy = Pattern.compile("(?s)Cannot cast object '(.*?)' with class '(.*?)' to class '(.*?)'.*")
                .matcher(text);
        if (groovy.matches()) return "'" + groovy.group(1) + "' is " + Reword.kind(groovy.group(2)) + " and cannot be "
                + Reword.kind(groovy.group(3));
        var java = Pattern.compile("(?s)class (\\S+) cannot be cast to class (\\S+).*").matcher(text);
        if (java.matches()) return Reword.kind(java.group(1)) + " cannot be " + Reword.kind(java.group(2));
        return ReactionFault.sentence(thrown);
    }
}
