package roadcase.words

import groovy.transform.CompileStatic
import groovy.transform.PackageScope
import java.nio.charset.StandardCharsets
import java.text.Normalizer

/**
 * The letters of running texts, eight rows high: they are drawn in {@code letters.txt}. A letter with an accent that is
 * not drawn there is shown without it. Any thread.
 */
@CompileStatic
@PackageScope
final class Letters {
    static final int ROWS = 8
    private static final int SPACE = 3
    private static final int MOST = 1_000
    private static final String FILE = 'letters.txt'
    private static final Map<Integer, List<Integer>> DRAWN = read()

    private Letters() {}

    /** What is wrong with a text, or null. */
    static String fault(String text) {
        if (text.isBlank()) return 'a running text needs letters'
        if (text.length() > MOST) return "a running text has $MOST letters at most, this one has ${text.length()}".toString()
        for (int letter : text.codePoints().toArray())
            if (drawing(letter) == null)
                return "there is no '${Character.toString(letter)}' on pads; there are letters, digits and signs such as . , : ! ? - + & €"
                        .toString()
        null
    }

    /** The columns of a text, each as bits: the lowest is the top row. */
    static List<Integer> columns(String text) {
        List<Integer> all = []
        for (int letter : text.codePoints().toArray()) {
            if (!all.isEmpty()) all << 0
            all.addAll(drawing(letter))
        }
        all
    }

    /** All that are drawn. */
    static Set<Integer> known() {
        DRAWN.keySet()
    }

    private static List<Integer> drawing(int letter) {
        if (letter == (int) (' ' as char)) return [0] * SPACE
        List<Integer> own = DRAWN[letter]
        if (own != null) return own
        DRAWN[Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0)]
    }

    private static Map<Integer, List<Integer>> read() {
        Map<Integer, List<Integer>> all = new LinkedHashMap<>()
        List<String> lines = Letters.getResourceAsStream(FILE).withCloseable { InputStream file ->
            new String(file.readAllBytes(), StandardCharsets.UTF_8).readLines()
        }.findAll { String line -> !line.isBlank() && !line.startsWith('//') }
        for (int at = 0; at < lines.size(); at += ROWS + 1) {
            List<String> names = lines[at].split(' +').toList()
            List<List<String>> rows = []
            for (int row = 1; row <= ROWS; row++) rows << lines[at + row].split(' +').toList()
            for (int i = 0; i < names.size(); i++) {
                List<String> drawing = []
                for (List<String> row : rows) drawing << row[i]
                all[names[i].codePointAt(0)] = bits(drawing)
            }
        }
        all
    }

    private static List<Integer> bits(List<String> drawing) {
        List<Integer> columns = []
        for (int column = 0; column < drawing[0].length(); column++) {
            int bits = 0
            for (int row = 0; row < drawing.size(); row++) if (drawing[row].charAt(column) == ('#' as char)) bits |= 1 << row
            columns << bits
        }
        columns
    }
}
