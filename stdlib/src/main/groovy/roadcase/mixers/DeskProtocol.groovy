package roadcase.mixers

import roadcase.osc.OscMessage
import roadcase.osc.Protocol

/** How a desk of this family is asked, told and read: for {@link roadcase.osc.Mirror}. Immutable; any thread. */
final class DeskProtocol implements Protocol {
    /** Leases of these desks last ten seconds; two of ours may get lost. */
    private static final long RENEW = 3_000_000_000L
    /** The author's tools and his emulator hold no longer ones. */
    private static final int LONGEST = 512

    final Desk desk
    private final List<String> addresses = []
    private final List<OscMessage> asks = []
    private final Map<String, Integer> askOf = [:]

    DeskProtocol(Desk desk) {
        this.desk = desk
        for (Node node : desk.nodes) {
            for (Leaf leaf : node.leaves) addresses << leaf.address
            boolean byLine = desk.byNode && node.told
            if (byLine) ask("node $node.address", OscMessage.of('/node', node.address.substring(1)))
            for (Leaf leaf : node.leaves) if (!byLine || exact(leaf)) ask(leaf.address, OscMessage.of(leaf.address))
        }
    }

    /** Faders have more steps than their text has digits, so they are asked for one by one. */
    private static boolean exact(Leaf leaf) {
        leaf.kind.is(FaderLevel.FADER)
    }

    private void ask(CharSequence key, OscMessage message) {
        askOf[key.toString()] = asks.size()
        asks << message
    }

    @Override
    String name() {
        desk.name
    }

    @Override
    List<String> addresses() {
        addresses.asImmutable()
    }

    @Override
    List<OscMessage> asks() {
        asks.asImmutable()
    }

    @Override
    OscMessage probe() {
        OscMessage.of('/xinfo')
    }

    @Override
    boolean answersProbe(OscMessage message) {
        message.address() == '/xinfo' && message.size() >= 3
    }

    @Override
    String stranger(OscMessage answer) {
        String model = answer.text(2) ?: ''
        desk.models.any { String known -> model.startsWith(known) } ? null
                : "what answers there calls itself '$model', and is no ${desk.name}".toString()
    }

    @Override
    List<OscMessage> renewals() {
        [OscMessage.of('/xremote')]
    }

    @Override
    long renewNanos() {
        RENEW
    }

    @Override
    boolean read(OscMessage message, Protocol.Says says) {
        if (message.address() == 'node' || message.address() == '/node') {
            String told = message.text(0)
            if (told != null) line(told, says)
            return true
        }
        Leaf leaf = message.size() == 1 ? desk.leaf(message.address()) : null
        if (leaf == null) return false
        Integer ask = askOf[leaf.address]
        if (ask != null) says.answers(ask, false)
        Object value = message.arguments()[0]
        if (sensible(leaf.kind, value)) says.value(leaf.address, value)
        true
    }

    /** What a newer desk says may be beyond what we know; what is of another sort is not kept. */
    private static boolean sensible(Kind kind, Object value) {
        if (kind instanceof Label) return value instanceof String
        if (kind instanceof Curve) return value instanceof Float && !((Float) value).naN && !((Float) value).infinite
        value instanceof Integer || kind instanceof EffectNumber && value instanceof Float && !((Float) value).naN
    }

    private void line(String line, Protocol.Says says) {
        List<String> parts = SceneLine.parts(line)
        Node node = parts.empty ? null : desk.node(parts[0])
        if (node == null) return
        Integer ask = askOf["node $node.address".toString()]
        if (ask != null) says.answers(ask, true)
        for (int i = 0; i < Math.min(node.leaves.size(), parts.size() - 1); i++) {
            Leaf leaf = node.leaves[i]
            Object value = exact(leaf) ? null : leaf.kind.parse(parts[i + 1])
            if (value != null) says.value(leaf.address, value)
        }
    }

    @Override
    OscMessage get(String address) {
        OscMessage.of(address)
    }

    @Override
    OscMessage set(String address, Object value) {
        OscMessage.of(address, value)
    }

    @Override
    String fault(String address, Object value) {
        Leaf leaf = desk.leaf(address)
        if (leaf == null) return "the ${desk.name} has no '$address'".toString()
        String fault = leaf.kind.fault(value)
        if (fault) return "$address $fault".toString()
        address.length() + 16 + value.toString().length() > LONGEST ? "$address: that is longer than the ${desk.name} can take".toString() : null
    }

    @Override
    Object grid(String address, Object value) {
        desk.leaf(address).kind.grid(value)
    }

    @Override
    boolean same(String address, Object one, Object other) {
        desk.leaf(address).kind.same(one, other)
    }
}
