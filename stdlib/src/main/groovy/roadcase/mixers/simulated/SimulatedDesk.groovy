package roadcase.mixers.simulated

import roadcase.mixers.Desk
import roadcase.mixers.Leaf
import roadcase.mixers.MeterBank
import roadcase.mixers.Node
import roadcase.mixers.SceneLine
import roadcase.mixers.X32
import roadcase.osc.OscBlob
import roadcase.osc.OscEnd
import roadcase.osc.OscMessage
import roadcase.osc.OscOut
import roadcase.osc.OscTime

/**
 * A desk that is none. It answers where it is asked from, never echoes a set to who made it, tells everybody else, keeps
 * leases for ten seconds, and says nothing at all to what it does not know, as real ones do. Bundles are taken apart, which
 * a real one may not do.
 *
 * <p>One thread; time is passed in.
 */
class SimulatedDesk implements OscEnd {
    final Desk desk
    final DeskMemory memory
    final DeskSound sound
    private final Listeners listeners
    private final Scenes scenes
    private final String address
    private final String name
    /** What no parameter is: what is selected, soloed, shown. */
    private final Map<String, Object> status = [:]
    private long now
    private OscOut out
    private long unknown
    private SecondOperator operator

    /** @param address what it says of itself when it is asked; not where it listens */
    SimulatedDesk(Desk desk, String address, Programme programme, boolean mixesBehind = false) {
        this.desk = desk
        this.address = address
        this.name = "${desk.name.replace(' ', '')}-SIMULATED".toString()
        memory = new DeskMemory(desk)
        sound = new DeskSound(desk, memory, programme, mixesBehind)
        listeners = new Listeners(desk.listeners)
        scenes = new Scenes(this)
        Opening.set(desk, memory)
    }

    /** What it was asked and did not know. */
    long getUnknown() {
        unknown
    }

    Listeners getListeners() {
        listeners
    }

    /** Somebody stands at the desk, too, and moves a fader now and then. */
    void operator(SecondOperator next) {
        operator = next
    }

    /** A hand on the surface: everybody who listens is told. @param out the way out where the desk is not just being asked */
    void move(long nanos, String leaf, Object value, OscOut way) {
        Object kept = memory.set(leaf, value)
        if (kept != null) listeners.tell(nanos, null, OscMessage.of(leaf, kept), way)
    }

    /** It is switched off and on: whoever listened is forgotten, values stay. */
    void powerCycle() {
        listeners.unsubscribeAll()
    }

    @Override
    long due(long nanos, OscOut way) {
        now = nanos
        long next = listeners.due(nanos, way)
        operator == null ? next : Math.min(next, operator.due(nanos, this, way))
    }

    @Override
    void heard(long nanos, InetSocketAddress from, OscTime at, OscMessage message, OscOut way) {
        now = nanos
        out = way
        boolean known = session(from, message) || parameter(from, message) || scenes.heard(from, message)
        if (!known && !other(from, message)) unknown++
    }

    private boolean session(InetSocketAddress from, OscMessage message) {
        switch (message.address()) {
            case '/info':
                answer(from, '/info', desk.byNode ? 'V2.07' : 'V0.04', 'osc-server', model(), '4.06')
                return true
            case '/xinfo':
                answer(from, '/xinfo', address, name, model(), '4.06')
                return true
            case '/status':
                answer(from, '/status', 'active', address, name)
                return true
            case '/xremote':
                listeners.remote(now, from)
                return true
            case '/unsubscribe':
                listeners.unsubscribe(from, message.text(0))
                return true
            case '/renew':
                listeners.renew(now, from, message.text(0))
                return true
            case '/node':
                String line = message.text(0) == null ? null : memory.line(slashed(message.text(0)))
                if (line != null) out.send(from, OscMessage.of('node', line + '\n'))
                return line != null
            case '/':
                return line(from, message)
            case '/meters':
                return meters(from, message)
            case '/subscribe':
                return subscribe(from, message)
            case '/batchsubscribe':
                return batch(from, message)
            case '/formatsubscribe':
                return format(from, message)
            default:
                return false
        }
    }

    private String model() {
        desk.models[0] == 'XR' ? 'XR18' : desk.models[0]
    }

    private static String slashed(String path) {
        path.startsWith('/') ? path : '/' + path
    }

    void answer(InetSocketAddress to, String address, Object... arguments) {
        out.send(to, OscMessage.of(address, arguments))
    }

    private boolean parameter(InetSocketAddress from, OscMessage message) {
        Leaf leaf = desk.leaf(message.address())
        if (leaf != null) {
            if (message.size() == 0) answer(from, leaf.address, memory.get(leaf.address))
            else if (message.size() == 1) changed(from, leaf.address, message.arguments()[0])
            return message.size() < 2
        }
        Node node = desk.node(message.address())
        if (node == null || message.size() == 0) return false
        // several at once; a text among them is not taken by an X32
        for (int i = 0; i < Math.min(node.leaves.size(), message.size()); i++) {
            Object value = message.arguments()[i]
            if (!(value instanceof String) || !desk.byNode) changed(from, node.leaves[i].address, value)
        }
        true
    }

    private void changed(InetSocketAddress from, String leaf, Object value) {
        Object kept = memory.set(leaf, value)
        if (kept != null) listeners.tell(now, from, OscMessage.of(leaf, kept), out)
    }

    /** {@code / ,s "ch/01/mix ON -10"}: the echo says that it was taken. */
    private boolean line(InetSocketAddress from, OscMessage message) {
        List<String> parts = message.text(0) == null ? [] : SceneLine.parts(message.text(0))
        List<String> changed = parts.size() < 2 ? null : memory.line(parts)
        if (changed == null) return false
        answer(from, '/', message.text(0))
        tellAll(from, changed)
        true
    }

    void tellAll(InetSocketAddress but, List<String> changed) {
        for (String leaf : changed) listeners.tell(now, but, OscMessage.of(leaf, memory.get(leaf)), out)
    }

    private boolean meters(InetSocketAddress from, OscMessage message) {
        MeterBank bank = bank(message.text(0))
        if (bank == null) return false
        List<Integer> numbers = message.arguments().drop(1).findAll { Object o -> o instanceof Integer } as List<Integer>
        int strip = bank.number == 6 && numbers ? numbers[0] : 0
        int factor = numbers.size() > (bank.number == 6 ? 1 : 0) ? numbers.last() : 1
        stream(from, bank.address, bank, strip, factor)
        true
    }

    private MeterBank bank(String name) {
        String number = name?.startsWith('/') ? name.substring(1) : name
        number ==~ /meters\/\d{1,2}/ ? desk.bank(number.substring(7) as int) : null
    }

    private void stream(InetSocketAddress from, String alias, MeterBank bank, int strip, int factor) {
        boolean one = bank.number == 6 && desk.is(X32.DESK)
        listeners.subscribe(now, from, alias, factor) { String name ->
            OscMessage.of(name, one ? sound.strip(strip, now) : sound.frame(bank, now))
        }
    }

    private boolean batch(InetSocketAddress from, OscMessage message) {
        MeterBank bank = bank(message.text(1))
        if (bank == null || OscMessage.addressFault(message.text(0) ?: '') != null || message.size() < 5) return false
        stream(from, message.text(0), bank, (int) message.number(2), (int) message.number(4))
        true
    }

    private boolean subscribe(InetSocketAddress from, OscMessage message) {
        Leaf leaf = message.text(0) == null ? null : desk.leaf(message.text(0))
        if (leaf == null) return false
        int factor = message.size() > 1 ? (int) message.number(1) : 1
        listeners.subscribe(now, from, leaf.address, factor) { String name -> OscMessage.of(name, memory.get(name)) }
        true
    }

    /** Stars stand for a number from a range; what they stand for is sent as 32-bit numbers, little-endian. */
    private boolean format(InetSocketAddress from, OscMessage message) {
        List<Object> all = message.arguments()
        List<String> texts = all.findAll { Object o -> o instanceof String } as List<String>
        List<Integer> numbers = all.findAll { Object o -> o instanceof Integer } as List<Integer>
        if (texts.size() < 2 || numbers.size() != 3 || OscMessage.addressFault(texts[0]) != null) return false
        List<String> leaves = texts.drop(1).collectMany { String pattern ->
            int stars = pattern.count('*')
            if (stars == 0) return [pattern]
            int to = Math.min(numbers[1], numbers[0] + 127)
            numbers[0] > to ? [] : (numbers[0]..to).collect { int n -> pattern.replaceFirst(/\*+/, String.format("%0${stars}d", n)) }
        }.findAll { String leaf -> memory.get(leaf) instanceof Number }
        listeners.subscribe(now, from, texts[0], numbers[2]) { String name -> OscMessage.of(name, packed(leaves)) }
        true
    }

    private OscBlob packed(List<String> leaves) {
        def bytes = java.nio.ByteBuffer.allocate(4 + 4 * leaves.size()).order(java.nio.ByteOrder.LITTLE_ENDIAN)
        bytes.putInt(bytes.capacity())
        for (String leaf : leaves) {
            Object value = memory.get(leaf)
            if (value instanceof Float) bytes.putFloat((float) value)
            else bytes.putInt((int) value)
        }
        new OscBlob(bytes.array())
    }

    /** What is selected or soloed is kept and told, and means nothing. */
    private boolean other(InetSocketAddress from, OscMessage message) {
        String address = message.address()
        if (address == '/-action/clearsolo') {
            status.keySet().removeIf { String key -> key.startsWith('/-stat/solosw/') }
            return true
        }
        if (!(address ==~ /\/-(stat|prefs)\/[a-zA-Z0-9\/_]{1,60}/)) return false
        if (message.size() == 0) {
            Object value = status[address]
            if (value == null && address ==~ /\/-stat\/(selidx|solo|solosw\/\d\d)/) value = 0
            if (value != null) answer(from, address, value)
            return value != null
        }
        if (status.size() >= 1_000 && !status.containsKey(address)) return false
        status[address] = message.arguments()[0]
        listeners.tell(now, from, OscMessage.of(address, message.arguments()[0]), out)
        true
    }
}
