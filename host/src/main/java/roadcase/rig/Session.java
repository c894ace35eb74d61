package roadcase.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import roadcase.audio.Rack;
import roadcase.rig.Memory.Entry;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * What a rack was when it was left: what is in its slots, how that stands, which channel plays which slot. It is what
 * LinkVST keeps in its session files, and more. Immutable; {@link SessionText} writes and reads it.
 *
 * @param bpm the tempo, or 0 where it is not known
 * @param rate frames a second, or 0; for whoever reads the file
 * @param block frames of a block, or 0; for whoever reads the file
 * @param masterGain a factor
 * @param routing channel to slot
 * @param slots eight of them, null where one is empty
 * @param elsewhere slots of other gigs that share this session
 * @param beside fields that this version does not know: they are kept
 */
public record Session(double bpm, int rate, int block, double masterGain, boolean masterMuted,
        SortedMap<Integer, Integer> routing, List<Slot> slots, List<Slot> elsewhere, List<Plugged> master, Map<String,
                JsonNode> beside) {
    /** More slots of other gigs are not kept. */
    static final int MOST_ELSEWHERE = 64;

    public static final Session NOTHING = new Session(0, 0, 0, 1, false, new TreeMap<>(),
            Collections.nCopies(Rack.SLOTS, null), List.of(), List.of(), Map.of());

    public Session {
        routing = Collections.unmodifiableSortedMap(new TreeMap<>(routing));
        slots = Collections.unmodifiableList(new ArrayList<>(slots));
        elsewhere = List.copyOf(elsewhere);
        master = List.copyOf(master);
        beside = Map.copyOf(beside);
    }

    /**
     * A plugin as it stands.
     *
     * @param path name or path
     * @param name what the player calls it, or null
     * @param parameters by name; numbers, or what somebody wrote
     * @param state what the plugin gave to be kept, or null
     * @param written of an effect of the master: whether a script says it
     * @param beside fields that this version does not know
     */
    public record Plugged(String path, String name, Map<String, JsonNode> parameters, byte[] state, boolean written,
            Map<String, JsonNode> beside) {
        public Plugged {
            parameters = Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
            beside = Map.copyOf(beside);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Plugged p && path.equals(p.path) && java.util.Objects.equals(name, p.name)
                    && parameters.equals(p.parameters) && Arrays.equals(state, p.state) && written == p.written
                            && beside.equals(p.beside);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /**
     * @param instrument null where the slot holds something that this version cannot play; {@code beside} has it then
     * @param gain a factor
     * @param written of a slot that a script names the gain in dB that it said, edited since, the script wins; null for
     *     one that was loaded at the prompt
     */
    public record Slot(Plugged instrument, double gain, Double written, boolean muted, boolean solo,
            List<Plugged> effects,
            Map<String, JsonNode> beside) {
        public Slot {
            effects = List.copyOf(effects);
            beside = Map.copyOf(beside);
        }
    }

    /** Null where it is empty. */
    public Slot slot(int number) {
        return slots.get(number - 1);
    }

    /** The plugin of a place, or null. */
    public Plugged plugged(int slot, int position) {
        if (slot == 0) return position > 0 && position <= master.size() ? master.get(position - 1) : null;
        Slot there = slot(slot);
        if (there == null) return null;
        if (position == 0) return there.instrument;
        return position <= there.effects.size() ? there.effects.get(position - 1) : null;
    }

    /**
     * What is to be loaded and routed.
     *
     * @param whole whether also what a script named, as where there is no script
     */
    public Overlay overlay(boolean whole) {
        SortedMap<Integer, Overlay.Place> places = new TreeMap<>();
        for (int number = 1; number <= Rack.SLOTS; number++) {
            Slot slot = slot(number);
            if (slot == null || slot.instrument == null || slot.written != null && !whole) continue;
            String path = slot.instrument.path;
            String name = slot.instrument.name == null ? Overlay.shortName(path) : slot.instrument.name;
            String free = new Overlay(places, List.of(), new TreeMap<>(), null, null).freeName(number, name, List.of());
            places.put(number, new Overlay.Place(free, path, inserts(slot.effects, true)));
        }
        return new Overlay(places, inserts(master, whole), routing, null, null);
    }

    private static List<Overlay.Insert> inserts(List<Plugged> plugins, boolean whole) {
        return plugins.stream().filter(p -> whole || !p.written).map(p -> new Overlay.Insert(p.path, p.name)).toList();
    }

    /** Where a slot of the rig is in this session: by what it is called, else by its number. Null for nowhere. */
    public Slot of(SlotPlan plan) {
        if (plan.isMaster()) return null;
        for (Slot slot : slots)
            if (isCalled(slot, plan.name())) return slot;
        for (Slot slot : elsewhere) if (isCalled(slot, plan.name())) return slot;
        Slot same = slot(plan.number());
        return same == null || same.instrument == null || !same.instrument.path.equals(plan.instrument()) ? null : same;
    }

    private static boolean isCalled(Slot slot, String name) {
        return slot != null && slot.instrument != null && name != null && name.equals(slot.instrument.name);
    }

    /** How the levels of this rack stood, as memory has them. */
    public Map<String, Entry> entries(RackPlan rack) {
        Map<String, Entry> entries = new HashMap<>();
        for (SlotPlan plan : rack.slots()) {
            int number = plan.number();
            Slot slot = of(plan);
            if (!plan.isMaster() && slot == null) continue;
            double gain = plan.isMaster() ? masterGain : slot.gain;
            Double written = plan.isMaster() || slot.written == null ? Double.valueOf(plan.gain()) : slot.written;
            entries.put(rack.kept().get(SlotPlan.gainName(number)), Entry.value(decibels(gain), written));
            entries.put(rack.kept().get(SlotPlan.muteName(number)), Entry.on(plan.isMaster()
                    ? masterMuted : slot.muted));
            if (!plan.isMaster()) entries.put(rack.kept().get(SlotPlan.soloName(number)), Entry.on(slot.solo));
        }
        return entries;
    }

    /** Of a factor, within what a slot can. */
    public static double decibels(double factor) {
        return Math.max(Rack.SILENCE, Math.min(Rack.LOUDEST, 20 * Math.log10(factor)));
    }

    /** Of a level in dB; silence is 0. */
    public static double factor(double decibels) {
        return decibels <= Rack.SILENCE ? 0 : Math.pow(10, decibels / 20);
    }
}
