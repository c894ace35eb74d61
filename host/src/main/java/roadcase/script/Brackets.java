package roadcase.script;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Looks for the quote mark or bracket that a script lacks, where Groovy's parser only knows that it got lost.
 *
 * <p>Of several brackets that could be the open one, the one whose closing partner stands at another indentation.
 */
final class Brackets {
    /** @param column from 1 */
    record Found(int line, int column, String sentence) {}

    private record Open(char kind, int line, int column, int indent) {}

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private Open suspect;
    private int most = Integer.MAX_VALUE;
    private int at;
    private int line = 1;
    private int lineStart;

    private Brackets(String text) {
        this.text = text;
    }

    /** The first thing wrong, or null where all quotes and brackets have their partners. */
    static Found wrong(String text) {
        return new Brackets(text).search();
    }

    /** Where brackets are open in each other more than so often, or null. Not within texts. */
    static Found tooDeep(String text, int most) {
        Brackets brackets = new Brackets(text);
        brackets.most = most;
        Found found = brackets.search();
        return brackets.open.size() > most ? found : null;
    }

    private Found search() {
        while (at < text.length()) {
            if (open.size() > most) return new Found(line, column(), "this is nested too deeply: divide it");
            char c = text.charAt(at);
            Found found = null;
            if (c == '\n') newLine();
            else if (text.startsWith("//", at)) skipLine();
            else if (text.startsWith("/*", at)) found = comment();
            else if (c == '\'' || c == '"') found = quoted(c);
            else if ("([{".indexOf(c) >= 0) open.push(new Open(c, line, column(), indent()));
            else if (")]}".indexOf(c) >= 0) found = close(c);
            if (found != null) return found;
            at++;
        }
        if (open.isEmpty()) return null;
        Open o = suspect == null ? open.peek() : suspect;
        return new Found(o.line, o.column, "this " + o.kind + " is never closed");
    }

    private int column() {
        return at - lineStart + 1;
    }

    private int indent() {
        int i = lineStart;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) i++;
        return i - lineStart;
    }

    private void newLine() {
        line++;
        lineStart = at + 1;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = (end < 0 ? text.length() : end) - 1;
    }

    private Found comment() {
        int startLine = line;
        int startColumn = column();
        int end = text.indexOf("*/", at + 2);
        if (end < 0) return new Found(startLine, startColumn, "this comment is never closed: it ends with */");
        for (; at < end + 1; at++) if (text.charAt(at) == '\n') newLine();
        return null;
    }

    private Found quoted(char mark) {
        String triple = String.valueOf(mark).repeat(3);
        boolean many = text.startsWith(triple, at);
        Found never = new Found(line, column(), "this text has no closing " + (many ? triple : String.valueOf(mark)));
        at += many ? 3 : 1;
        return inText(mark, many, never);
    }

    /** Ends at the closing mark, or at a <code>${</code>, which is searched like the rest until its brace closes. */
    private Found inText(char mark, boolean many, Found never) {
        String triple = String.valueOf(mark).repeat(3);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') at++;
            else if (c == '\n' && !many) return never;
            else if (c == '\n') newLine();
            else if (mark == '"' && text.startsWith("${", at)) {
                Found found = inBraces();
                if (found != null) return found.sentence.isEmpty() ? never : found;
            } else if (c == mark && (!many || text.startsWith(triple, at))) {
                at += many ? 2 : 0;
                return null;
            }
        }
        return never;
    }

    private Found inBraces() {
        at++;
        int depth = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{') depth++;
            else if (c == '}' && --depth == 0) return null;
            else if (c == '\n') newLine();
            else if (c == '\'' || c == '"') {
                Found found = quoted(c);
                if (found != null) return new Found(0, 0, "");
            }
        }
        return new Found(0, 0, "");
    }

    private Found close(char c) {
        Open o = open.poll();
        if (o == null)
            return new Found(line, column(), "this " + c + " closes nothing: one too many, or its partner is missing");
        if ("([{".indexOf(o.kind) != ")]}".indexOf(c))
            return new Found(o.line, o.column, "this " + o.kind + " is not closed before the " + c + " in line "
                    + line);
        boolean startsLine = text.substring(lineStart, at).isBlank();
        if (suspect == null && startsLine && o.line != line && indent() < o.indent) suspect = o;
        return null;
    }
}
