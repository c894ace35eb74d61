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
    /** {@code file:line:column: sentence}, as {@code check} prints it; of a whole file {@code file: sentence}. */
    public String oneLine() {
        return (line > 0 ? file + ":" + line + ":" + column : file) + ": " + sentence;
    }

    /** With the line itself and a mark under the place. */
    public String withMark() {
        if (text.isEmpty()) return oneLine();
        String mark = " ".repeat(Math.max(0, column - 1)) + "^";
        return oneLine() + "\n    " + text.replace('\t', ' ') + "\n    " + mark;
    }
}
