package roadcase.rig.plan;

import roadcase.midi.RealPort.Direction;

/**
 * A port as a script names it.
 *
 * @param owned we create it for others ({@code virtualInput}, {@code virtualOutput})
 * @param device name of the device whose port it is, or null
 */
public record PortPlan(String name, Direction direction, boolean owned, String device, Origin origin) {
    /** Ports with the same key are the same port, in every rig. */
    public String key() {
        return direction + " " + name;
    }
}
