package roadcase.mixers.simulated

import roadcase.mixers.Desk
import roadcase.mixers.Leaf
import roadcase.mixers.Node
import roadcase.mixers.SceneLine

/** What a simulated desk knows: every value, and its scenes. One thread. */
final class DeskMemory {
    static final int MOST_SCENES = 100

    /** A stored scene, snippet or snapshot. */
    private static final class Stored {
        String name
        String note
        Map<String, Object> values
    }

    final Desk desk
    private final Map<String, Object> values = [:]
    private final Map<String, Stored> stored = [:]
    /** Grows with every change. */
    private long revision

    DeskMemory(Desk desk) {
        this.desk = desk
        for (Leaf leaf : desk.leaves()) values[leaf.address] = leaf.kind.start()
    }

    Object get(String address) {
        values[address]
    }

    float number(String address) {
        ((Number) values[address]).floatValue()
    }

    long getRevision() {
        revision
    }

    /** @return what is kept then, or null where it makes no sense and is ignored */
    Object set(String address, Object value) {
        Leaf leaf = desk.leaf(address)
        if (leaf == null) return null
        // real desks take the names of choices, too
        Object wire = value instanceof String && leaf.kind.fault(value) != null ? leaf.kind.parse((String) value) : value
        if (wire instanceof Integer && leaf.kind.fault(wire) != null) return null
        if (wire == null || leaf.kind.fault(wire) != null) return null
        Object kept = leaf.kind.grid(wire)
        values[address] = kept
        revision++
        kept
    }

    /** The line of a node, or null. */
    String line(String address) {
        Node node = desk.node(address)
        node == null ? null : SceneLine.of(node) { String leaf -> values[leaf] }
    }

    /**
     * Sets what a line of a scene says.
     *
     * @return the addresses of what changed, or null where it is no such line
     */
    List<String> line(List<String> parts) {
        String address = parts[0].startsWith('/') ? parts[0] : '/' + parts[0]
        Node node = desk.node(address)
        List<Leaf> leaves = node != null ? node.leaves : [desk.leaf(address)]
        if (leaves[0] == null) return null
        List<String> changed = []
        for (int i = 0; i < Math.min(leaves.size(), parts.size() - 1); i++) {
            Object value = leaves[i].kind.parse(parts[i + 1])
            if (value != null && set(leaves[i].address, value) != null) changed << leaves[i].address
        }
        changed
    }

    /** @param where {@code scene 7} */
    boolean save(String where, String name, String note) {
        if (!stored.containsKey(where) && stored.size() >= 3 * MOST_SCENES) return false
        stored[where] = new Stored(name: name, note: note, values: new HashMap<>(values))
        true
    }

    String name(String where) {
        stored[where]?.name
    }

    String note(String where) {
        stored[where]?.note
    }

    boolean rename(String where, String name) {
        if (!stored[where]) return false
        stored[where].name = name
        true
    }

    boolean delete(String where) {
        stored.remove(where) != null
    }

    boolean copy(String from, String to) {
        if (!stored[from]) return false
        stored[to] = stored[from]
        true
    }

    /** @return the addresses of what changed, or null where nothing is stored there */
    List<String> load(String where) {
        Stored scene = stored[where]
        if (scene == null) return null
        List<String> changed = []
        scene.values.each { String address, Object value ->
            if (values[address] != value) {
                values[address] = value
                changed << address
            }
        }
        revision++
        changed
    }
}
