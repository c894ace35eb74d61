package roadcase.mixers

/** A model of desk as data. Immutable; any thread. */
final class Desk {
    /** {@code X32}. */
    final String name
    /** UDP. */
    final int port
    /** How many at once are told what changes. */
    final int listeners
    /** What it calls itself in its answer to {@code /info}, beginning with one of these. */
    final List<String> models
    final List<Node> nodes
    final List<MeterBank> meters
    /** Whether lines of text are read ({@code /node}), or parameter by parameter. */
    final boolean byNode
    private final Map<String, Leaf> byAddress = [:]
    private final Map<String, Node> nodesByAddress = [:]

    Desk(String name, int port, int listeners, List<String> models, List<Node> nodes, List<MeterBank> meters, boolean byNode) {
        this.name = name
        this.port = port
        this.listeners = listeners
        this.models = models.asImmutable()
        this.nodes = nodes.asImmutable()
        this.meters = meters.asImmutable()
        this.byNode = byNode
        for (Node node : nodes) {
            if (nodesByAddress.put(node.address, node)) throw new IllegalStateException("$node.address twice")
            for (Leaf leaf : node.leaves) if (byAddress.put(leaf.address, leaf)) throw new IllegalStateException("$leaf.address twice")
        }
    }

    /** Null where there is none. */
    Leaf leaf(String address) {
        byAddress[address]
    }

    Node node(String address) {
        nodesByAddress[address]
    }

    Collection<Leaf> leaves() {
        byAddress.values()
    }

    /** The bank of meters of this number, or null. */
    MeterBank bank(int number) {
        meters.find { MeterBank bank -> bank.number == number }
    }
}
