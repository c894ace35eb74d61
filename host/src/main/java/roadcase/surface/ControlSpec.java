package roadcase.surface;

import roadcase.midi.Kind;

/**
 * One thing to touch on a device, as the maker built it. Addresses of controls and lights are apart, because a unit
 * can be programmed so that a button sends something else while its light stays where it was.
 *
 * @param name written name, unique on the device: {@code mute 3}, {@code bankLeft}
 * @param row the row it belongs to ({@code mute}), or its own name where it stands alone
 * @param index place in the row, from 1; 1 where it stands alone
 * @param type BUTTON or ABSOLUTE (knob, fader)
 * @param channel 1..16
 * @param number note number for buttons, CC for knobs and faders
 * @param light note number of its light on {@code channel}, or -1
 * @param twin name of the control that is physically the same button on another layer, or null
 * @param shift name of the key that, while it is held, makes the unit send this control instead of its twin, or null
 */
public record ControlSpec(
        String name, String row, int index, Type type, int channel, int number, int light, String twin,
        String shift) {
    public enum Type { BUTTON, ABSOLUTE }

    /** NOTE_ON for buttons, CC for knobs and faders. */
    public Kind kind() {
        return type == Type.BUTTON ? Kind.NOTE_ON : Kind.CC;
    }

    public boolean hasLight() {
        return light >= 0;
    }
}
