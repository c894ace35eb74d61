package roadcase.surface;

import java.util.List;

/**
 * A device as data: what a driver file of the language says about it.
 *
 * @param type the word a script uses: {@code MidiMix}
 * @param port the name of its ports, in and out alike, in rehearsals and on the page: {@code MIDI Mix}
 * @param patterns regular expressions (case does not count) by which real ports are known, best first; each for a
 *     whole name without what a system puts around it (see roadcase.midi.PortNames#ofDevice)
 * @param identity first bytes of its identity reply after {@code F0 7E dd 06 02}, or empty where unknown
 * @param controls in the order in which lights are painted
 * @param lightOn velocity that lights a light
 * @param lightOff velocity that darkens it
 */
public record DeviceSpec(
        String type,
        String port,
        List<String> patterns,
        List<Integer> identity,
        List<ControlSpec> controls,
        int lightOn,
        int lightOff) {
    public DeviceSpec {
        patterns = List.copyOf(patterns);
        identity = List.copyOf(identity);
        controls = List.copyOf(controls);
    }

    /** @throws IllegalArgumentException where the device has no such control */
    public ControlSpec control(String name) {
        for (ControlSpec control : controls) if (control.name().equals(name)) return control;
        throw new IllegalArgumentException(type + " has no control '" + name + "'");
    }
}
