package roadcase.rig.plan;

import java.util.List;
import java.util.Map;

/**
 * The rack of a gig.
 *
 * @param rate frames a second, 0 for what the device prefers
 * @param buffer frames of a block, 0 for what the device prefers
 * @param output name of the device, or null for the usual one
 * @param session under which its levels and parameters are remembered, or null
 * @param slots those that the script names, the master (0) among them
 * @param kept for the written name of each value and switch the name that it is remembered by: what a slot is called
 *     rather than its number, a parameter with its plugin
 */
public record RackPlan(
        int rate, int buffer, String output, String session, List<SlotPlan> slots, Map<String, String> kept, Origin origin) {
    public RackPlan {
        slots = List.copyOf(slots);
        kept = Map.copyOf(kept);
    }

    /** What something of a slot is remembered by: what the slot is called rather than its number. */
    public static String keptAs(String session, SlotPlan slot, String what) {
        String place = slot.isMaster() ? "master" : slot.name() == null ? "slot " + slot.number() : slot.name();
        return (session == null ? "rack" : session) + " / " + place + " / " + what;
    }

    /** What the state of a plugin is remembered by, the sound that the script names with it; null for an empty place. */
    public String stateName(int number, int position) {
        SlotPlan slot = slot(number);
        if (slot == null || slot.plugin(position) == null) return null;
        String sound = position == 0 && slot.sound() != null ? " / " + slot.sound() : "";
        return keptAs(session, slot, slot.keptAs(position) + sound);
    }

    /** Null where the script says nothing of it. */
    public SlotPlan slot(int number) {
        for (SlotPlan slot : slots) if (slot.number() == number) return slot;
        return null;
    }
}
