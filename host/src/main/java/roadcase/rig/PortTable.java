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
        return ports.size() - 1;
    }

    public synchronized PortPlan port(int number) {
        return ports.get(number);
    }

    public synchronized int size() {
        return ports.size();
    }

    /** The number of a port by direction and name, or -1. */
    public synchronized int find(roadcase.midi.RealPort.Direction direction, String name) {
        return numbers.getOrDefault(direction + " " + name, -1);
    }
}
