package roadcase.mixers

/** Parameters that a desk reads and writes in one line of text, in the order of that line. */
final class Node {
    /** {@code /ch/01/mix}. */
    final String address
    final List<Leaf> leaves
    /** Whether its text says all that there is to know. */
    final boolean told

    /** @param leaves names and kinds */
    Node(String address, Map<String, Kind> leaves, boolean told = true) {
        this.address = address
        this.leaves = leaves.collect { String name, Kind kind -> new Leaf("$address/$name", kind) }.asImmutable()
        this.told = told
    }
}
