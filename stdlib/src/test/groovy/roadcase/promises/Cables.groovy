package roadcase.promises

import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap
import roadcase.midi.Backend
import roadcase.midi.MidiFault
import roadcase.midi.RealPort
import roadcase.midi.RealPort.Direction
import roadcase.midi.Traffic
import roadcase.midi.VirtualBackend

/** Virtual ports whose cables can be pulled one by one, and whose server can go. Any thread. */
@CompileStatic
class Cables implements Backend {
    @Delegate(excludes = ['ports', 'open', 'connect', 'disconnect', 'close', 'send', 'traffic'])
    private final VirtualBackend midi = new VirtualBackend()
    private final Set<String> pulled = ConcurrentHashMap.newKeySet()
    private final Map<Integer, RealPort> joined = new ConcurrentHashMap<>()
    private final Map<Integer, String> names = new ConcurrentHashMap<>()
    private volatile boolean alive = true
    private volatile long returns

    VirtualBackend virtual() {
        midi
    }

    /** One cable, or the program at one of our own ports. */
    void pull(String name, Direction direction) {
        pulled << key(name, direction)
        joined.findAll { it.value.name() == name && it.value.direction() == direction }.keySet().each { disconnect(it) }
    }

    void plugIn(String name, Direction direction) {
        pulled.remove(key(name, direction))
    }

    /** All connections end at once. */
    void serverDies() {
        alive = false
        joined.keySet().toList().each { disconnect(it) }
    }

    void serverReturns() {
        returns++
        alive = true
    }

    private static String key(String name, Direction direction) {
        "$name $direction"
    }

    @Override
    List<RealPort> ports() {
        if (!alive) return []
        midi.ports().findAll { !(key(it.name(), it.direction()) in pulled) }
    }

    @Override
    int open(Direction direction, String name, boolean owned) {
        int handle = midi.open(direction, name, owned)
        names[handle] = key(name, direction)
        handle
    }

    @Override
    void connect(int handle, RealPort port) {
        if (!alive || key(port.name(), port.direction()) in pulled) throw new MidiFault("'${port.name()}' is not there any more")
        midi.connect(handle, port)
        joined[handle] = port
    }

    @Override
    void disconnect(int handle) {
        joined.remove(handle)
        midi.disconnect(handle)
    }

    @Override
    void close(int handle) {
        joined.remove(handle)
        midi.close(handle)
    }

    @Override
    boolean send(int handle, long timeNanos, int packed) {
        if (!alive) return false
        // nobody is connected with a port of ours: it is sent, and nobody hears it
        names[handle] in pulled || midi.send(handle, timeNanos, packed)
    }

    @Override
    boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        alive && (names[handle] in pulled || midi.send(handle, timeNanos, bytes, length))
    }

    @Override
    Traffic traffic() {
        new Traffic(alive, 0, 0, 0, 0, 0, 0, 0, returns, 0, 0, 0, 0)
    }

    @Override
    void close() {
        midi.close()
    }
}
