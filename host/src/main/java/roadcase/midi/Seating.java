package roadcase.midi;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import roadcase.midi.RealPort.Direction;

/**
 * Decides which real port each of ours is joined to, so that several units of a kind are kept apart: a unit that we are
 * joined to is never swapped for its twin, whichever is unplugged and replugged.
 *
 * <p>In this order: who sits and may sit there stays; who comes back takes the port that it had; the input and the
 * output of one device take the same unit; the others take what is free, those bound by name first, then in the order
 * of the script. Two names for one port may share it, two units of gear may not.
 *
 * <p>Pure, one thread.
 */
public final class Seating {
    /**
     * A port of ours that looks for its gear.
     *
     * @param key tells it from all others, and stays the same over reloads
     * @param device the unit whose input or output this is, or null
     * @param name what it is looked for by: those of one name are twins
     * @param number which of several twins, from 1
     * @param bound whether this very name and number was written down, so that no other twin will do at first
     * @param candidates the real ports that answer, best first
     */
    public record Seeker(String key, Direction direction, String device, String name, int number, boolean bound,
            List<RealPort> candidates) {}

    /** What was known before: where each sits now, where it sat when it last did, and which ports are not its kind. */
    public record Known(Map<String, RealPort> sits, Map<String, RealPort> sat, Map<String, Set<RealPort>> strangers) {}

    private final List<Seeker> seekers;
    private final Known known;
    private final Map<RealPort, String> units;
    private final Map<String, RealPort> seats = new LinkedHashMap<>();
    private final Map<String, Seeker> seated = new HashMap<>();

    private Seating(List<Seeker> seekers, Known known, List<RealPort> there) {
        this.seekers = seekers.stream().sorted(Comparator.comparing((Seeker s) -> !s.bound)
                .thenComparingInt(Seeker::number)).toList();
        this.known = known;
        this.units = units(there);
    }

    /** The real port of each seeker that gets one, by key. */
    public static Map<String, RealPort> seat(List<Seeker> seekers, Known known, List<RealPort> there) {
        Seating seating = new Seating(seekers, known, there);
        seating.run();
        return seating.seats;
    }

    private void run() {
        each(seeker -> isFree(seeker, known.sits.get(seeker.key)) && !isStranger(seeker, known.sits.get(seeker.key))
                ? known.sits.get(seeker.key) : null);
        each(seeker -> isFree(seeker, known.sat.get(seeker.key)) && !isStranger(seeker, known.sat.get(seeker.key))
                ? known.sat.get(seeker.key) : null);
        // One by one: where an input goes first, its output follows before a twin is looked at.
        each(this::besidePartner);
        for (Seeker seeker : seekers) {
            sit(seeker, fresh(seeker));
            each(this::besidePartner);
        }
        // Better the unit that says it is another than none: what it says may be unknown to us.
        each(seeker -> isFree(seeker, known.sits.get(seeker.key)) ? known.sits.get(seeker.key) : null);
        each(seeker -> first(seeker, port -> true));
    }

    private void each(Function<Seeker, RealPort> choice) {
        for (Seeker seeker : seekers) sit(seeker, choice.apply(seeker));
    }

    private void sit(Seeker seeker, RealPort port) {
        if (port == null || seats.containsKey(seeker.key)) return;
        seats.put(seeker.key, port);
        seated.put(seeker.key, seeker);
    }

    private RealPort besidePartner(Seeker seeker) {
        if (seeker.device == null) return null;
        for (Seeker partner : seekers) {
            RealPort beside = partner == seeker || !seeker.device.equals(partner.device) ? null : seats.get(partner.key);
            if (beside == null) continue;
            String unit = unit(beside);
            return first(seeker, port -> unit(port).equals(unit) && !isStranger(seeker, port));
        }
        return null;
    }

    private RealPort fresh(Seeker seeker) {
        boolean returns = known.sat.containsKey(seeker.key);
        if (seeker.bound && !returns && seeker.candidates.size() < seeker.number) return null;
        if (seeker.bound && !returns) {
            RealPort meant = seeker.candidates.get(seeker.number - 1);
            if (isFree(seeker, meant) && !isStranger(seeker, meant)) return meant;
        }
        RealPort nobodys = first(seeker, port -> !isStranger(seeker, port) && !isAwaited(seeker, port));
        return nobodys != null ? nobodys : first(seeker, port -> !isStranger(seeker, port));
    }

    private RealPort first(Seeker seeker, Predicate<RealPort> fits) {
        if (seeker.bound && !known.sat.containsKey(seeker.key) && seeker.candidates.size() < seeker.number) return null;
        for (RealPort port : seeker.candidates)
            if (isFree(seeker, port) && !isOfAnotherPair(seeker, port) && fits.test(port)) return port;
        return null;
    }

    /** The unit behind this port has a port for our partner too, and our partner sits elsewhere: ours is yet to come. */
    private boolean isOfAnotherPair(Seeker seeker, RealPort port) {
        if (seeker.device == null) return false;
        for (Seeker partner : seekers) {
            RealPort beside = partner == seeker || !seeker.device.equals(partner.device) ? null : seats.get(partner.key);
            if (beside == null || unit(beside).equals(unit(port))) continue;
            for (RealPort other : partner.candidates) if (unit(other).equals(unit(port))) return true;
        }
        return false;
    }

    /** Whether a twin sat here that has no seat now. */
    private boolean isAwaited(Seeker seeker, RealPort port) {
        for (Seeker other : seekers)
            if (other != seeker && excludes(seeker, other) && !seats.containsKey(other.key)
                    && port.equals(known.sat.get(other.key))) return true;
        return false;
    }

    private boolean isFree(Seeker seeker, RealPort port) {
        if (port == null || !seeker.candidates.contains(port)) return false;
        for (Map.Entry<String, RealPort> seat : seats.entrySet())
            if (seat.getValue().equals(port) && excludes(seeker, seated.get(seat.getKey()))) return false;
        return true;
    }

    /** What a unit said at its input holds for its output. */
    private boolean isStranger(Seeker seeker, RealPort port) {
        if (port == null) return false;
        for (Seeker same : seekers) {
            if (same != seeker && (seeker.device == null || !seeker.device.equals(same.device))) continue;
            for (RealPort stranger : known.strangers.getOrDefault(same.key, Set.of()))
                if (unit(stranger).equals(unit(port))) return true;
        }
        return false;
    }

    private static boolean excludes(Seeker one, Seeker other) {
        if (one.direction != other.direction) return false;
        boolean twins = one.name.equals(other.name) && one.number != other.number;
        boolean twoUnits = one.device != null && other.device != null && !Objects.equals(one.device, other.device);
        boolean saidSo = one.bound && other.bound && one.name.equals(other.name) && one.number == other.number;
        return (twins || twoUnits) && !saidSo;
    }

    private String unit(RealPort port) {
        return units.getOrDefault(port, "");
    }

    /** Units that the system calls alike are told apart by their order, the same for inputs and outputs. */
    private static Map<RealPort, String> units(List<RealPort> there) {
        Map<String, Integer> alike = new HashMap<>();
        Map<RealPort, String> units = new HashMap<>();
        for (RealPort port : there) {
            String unit = NameForms.unit(port);
            units.put(port, unit + " " + alike.merge(port.direction() + " " + unit, 1, Integer::sum));
        }
        return units;
    }
}
