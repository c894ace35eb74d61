package roadcase.surface;

import java.util.ArrayList;
import java.util.List;

/**
 * A device as data: what a driver file of the language says about it. A device that was built in several generations has
 * a specification for each, all with the same controls by name and in the same order.
 *
 * @param type the word a script uses: {@code MidiMix}
 * @param model what people call this generation of it
 * @param port the name of its ports, in and out alike, in rehearsals and on the page: {@code MIDI Mix}
 * @param patterns regular expressions (case does not count) by which real ports are known, best first; each for a
 *     whole name without what a system puts around it (see roadcase.midi.PortNames#ofDevice)
 * @param identity first bytes of its identity reply after {@code F0 7E dd 06 02}, or empty where unknown
 * @param controls in the order in which lights are painted
 * @param others later generations; theirs are empty
 */
public record DeviceSpec(
        String type,
        String model,
        String port,
        List<String> patterns,
        List<Integer> identity,
        List<ControlSpec> controls,
        Manners manners,
        List<DeviceSpec> others) {
    public DeviceSpec {
        patterns = List.copyOf(patterns);
        identity = List.copyOf(identity);
        controls = List.copyOf(controls);
        others = List.copyOf(others);
        for (DeviceSpec other : others)
            for (int i = 0; i < controls.size(); i++)
                if (!other.controls.get(i).name().equals(controls.get(i).name()))
                    throw new IllegalArgumentException(other.model + " has other controls than " + model);
    }

    /** A device of one generation that needs no manners. */
    public DeviceSpec(String type, String port, List<String> patterns, List<Integer> identity, List<ControlSpec> controls) {
        this(type, port, port, patterns, identity, controls, Manners.PLAIN, List.of());
    }

    /** This one and the later ones. */
    public List<DeviceSpec> generations() {
        List<DeviceSpec> all = new ArrayList<>();
        all.add(this);
        all.addAll(others);
        return all;
    }

    /** The patterns of all generations. */
    public List<String> allPatterns() {
        List<String> all = new ArrayList<>(patterns);
        for (DeviceSpec other : others) all.addAll(other.patterns);
        return all;
    }

    /** @throws IllegalArgumentException where the device has no such control */
    public ControlSpec control(String name) {
        for (ControlSpec control : controls) if (control.name().equals(name)) return control;
        throw new IllegalArgumentException(type + " has no control '" + name + "'");
    }
}
