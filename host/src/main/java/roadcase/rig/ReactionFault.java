package roadcase.rig;

import java.util.ConcurrentModificationException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RigError;

/** What a fault in a script's own code means to the player: which line, and a sentence. Any thread. */
public record ReactionFault(Origin origin, String sentence) {
    /**
     * @param otherwise the reaction's own line, where the fault names none
     * @param words a sentence for what was thrown: {@link #sentence}, or what knows more than that
     */
    public static ReactionFault of(Throwable fault, Origin otherwise, Function<Throwable, String> words) {
        Origin origin = fault instanceof RigError e && e.origin().line() > 0 ? e.origin()
                : place(fault.getStackTrace(), otherwise);
        return new ReactionFault(origin, words.apply(fault));
    }

    /** The line of a script nearest to the top of a stack. */
    static Origin place(StackTraceElement[] stack, Origin otherwise) {
        for (StackTraceElement frame : stack)
            if (frame.getClassName().startsWith(RigBuilder.SCRIPT_CLASS) && frame.getLineNumber() > 0)
                return new Origin(frame.getFileName(), frame.getLineNumber(), 1);
        return otherwise;
    }

    /** What Java's own faults mean, and those of this house. Class names are not for players and are left out. */
    public static String sentence(Throwable thrown) {
        if (thrown instanceof RigError || thrown instanceof ScriptThread.Cancelled) return thrown.getMessage();
        if (thrown instanceof StackOverflowError) return "this calls itself without end";
        if (thrown instanceof OutOfMemoryError) return "this needs more memory than there is";
        if (thrown instanceof NullPointerException)
            return "something here is nothing (null): it was never made, or not found";
        if (thrown instanceof ClassCastException) return "this is not the kind of thing that is needed here";
        if (thrown instanceof NumberFormatException) return "this text is not a number" + told(thrown);
        if (thrown instanceof IndexOutOfBoundsException)
            return "there is nothing at this place of the list or text: it is shorter";
        if (thrown instanceof ArithmeticException) return "this cannot be calculated" + told(thrown);
        if (thrown instanceof NoSuchElementException) return "there is nothing (more) here" + told(thrown);
        if (thrown instanceof ConcurrentModificationException)
            return "a list changes while it is gone through: go through a copy";
        if (thrown instanceof UnsupportedOperationException) return "this cannot be changed" + told(thrown);
        boolean silent = thrown.getMessage() == null || thrown.getMessage().isBlank();
        if (thrown instanceof LinkageError) return "a class in lib does not fit" + told(thrown);
        return silent ? "this failed: " + spaced(thrown) : thrown.getMessage();
    }

    private static String told(Throwable thrown) {
        return thrown.getMessage() == null || thrown.getMessage().isBlank() ? "" : ": " + thrown.getMessage();
    }

    private static String spaced(Throwable thrown) {
        return thrown.getClass().getSimpleName().replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
