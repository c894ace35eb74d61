package roadcase.midi;

/**
 * A short MIDI message in an int: status in bits 0..7, first data byte in 8..15, second in 16..23. The form in which
 * messages travel from a port through the routes to a port, so that nothing is allocated on the way.
 *
 * <p>Any thread. Channels count from 1 here as everywhere in Roadcase; bytes on the wire count from 0.
 */
public final class Packed {
    private Packed() {}

    public static int of(int status, int data1, int data2) {
        return status & 0xFF | (data1 & 0x7F) << 8 | (data2 & 0x7F) << 16;
    }

    /** A channel message; channel 1..16, data 0..127. */
    public static int of(Kind kind, int channel, int data1, int data2) {
        return of(kind.status() | channel - 1, data1, data2);
    }

    public static int status(int packed) {
        return packed & 0xFF;
    }

    /** Null for undefined status bytes. */
    public static Kind kind(int packed) {
        return Kind.of(packed & 0xFF);
    }

    /** 1..16; meaningful for channel messages only. */
    public static int channel(int packed) {
        return (packed & 0x0F) + 1;
    }

    public static int data1(int packed) {
        return packed >> 8 & 0x7F;
    }

    public static int data2(int packed) {
        return packed >> 16 & 0x7F;
    }

    /** Bytes on the wire: 1 to 3. */
    public static int length(int packed) {
        Kind kind = kind(packed);
        return kind == null ? 1 : kind.length();
    }

    public static boolean isChannel(int packed) {
        return (packed & 0xFF) < 0xF0;
    }

    public static boolean isNoteOn(int packed) {
        return (packed & 0xF0) == 0x90 && data2(packed) > 0;
    }

    /** A note-off, or a note-on with velocity 0, which means the same. */
    public static boolean isNoteOff(int packed) {
        int high = packed & 0xF0;
        return high == 0x80 || high == 0x90 && data2(packed) == 0;
    }

    /** The message as a {@link Message}, for faces and scripts. */
    public static Message message(int packed) {
        byte[] bytes = new byte[length(packed)];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (packed >> 8 * i);
        return Message.of(bytes);
    }
}
