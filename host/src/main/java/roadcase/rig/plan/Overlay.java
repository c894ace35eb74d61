package roadcase.rig.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a player added to a gig at the prompt: instruments, effects, routes, ports. It is read like one more script,
 * after the gig's own, and everything here can be written as lines of a script. Levels are no part of it: they are
 * state. Immutable.
 *
 * @param slots by number, 1 to 8
 * @param master effects behind those of the gig
 * @param routing the sequencer's channel, 1 to 16, and the slot that it plays
 * @param sequencer the port that the channels of {@code routing} come in at, or null while there is none
 * @param mixer the port of a MIDI mixer for the slots, or null
 */
public record Overlay(SortedMap<Integer, Place> slots, List<Insert> master, SortedMap<Integer, Integer> routing,
        String sequencer, String mixer) {
    public static final Overlay NOTHING = new Overlay(new TreeMap<>(), List.of(), new TreeMap<>(), null, null);

    public Overlay {
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
        master = List.copyOf(master);
        routing = Collections.unmodifiableSortedMap(new TreeMap<>(routing));
    }

    /**
     * A slot.
     *
     * @param name what players call it
     * @param instrument name or path of a plugin
     */
    public record Place(String name, String instrument, List<Insert> effects) {
        public Place {
            effects = List.copyOf(effects);
        }
    }

    /** An effect. @param label what the player calls it, or null */
    public record Insert(String plugin, String label) {
        /** As lists call it. */
        public String said() {
            return label == null ? shortName(plugin) : label;
        }
    }

    /** {@code Diva} of {@code /usr/lib/vst3/Diva.vst3}. */
    public static String shortName(String plugin) {
        String last = plugin.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
        String plain = last.replaceFirst("(?i)\\.(vst3|lv2|component|so|dll)$", "");
        return plain.isBlank() ? plugin : plain;
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** With this in a slot; null empties it. */
    public Overlay slot(int number, Place place) {
        SortedMap<Integer, Place> next = new TreeMap<>(slots);
        if (place == null) next.remove(number);
        else next.put(number, place);
        return new Overlay(next, master, routing, sequencer, mixer);
    }

    /** With other effects in a slot, or in the master for 0. */
    public Overlay effects(int number, UnaryOperator<List<Insert>> change) {
        if (number == 0) return new Overlay(slots, change.apply(new ArrayList<>(master)), routing, sequencer, mixer);
        Place place = slots.get(number);
        return slot(number, new Place(place.name, place.instrument, change.apply(new ArrayList<>(place.effects))));
    }

    /** With this channel playing this slot, or none for 0. */
    public Overlay route(int channel, int slot) {
        SortedMap<Integer, Integer> next = new TreeMap<>(routing);
        if (slot == 0) next.remove(channel);
        else next.put(channel, slot);
        return new Overlay(slots, master, next, sequencer, mixer);
    }

    public Overlay sequencer(String port) {
        return new Overlay(slots, master, routing, port, mixer);
    }

    public Overlay mixer(String port) {
        return new Overlay(slots, master, routing, sequencer, port);
    }

    /** Without the ports, which are another matter from one evening to the next. */
    public Overlay withoutPorts() {
        return new Overlay(slots, master, routing, null, null);
    }

    /** {@code wanted}, or with a number behind it where another slot has that name. */
    public String freeName(int number, String wanted, java.util.Collection<String> others) {
        List<String> taken = new ArrayList<>(others);
        for (Map.Entry<Integer, Place> slot : slots.entrySet()) if (slot.getKey() != number) taken.add(slot.getValue()
                .name);
        String free = wanted;
        for (int n = 2; taken.contains(free); n++) free = wanted + " " + n;
        return free;
    }
}
