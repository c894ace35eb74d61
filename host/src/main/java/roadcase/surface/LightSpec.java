package roadcase.surface;

import roadcase.midi.Kind;
import roadcase.midi.Packed;

/**
 * A light of a control: where it listens and what it can show.
 *
 * @param message NOTE_ON or CC
 * @param channel 1 to 16; where its kind uses several channels, that of its plain values
 * @param number note or CC number, and the number by which a SysEx names it
 */
public record LightSpec(LightKind kind, Kind message, int channel, int number) {
    /** A light that a note-on lights: 127 is on, 0 is off. */
    public static LightSpec onOff(int channel, int note) {
        return new LightSpec(ListedLights.ON_OFF, Kind.NOTE_ON, channel, note);
    }

    long packed(int onChannel, int data) {
        return Packed.of(message, onChannel, number, data);
    }

    /** What to send so that it shows the light with this code; see {@link LightKind}. */
    public long wire(long code) {
        return kind.wire(this, code);
    }
}
