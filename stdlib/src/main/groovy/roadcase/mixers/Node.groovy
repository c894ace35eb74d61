package roadcase.mixers

/** Parameters that a desk reads and writes in one line of text, in the order of that line. */
final class Node {
    /** {@code /ch/01/mix}. */
    final String address
    final List<Leaf> leaves
    /** Whether its text says all that there is to know. */
    final boolean told

    private Node(String address, List<Leaf> leaves, boolean told) {
        this.address = address
        this.leaves = leaves.asImmutable()
        this.told = told
    }

    /** @param kinds by name */
    static Node of(String address, Map<String, Kind> kinds) {
        new Node(address, leaves(address, kinds), true)
    }

    /** One whose text does not say all. */
    static Node untold(String address, Map<String, Kind> kinds) {
        new Node(address, leaves(address, kinds), false)
    }

    private static List<Leaf> leaves(String address, Map<String, Kind> kinds) {
        kinds.collect { String name, Kind kind -> new Leaf("$address/$name", kind) }
    }
}
