package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** A shell line cut at spaces; quotes, single or double, keep a name together; what follows a # is for people. */
final class Words {
    private Words() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (char c : line.toCharArray()) {
            if (quote != 0 ? c == quote : (c == '\'' || c == '"') && !begun) {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && c == '#' && !begun) {
                break;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) words.add(word.toString());
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) words.add(word.toString());
        return words;
    }

    /** As it must be typed. */
    static String quoted(String name) {
        if (name.chars().noneMatch(Character::isWhitespace) && !name.startsWith("#") && !name.startsWith("'")
                && !name.startsWith("\"")) return name;
        return name.contains("'") ? '"' + name + '"' : "'" + name + "'";
    }
}
