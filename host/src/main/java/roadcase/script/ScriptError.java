package roadcase.script;

/**
 * A mistake in a script, for a musician.
 *
 * @param file as the player gave it
 * @param line from 1, or 0 where the whole file is meant
 * @param column from 1, or 0
 * @param sentence what is wrong and what to do
 * @param text the line itself, or empty
 */
public record ScriptError(String file, int line, int column, String sentence, String text) {
    /** {@code file:line:column: sentence}, as {@code check} prints it and editors read it; a whole file is at 1:1. */
    public String oneLine() {
        return file + ":" + Math.max(1, line) + ":" + Math.max(1, column) + ": " + sentence;
    }

    /** With the line itself and a mark under the place. */
    public String withMark() {
        if (text.isEmpty()) return oneLine();
        String mark = " ".repeat(Math.max(0, column - 1)) + "^";
        return oneLine() + "\n    " + text.replace('\t', ' ') + "\n    " + mark;
    }
}
