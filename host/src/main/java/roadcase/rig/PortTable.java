package roadcase.rig;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roadcase.rig.plan.PortPlan;

/**
 * Numbers for ports: the same port has the same number in every rig of a show, so that what is held on it survives a
 * reload. At most {@link #MOST} ports in one show.
 *
 * <p>Any thread.
 */
public final class PortTable {
    public static final int MOST = 256;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<PortPlan> ports = new ArrayList<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();
    /** Written before a rig that names the slot is handed over, and never again: read without a lock. */
    private final int[] slots = new int[MOST];

    /** The number of this port, given now if it has none. */
    public synchronized int number(PortPlan port) {
        Integer known = numbers.get(port.key());
        if (known != null) {
            ports.set(known, port);
            return known;
        }
        if (ports.size() == MOST)
            throw new IllegalStateException("a show has at most " + MOST + " different ports; restart Roadcase to begin anew");
        numbers.put(port.key(), ports.size());
        ports.add(port);
        slots[ports.size() - 1] = port.slot();
        return ports.size() - 1;
    }

    public synchronized PortPlan port(int number) {
        return ports.get(number);
    }

    /** The port goes by another name than its own: a device's that comes in several generations. */
    synchronized void called(int number, String name) {
        names.put(number, name);
    }

    /** The name that a port goes by. */
    synchronized String called(int number) {
        return names.getOrDefault(number, ports.get(number).name());
    }

    /** The number of the slot that this is, or 0. */
    int slot(int number) {
        return slots[number];
    }

    public synchronized int size() {
        return ports.size();
    }

    /** The number of a port by direction and name, or -1. */
    public synchronized int find(roadcase.midi.RealPort.Direction direction, String name) {
        return numbers.getOrDefault(direction + " " + name, -1);
    }
}
