package roadcase.cli;

import java.util.ArrayList;
import java.util.List;
import roadcase.script.WordDoc;

/** The word table as text of at most 80 columns. */
public final class WordTable {
    private static final int WIDTH = 80;
    private static final int MOST_FOR_WORDS = 18;

    private WordTable() {}

    /** One line or more per word: the word and its meaning. */
    public static List<String> table(List<WordDoc> words) {
        int column = Math.min(MOST_FOR_WORDS, words.stream().mapToInt(w -> w.word().length()).max().orElse(0));
        List<String> lines = new ArrayList<>();
        for (WordDoc word : words) {
            List<String> meaning = wrap(word.meaning(), WIDTH - column - 2);
            boolean fits = word.word().length() <= column;
            if (!fits) lines.add(word.word());
            for (int i = 0; i < meaning.size(); i++)
                lines.add(padded(i == 0 && fits ? word.word() : "", column) + "  " + meaning.get(i));
        }
        return lines;
    }

    /** All about one word. */
    public static List<String> entry(WordDoc word) {
        List<String> lines = new ArrayList<>();
        lines.addAll(wrap(word.signature(), WIDTH));
        lines.addAll(labelled("means", word.meaning()));
        lines.addAll(labelled("lives in", word.livesIn()));
        lines.addAll(labelled("gives", word.gives().equals("-") ? "nothing: the line is complete" : word.gives()));
        if (!word.example().isBlank()) {
            lines.add("  example:");
            word.example().strip().lines().forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
        }
        return lines;
    }

    private static List<String> labelled(String label, String text) {
        String start = "  " + padded(label, 8) + "  ";
        List<String> lines = new ArrayList<>();
        for (String part : wrap(text, WIDTH - start.length()))
            lines.add((lines.isEmpty() ? start : " ".repeat(start.length())) + part);
        return lines;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** Breaks at spaces; what has no space is left whole. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.strip().split("\\s+")) {
            if (line.length() > 0 && line.length() + 1 + part.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) line.append(' ');
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }
}
