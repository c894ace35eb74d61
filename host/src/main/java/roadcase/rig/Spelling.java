package roadcase.rig;

import java.util.Collection;
import java.util.Locale;

/** Which word was meant. Any thread. */
public final class Spelling {
    private Spelling() {}

    /** {@code ; did you mean 'mute'?}, or nothing where no word is near. */
    public static String didYouMean(String written, Collection<String> words) {
        String nearest = nearest(written, words);
        return nearest == null ? "" : "; did you mean '" + nearest + "'?";
    }

    /** The nearest word, at most a third of its letters away, or null. Of equally near ones the first by letter. */
    public static String nearest(String written, Collection<String> words) {
        String best = null;
        int least = 10 * (Math.max(1, written.length() / 3) + 1);
        for (String word : words) {
            if (word.equals(written)) continue;
            // Of two words as near as each other, the one that is written with the same capitals.
            int d = 10 * distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
                    + Math.min(9, distance(written, word));
            if (d < least || d == least && best != null && word.compareTo(best) < 0) {
                least = d;
                best = word;
            }
        }
        return best;
    }

    /** Letters to insert, drop, replace or swap with the neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
