package roadcase.rig.plan;

import roadcase.midi.RealPort.Direction;

/**
 * A port as a script names it, or a slot of the rack: an output like any other.
 *
 * @param owned we create it for others ({@code virtualInput}, {@code virtualOutput})
 * @param device name of the device whose port it is, or null
 * @param slot the number of the slot, or 0 for a port
 */
public record PortPlan(String name, Direction direction, boolean owned, String device, int slot, Origin origin) {
    public PortPlan(String name, Direction direction, boolean owned, String device, Origin origin) {
        this(name, direction, owned, device, 0, origin);
    }

    /** @param name what the script calls the slot, or null */
    public static PortPlan ofSlot(int slot, String name, Origin origin) {
        return new PortPlan("slot " + slot + (name == null ? "" : " " + name), Direction.OUTPUT, true, null, slot, origin);
    }

    /** Ports with the same key are the same port, in every rig. */
    public String key() {
        return slot > 0 ? "SLOT " + slot : direction + " " + name;
    }
}
