package roadcase.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What somebody meant who wrote something that does not exist. */
public final class Guess {
    private Guess() {}

    /** {@code ; did you mean 'x'?}, or empty where nothing comes near. */
    public static String didYouMean(String written, Collection<String> known) {
        List<String> near = near(written, known);
        if (near.isEmpty()) return "";
        return "; did you mean '" + String.join("' or '", near) + "'?";
    }

    /** At most two of {@code known}, those that come nearest; none where nothing comes near. */
    static List<String> near(String written, Collection<String> known) {
        String lower = written.toLowerCase(Locale.ROOT);
        int reach = lower.length() <= 3 ? 1 : lower.length() <= 6 ? 2 : 3;
        int nearest = known.stream().mapToInt(k -> away(lower, k)).min().orElse(99);
        if (nearest > reach) return List.of();
        return known.stream().distinct().filter(k -> away(lower, k) == nearest).limit(2).toList();
    }

    private static int away(String lower, String known) {
        String other = known.toLowerCase(Locale.ROOT);
        if (lower.equals(other)) return 0;
        return lower.length() >= 3 && other.startsWith(lower) ? 1 : distance(lower, other);
    }

    /** Letters added, left out, changed, or two neighbours swapped. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 12 || a.length() > 100) return 99;
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
