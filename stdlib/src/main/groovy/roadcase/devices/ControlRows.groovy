package roadcase.devices

import groovy.transform.PackageScope
import roadcase.midi.Kind
import roadcase.surface.ControlSpec
import roadcase.surface.ControlSpec.Type
import roadcase.surface.LightKind
import roadcase.surface.LightSpec

/** Rows of a device's data, written once. Lights answer at the number of their button unless said otherwise. */
@PackageScope
final class ControlRows {
    private final List<ControlSpec> all = []

    List<ControlSpec> all() {
        all
    }

    /** Buttons {@code name 1}, {@code name 2} and so on, as a row of that name. */
    ControlRows buttons(String name, String row, Kind message, int channel, List<Integer> numbers, LightKind light) {
        numbers.eachWithIndex { int number, int i ->
            all << button("$name ${i + 1}".toString(), row, i + 1, message, channel, number, lamp(light, message, channel, number))
        }
        this
    }

    /** A button that stands alone. */
    ControlRows button(String name, Kind message, int channel, int number, LightKind light) {
        all << button(name, name, 1, message, channel, number, lamp(light, message, channel, number))
        this
    }

    /** Knobs or faders {@code name 1}, {@code name 2} and so on, with the light that {@code lamps} gives, or none. */
    ControlRows absolutes(String name, String row, int channel, List<Integer> numbers, List<LightSpec> lamps = []) {
        numbers.eachWithIndex { int number, int i ->
            all << absolute("$name ${i + 1}".toString(), row, i + 1, channel, number, lamps ? lamps[i] : null)
        }
        this
    }

    ControlRows absolute(String name, int channel, int number) {
        all << absolute(name, name, 1, channel, number, null)
        this
    }

    ControlRows add(ControlSpec control) {
        all << control
        this
    }

    static ControlSpec button(String name, String row, int index, Kind message, int channel, int number, LightSpec lamp) {
        new ControlSpec(name, row, index, Type.BUTTON, message, channel, number, lamp, null, null)
    }

    private static ControlSpec absolute(String name, String row, int index, int channel, int number, LightSpec lamp) {
        new ControlSpec(name, row, index, Type.ABSOLUTE, Kind.CC, channel, number, lamp, null, null)
    }

    private static LightSpec lamp(LightKind light, Kind message, int channel, int number) {
        light == null ? null : new LightSpec(light, message, channel, number)
    }
}
