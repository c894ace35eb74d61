package roadcase.importers.router

/** Text of others, made safe for one line of a comment or a report, or for a literal of a script. */
final class Plain {
    private Plain() {}

    /** On one line, without what a terminal or a compiler would take for more than text. */
    static String line(String text) {
        StringBuilder line = new StringBuilder()
        text.codePoints().forEach { int c -> line.appendCodePoint(isSafe(c) && c != (int) ('\\' as char) ? c : 32) }
        line.toString().replaceAll(/ +/, ' ').strip()
    }

    /** A text of the script: {@code 'Wurlitzer 7\'s'}. */
    static String literal(String text) {
        StringBuilder said = new StringBuilder("'")
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i)
            if (c == ('\\' as char) || c == ("'" as char)) said.append('\\').append(c)
            else if (c == ('\n' as char)) said.append('\\n')
            else if (isSafe((int) c)) said.append(c)
            else said.append(String.format('\\u%04X', (int) c))
        }
        said.append("'").toString()
    }

    /** Not a control, not invisible, not half of a letter. */
    private static boolean isSafe(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL: case Character.FORMAT: case Character.SURROGATE: case Character.PRIVATE_USE:
            case Character.UNASSIGNED: case Character.LINE_SEPARATOR: case Character.PARAGRAPH_SEPARATOR:
                return false
            default: return true
        }
    }
}
