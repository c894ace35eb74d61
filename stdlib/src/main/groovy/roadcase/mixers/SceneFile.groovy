package roadcase.mixers

import roadcase.osc.OscMessage

/**
 * A whole desk as the scene file that it can load itself: a head, then a line for each node, as the desk tells it. Immutable;
 * any thread. A file of a desk holds levels of faders to a tenth of a decibel.
 *
 * <pre>
 *   #4.0# "Sunday" "as it was" %000000000 1
 *   /ch/01/config "Pastor" 1 WH 1
 * </pre>
 */
final class SceneFile {
    /** A scene has some 2,120 lines; what has far more is none. */
    static final int MOST_LINES = 20_000
    private static final String VERSION = '#4.0#'

    final String name
    final String note
    /** Nodes by address, in the order of the file; each a whole line without its end. */
    final Map<String, String> lines
    /** What could not be read, as sentences with the number of the line. */
    final List<String> faults

    private SceneFile(String name, String note, Map<String, String> lines, List<String> faults) {
        this.name = name
        this.note = note
        this.lines = lines.asImmutable()
        this.faults = faults.asImmutable()
    }

    /** @param lines as the desk tells them, in any order; those of nodes that the desk has not are left out */
    static SceneFile of(Desk desk, String name, String note, Collection<String> lines) {
        Map<String, String> byNode = lines.collectEntries { String line -> [(address(line)): line.trim()] } as Map<String, String>
        Map<String, String> ordered = [:]
        for (Node node : desk.nodes) if (byNode[node.address]) ordered[node.address] = byNode[node.address]
        new SceneFile(plain(name), plain(note), ordered, [])
    }

    private static String plain(String text) {
        text.replace('"', "'").replaceAll(/\s+/, ' ').trim()
    }

    private static String address(String line) {
        List<String> parts = SceneLine.parts(line)
        parts.empty ? '' : parts[0]
    }

    /** Reads a file. Lines that begin with # are comments, but for the first. */
    static SceneFile read(Desk desk, String text) {
        Map<String, String> lines = [:]
        List<String> faults = []
        String name = '', note = ''
        int number = 0
        for (String line : text.readLines()) {
            if (++number > MOST_LINES) {
                faults << "line $number: a scene has no more than $MOST_LINES lines; the rest is not read".toString()
                break
            }
            List<String> parts = SceneLine.parts(line)
            if (parts.empty) continue
            if (parts[0].startsWith('#')) {
                if (number == 1 && parts.size() > 2) {
                    name = inside(parts[1])
                    note = inside(parts[2])
                }
                continue
            }
            String fault = fault(desk, parts)
            if (fault) faults << "line $number: $fault".toString()
            else lines[parts[0]] = line.trim()
        }
        new SceneFile(name, note, lines, faults)
    }

    private static String inside(String quoted) {
        quoted.length() > 1 && quoted.startsWith('"') ? quoted.substring(1, quoted.length() - 1) : quoted
    }

    /** Why a line cannot be restored, or null. */
    private static String fault(Desk desk, List<String> parts) {
        Node node = desk.node(parts[0])
        if (node == null) return "the ${desk.name} has no '${parts[0]}'"
        // what an effect's numbers mean only the desk knows
        if (!node.told) return null
        if (parts.size() - 1 > node.leaves.size()) return "${parts[0]} has ${node.leaves.size()} values, and here are ${parts.size() - 1}"
        for (int i = 1; i < parts.size(); i++) {
            Leaf leaf = node.leaves[i - 1]
            Object value = leaf.kind.parse(parts[i])
            if (value == null || leaf.kind.fault(value) != null) return "$leaf.address takes ${leaf.kind.takes()}, and ${parts[i]} is not"
        }
        null
    }

    /** The text of the file. */
    String text() {
        "$VERSION \"$name\" \"$note\" %000000000 1\n${lines.values().collect { String line -> line + '\n' }.join('')}".toString()
    }

    /** What restores it, line by line; the desk says each line back when it has taken it. */
    List<OscMessage> restoring() {
        lines.values().collect { String line -> OscMessage.of('/', line.substring(1)) }
    }

    /** What another has that this has not, in sentences: {@code /ch/01/mix/fader: -3.0, there +0.0}. */
    List<String> differences(Desk desk, SceneFile other) {
        List<String> all = []
        for (Node node : desk.nodes) {
            String here = lines[node.address], there = other.lines[node.address]
            if (here == there) continue
            if (here == null || there == null) {
                all << "$node.address: only ${here == null ? 'there' : 'here'}".toString()
                continue
            }
            List<String> ours = SceneLine.parts(here), theirs = SceneLine.parts(there)
            for (int i = 1; i < Math.max(ours.size(), theirs.size()); i++) {
                String value = i < ours.size() ? ours[i] : 'nothing', another = i < theirs.size() ? theirs[i] : 'nothing'
                String what = i <= node.leaves.size() ? node.leaves[i - 1].address : node.address
                if (value != another) all << "$what: $value, there $another".toString()
            }
        }
        all
    }
}
