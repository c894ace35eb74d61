package roadcase.script;

import java.util.Set;

/** Says what the parser stumbled over, from the text itself: the parser only names what it did not expect. */
final class Syntax {
    private Syntax() {}

    /** The mistake, perhaps at another place than the parser's. */
    static Brackets.Found explain(String text, int line, int column, String message) {
        Brackets.Found bracket = Brackets.wrong(text);
        if (bracket != null) return bracket;
        String[] lines = text.split("\n", -1);
        for (int i = Math.min(line, lines.length); i >= Math.max(1, line - 1); i--)
            if (lines[i - 1].strip().startsWith("@"))
                return new Brackets.Found(i, lines[i - 1].indexOf('@') + 1,
                        "a script has no @annotations: take the line away");
        String here = line >= 1 && line <= lines.length ? lines[line - 1] : "";
        if (column < 1 || column > here.length())
            return new Brackets.Found(line, column, "the line before this place ends too early: something is missing");
        return new Brackets.Found(line, column, at(here, column, message));
    }

    private static String at(String line, int column, String message) {
        char c = line.charAt(column - 1);
        if (c == '#') return "'#' means nothing here: a comment begins with //";
        if ("‘’‚“”„`´".indexOf(c) >= 0) return c + " is a printed quote mark: write ' or \"";
        String word = word(line, column);
        if (Set.of("if", "unless", "while", "for").contains(word) && column > 1 && !line.substring(0, column - 1)
                .isBlank())
            return "'" + word + "' stands at the beginning: " + word + " (...) { ... }";
        if (!message.contains("Unexpected") && !message.contains("unexpected")) return Reword.parser(message);
        String before = line.substring(0, column - 1).strip();
        if (before.matches("(for|while|if|switch)")) return "after '" + before + "' comes a parenthesis: " + before
                + " (...)";
        return "'" + word + "' is not expected here: is something missing before it, such as a comma?";
    }

    private static String word(String line, int column) {
        int end = column;
        if (Character.isLetterOrDigit(line.charAt(column - 1)))
            while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) end++;
        return line.substring(column - 1, end);
    }
}
