package roadcase.route;

import roadcase.midi.Kind;
import roadcase.midi.Packed;

/**
 * One message on its way through a {@link Chain}, taken apart into numbers. Reused: one object for all messages of a
 * thread.
 *
 * <p>{@code kind} is the ordinal of an {@link EventKind}, {@code channel} counts from 1, {@code number} is a note, CC,
 * program or parameter number, {@code value} is 0..{@code max}, where {@code max} is 127, or 16383 for pitch bend and
 * for what is made of several CCs.
 */
public final class Event {
    public static final int NOTE_OFF = 0;
    public static final int NOTE_ON = 1;
    public static final int KEY_AFTERTOUCH = 2;
    public static final int CC = 3;
    public static final int PROGRAM = 4;
    public static final int AFTERTOUCH = 5;
    public static final int PITCH_BEND = 6;
    public static final int NRPN = 7;
    public static final int RPN = 8;
    public static final int CC14 = 9;
    public static final int KINDS = 10;
    private static final int MOST_14 = 16383;
    private static final Kind[] CHANNEL_KINDS = {
        Kind.NOTE_OFF, Kind.NOTE_ON, Kind.KEY_AFTERTOUCH, Kind.CC, Kind.PROGRAM, Kind.AFTERTOUCH, Kind.PITCH_BEND
    };

    public int kind;
    public int channel;
    public int number;
    public int value;
    public int max;

    /** Takes a channel message apart. A note-on with velocity 0 becomes a note-off. */
    public void set(int packed) {
        kind = (packed >> 4 & 7);
        channel = Packed.channel(packed);
        int data1 = Packed.data1(packed);
        int data2 = Packed.data2(packed);
        max = 127;
        switch (kind) {
            case NOTE_ON -> {
                number = data1;
                value = data2;
                if (data2 == 0) kind = NOTE_OFF;
            }
            case PROGRAM -> {
                number = data1;
                value = data1;
            }
            case AFTERTOUCH -> {
                number = 0;
                value = data1;
            }
            case PITCH_BEND -> {
                number = 0;
                value = data2 << 7 | data1;
                max = MOST_14;
            }
            default -> {
                number = data1;
                value = data2;
            }
        }
    }

    public void set(int newKind, int newChannel, int newNumber, int newValue) {
        kind = newKind;
        channel = newChannel;
        number = newNumber;
        value = newValue;
        max = newKind >= PITCH_BEND ? MOST_14 : 127;
    }

    public void copy(Event other) {
        kind = other.kind;
        channel = other.channel;
        number = other.number;
        value = other.value;
        max = other.max;
    }

    /** Back into one message; what is made of several gives its coarse part. */
    public int packed() {
        return switch (kind) {
            case NRPN, RPN -> Packed.of(Kind.CC, channel, Wire.DATA_ENTRY, value >> 7);
            case CC14 -> Packed.of(Kind.CC, channel, number, value >> 7);
            case PROGRAM -> Packed.of(Kind.PROGRAM, channel, number, 0);
            case AFTERTOUCH -> Packed.of(Kind.AFTERTOUCH, channel, value, 0);
            case PITCH_BEND -> Packed.of(Kind.PITCH_BEND, channel, value & 0x7F, value >> 7);
            default -> Packed.of(CHANNEL_KINDS[kind], channel, number, value);
        };
    }

    /** For the way out: see {@link Wire}. */
    public long wire() {
        return kind < NRPN ? packed() & 0xFFFFFFFFL : Wire.joined(kind, channel, number, value);
    }

    /** The same messages' kind as an ordinal here, or -1 for system kinds. */
    public static int ordinal(Kind kind) {
        return kind.isChannel() ? kind.ordinal() : -1;
    }
}
