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
 * @param message NOTE_ON or CC: what it sends
 * @param channel 1..16
 * @param number note or CC number
 * @param lamp its light, or null
 * @param twin name of the control that is physically the same button on another layer, or null
 * @param shift name of the key that, while it is held, makes the unit send this control instead of its twin, or null
 */
public record ControlSpec(
        String name, String row, int index, Type type, Kind message, int channel, int number, LightSpec lamp, String twin,
        String shift) {
    public enum Type { BUTTON, ABSOLUTE }

    /**
     * A button that sends a note, or a knob that sends a CC.
     *
     * @param light note number of its light, which is on or off, on {@code channel}; or -1
     */
    public ControlSpec(String name, String row, int index, Type type, int channel, int number, int light, String twin,
            String shift) {
        this(name, row, index, type, type == Type.BUTTON ? Kind.NOTE_ON : Kind.CC, channel, number,
                light < 0 ? null : LightSpec.onOff(channel, light), twin, shift);
    }

    /** What it sends: NOTE_ON or CC. */
    public Kind kind() {
        return message;
    }

    public boolean hasLight() {
        return lamp != null;
    }

    /** Number of its light, or -1. */
    public int light() {
        return lamp == null ? -1 : lamp.number();
    }

    /** The same on a unit that was programmed to send another number; the light stays where the maker put it. */
    public ControlSpec sending(int other) {
        return new ControlSpec(name, row, index, type, message, channel, other, lamp, twin, shift);
    }
}
