package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.midi.Seating;
import roadcase.midi.Seating.Seeker;
import roadcase.midi.net.NetworkAddress;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.PortPlan;

/**
 * What the ports of a rig look for, and what they found before: by it a unit stays the unit that it was, also when a
 * reload gives its port another name. {@link Gear}'s, under its lock.
 */
final class GearSeats {
    private final Map<String, RealPort> sits = new HashMap<>();
    private final Map<String, RealPort> sat = new HashMap<>();
    private final Map<String, Set<RealPort>> strangers = new HashMap<>();

    /**
     * The same for a port as long as it means the same: the alias of a device counts, not which of its kind it is, and
     * what this room binds it to.
     */
    static String key(Rig rig, PortPlan plan) {
        String key = plan.device() == null ? plan.key() : plan.direction() + " of " + plan.device();
        String bound = rig.bound(plan);
        return bound == null ? key : key + " at " + bound;
    }

    /** These ports turned out to lead to gear of another kind. */
    void strangersAre(Rig rig, Map<PortPlan, RealPort> heard) {
        heard.forEach((plan, port) -> strangers.computeIfAbsent(key(rig, plan), k -> new HashSet<>()).add(port));
    }

    void sits(Rig rig, PortPlan plan, RealPort real) {
        sits.put(key(rig, plan), real);
        sat.put(key(rig, plan), real);
    }

    void left(Rig rig, PortPlan plan) {
        sits.remove(key(rig, plan));
    }

    /** What each port of this rig should be joined to now, by {@link #key}. */
    Map<String, RealPort> find(Rig rig, List<RealPort> there) {
        // A replugged unit may be another one: what was said at the old port is forgotten with it.
        strangers.values().forEach(ports -> ports.retainAll(there));
        List<Seeker> seekers = new ArrayList<>();
        Map<String, Integer> ofType = new HashMap<>();
        for (PortPlan plan : rig.ports()) if (meansGear(rig, plan)) seekers.add(seeker(rig, plan, ofType, there));
        return Seating.seat(seekers, new Seating.Known(sits, sat, strangers), there);
    }

    /** By its name, which generation of the device that a port is of; -1 where the name does not tell. */
    int generation(Rig rig, PortPlan plan, RealPort real) {
        return plan.device() == null ? -1 : LightCheck.generation(rig.device(plan.device()).spec(), List.of(real));
    }

    /** A port that we make for others means no gear, unless this room binds it to some. */
    boolean meansGear(Rig rig, PortPlan plan) {
        return !plan.owned() || rig.bound(plan) != null;
    }

    private static Seeker seeker(Rig rig, PortPlan plan, Map<String, Integer> ofType, List<RealPort> there) {
        String bound = rig.bound(plan);
        if (bound != null || plan.device() == null) {
            PortNames.Meant meant = meant(bound != null ? bound : plan.name(), plan.direction(), there);
            return new Seeker(key(rig, plan), plan.direction(), plan.device(), meant.name(), meant.number(), true, meant.ports());
        }
        DevicePlan device = rig.device(plan.device());
        String type = device.spec().type();
        int number = ofType.merge(plan.direction() + type, 1, Integer::sum);
        return new Seeker(key(rig, plan), plan.direction(), plan.device(), type, number, false,
                PortNames.ofDevice(device.spec().allPatterns(), plan.direction(),
                        there.stream().filter(port -> !isNetwork(port.name())).toList()));
    }

    /** The name by which the driver knows a port: its own, or that of the other machine's port it is bound to. */
    static String opensAs(Rig rig, PortPlan plan) {
        String bound = rig.bound(plan);
        return bound != null && isNetwork(bound) ? bound : plan.name();
    }

    private static boolean isNetwork(String name) {
        return NetworkAddress.of(name).isPresent();
    }

    /** Ports elsewhere are meant by their address alone, and nothing else means them. */
    private static PortNames.Meant meant(String name, RealPort.Direction direction, List<RealPort> there) {
        if (!isNetwork(name))
            return PortNames.meant(name, direction, there.stream().filter(port -> !isNetwork(port.name())).toList());
        return new PortNames.Meant(name, 1,
                there.stream().filter(port -> port.direction() == direction && port.name().equals(name)).toList());
    }
}
