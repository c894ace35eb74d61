package roadcase.midi.net;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import roadcase.midi.RealPort.Direction;

/**
 * Which ports of a gig others may see: what another program on this machine would see of it (its virtual ports), and
 * the gear that it names. They play into a {@code virtualInput} and to an {@code output}; they hear a
 * {@code virtualOutput} and an {@code input}. Hidden are the lights of surfaces, which tell the gig's state and nobody
 * else's, and other network ports, so that nothing goes in circles.
 *
 * <p>A name has one number as long as the show lasts, whatever becomes of its port: a peer that asked long ago must not
 * play elsewhere. Any thread.
 */
final class Offers {
    static final int NOBODY = -1;
    private static final int MOST_NAMES = 1024;

    /** A port of ours. */
    private record Ours(int handle, Direction direction, String name, boolean owned) {}

    /**
     * What a peer knows of one name.
     *
     * @param destination handle of the port that takes what a peer plays, or {@link #NOBODY}
     * @param passesOn whether that is an output, which sends it on; else it is an input, which hears it
     * @param source handle of the port whose messages a peer may hear, or {@link #NOBODY}
     */
    record Offer(int number, String name, int destination, boolean passesOn, int source) {}

    private final Map<Integer, Ours> ports = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private Set<String> hidden = Set.of();
    private volatile Map<Integer, Offer> offers = Map.of();
    private volatile BitSet outputs = new BitSet();

    synchronized void opened(int handle, Direction direction, String name, boolean owned) {
        ports.put(handle, new Ours(handle, direction, name, owned));
        offer();
    }

    synchronized void closed(int handle) {
        if (ports.remove(handle) != null) offer();
    }

    /** @param outputs by name, that nobody else may play to */
    synchronized void hide(Set<String> outputs) {
        hidden = Set.copyOf(outputs);
        offer();
    }

    private void offer() {
        Map<String, Offer> byName = new LinkedHashMap<>();
        // Virtual ports last: they win over gear of the same name.
        for (boolean owned : new boolean[] {false, true})
            for (Ours port : ports.values()) if (port.owned == owned) add(port, byName);
        Map<Integer, Offer> next = new TreeMap<>();
        BitSet passing = new BitSet();
        for (Offer offer : byName.values()) {
            next.put(offer.number, offer);
            if (offer.passesOn) passing.set(offer.destination);
        }
        outputs = passing;
        offers = next;
    }

    private void add(Ours port, Map<String, Offer> byName) {
        boolean hides = port.direction == Direction.OUTPUT && !port.owned && hidden.contains(port.name);
        if (hides || !numbers.containsKey(port.name) && numbers.size() == MOST_NAMES) return;
        int number = numbers.computeIfAbsent(port.name, name -> numbers.size());
        Offer known = byName.getOrDefault(port.name, new Offer(number, port.name, NOBODY, false, NOBODY));
        boolean takes = (port.direction == Direction.INPUT) == port.owned;
        byName.put(port.name, takes
                ? new Offer(number, port.name, port.handle, port.direction == Direction.OUTPUT, known.source)
                : new Offer(number, port.name, known.destination, known.passesOn, port.handle));
    }

    /** Whether this is an output that sends on what peers play. */
    boolean passesOn(int handle) {
        return outputs.get(handle);
    }

    /** Null where there is none now. */
    Offer offer(int number) {
        return offers.get(number);
    }

    /** Those that can be heard, or those that can be played to, by number. */
    List<Offer> all(boolean heard) {
        List<Offer> those = new ArrayList<>();
        for (Offer offer : offers.values()) if ((heard ? offer.source : offer.destination) != NOBODY) those.add(offer);
        return those;
    }

    /** Null where there is none. */
    Offer named(String asked) {
        for (String name : PeerNames.meant(asked))
            for (Offer offer : offers.values()) if (offer.name.equals(name)) return offer;
        return null;
    }
}
