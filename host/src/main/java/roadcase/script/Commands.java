package roadcase.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives commands with named arguments, such as {@code bank 'A', channel: 1}, the parentheses that they stand for.
 *
 * <p>Groovy's quick way of parsing gives up on them, and the thorough one that it then takes for the whole file is
 * twenty times as slow: 120 ms instead of 6 for 200 lines, at every save. Nothing moves: the opening parenthesis takes
 * the place of a space, the closing one comes last, so all places in messages stay true.
 *
 * <p>Only lines that are such a command from end to end, with nothing but texts, numbers and names in it; all others
 * are left to Groovy, and so is a whole script in which a text may be longer than a line.
 */
final class Commands {
    private static final String VALUE = "(?:'[^'\\\\]*'|\"[^\"\\\\$]*\"|-?[\\w.]+(?:\\[\\d+\\])?)";
    private static final String ITEM = "(?:[a-zA-Z]\\w*[ \\t]*:[ \\t]*)?" + VALUE;
    private static final String NOT_A_COMMAND =
            "(?!(?:return|def|var|final|static|assert|throw|new|case|default|else|import|package|in|instanceof|as)\\b)";
    private static final Pattern COMMAND = Pattern.compile("([ \\t]*" + NOT_A_COMMAND + "[a-zA-Z]\\w*)[ \\t]([ \\t]*" + ITEM
            + "(?:[ \\t]*,[ \\t]*" + ITEM + ")*)([ \\t]*\\r?|[ \\t]+//.*)");
    private static final Pattern NAMED = Pattern.compile("(?:^|,)[ \\t]*[a-zA-Z]\\w*[ \\t]*:");
    /** A line that may go on the one before begins otherwise. */
    private static final Pattern NEW_LINE = Pattern.compile("[ \\t\\r]*(?:[a-zA-Z}].*|//.*)?");
    private static final Pattern LONG_TEXT = Pattern.compile("'''|\"\"\"|\\$/|[=(,~:\\[][ \\t]*/(?![/*])");

    private Commands() {}

    /** The same script, line by line and column by column. */
    static String inParentheses(String text) {
        if (LONG_TEXT.matcher(text).find()) return text;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher command = COMMAND.matcher(lines[i]);
            if (command.matches() && NAMED.matcher(command.group(2)).find() && endsHere(lines, i))
                lines[i] = command.group(1) + "(" + command.group(2) + ")" + command.group(3);
        }
        return String.join("\n", lines);
    }

    private static boolean endsHere(String[] lines, int at) {
        int next = at + 1;
        while (next < lines.length && (lines[next].isBlank() || lines[next].strip().startsWith("//"))) next++;
        return next == lines.length || NEW_LINE.matcher(lines[next]).matches();
    }
}
