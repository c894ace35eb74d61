package roadcase.mixers

/** A line of a scene: an address and values with blanks between them, texts in quotes. */
final class SceneLine {
    private SceneLine() {}

    /** The parts of a line; texts keep their quotes. */
    static List<String> parts(String line) {
        List<String> parts = []
        int at = 0
        while (at < line.length()) {
            char c = line.charAt(at)
            if (c <= (char) ' ') {
                at++
                continue
            }
            int end = c == (char) '"' ? endOfText(line, at) : endOfWord(line, at)
            parts << line.substring(at, end)
            at = end
        }
        parts
    }

    private static int endOfText(String line, int from) {
        int end = line.indexOf('"', from + 1)
        end < 0 ? line.length() : end + 1
    }

    private static int endOfWord(String line, int from) {
        int end = from
        while (end < line.length() && line.charAt(end) > (char) ' ') end++
        end
    }

    /** The line of a node. */
    static String of(Node node, Closure<Object> valueOf) {
        "$node.address ${node.leaves.collect { Leaf leaf -> leaf.kind.text(valueOf.call(leaf.address)) }.join(' ')}".toString()
    }
}
