package roadcase.rig;

import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RigError;

/** What a fault in a script's own code means to the player: which line, and a sentence. */
public record ReactionFault(Origin origin, String sentence) {
    /** @param otherwise the reaction's own line, where the fault names none */
    public static ReactionFault of(Throwable fault, Origin otherwise) {
        return new ReactionFault(origin(fault, otherwise), sentence(fault));
    }

    private static Origin origin(Throwable fault, Origin otherwise) {
        if (fault instanceof RigError e && e.origin().line() > 0) return e.origin();
        for (StackTraceElement frame : fault.getStackTrace())
            if (frame.getClassName().startsWith(RigBuilder.SCRIPT_CLASS) && frame.getLineNumber() > 0)
                return new Origin(frame.getFileName(), frame.getLineNumber(), 1);
        return otherwise;
    }

    private static String sentence(Throwable fault) {
        String message = fault.getMessage();
        if (fault instanceof RigError || fault instanceof IllegalArgumentException || fault instanceof IllegalStateException)
            if (message != null && !message.isBlank()) return message;
        if (fault instanceof NullPointerException) return "something here is null: it has no value yet";
        if (fault instanceof ArithmeticException) return "this cannot be computed: " + lower(message, "a number is impossible");
        if (fault instanceof IndexOutOfBoundsException) return "there is no such place in the list: " + lower(message, "it is too short");
        if (fault instanceof ClassCastException) return "something here is of another kind than the line needs";
        if (fault instanceof StackOverflowError) return "this calls itself without end";
        if (fault instanceof OutOfMemoryError) return "this needs more memory than there is";
        return "this went wrong: " + lower(message, fault.getClass().getSimpleName());
    }

    private static String lower(String message, String otherwise) {
        if (message == null || message.isBlank()) return otherwise;
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
