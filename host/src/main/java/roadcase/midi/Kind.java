package roadcase.midi;

/**
 * What a MIDI message is. Ordinals of the seven channel kinds follow the status nibble, so that
 * {@code status >> 4 & 7} is the ordinal.
 *
 * <p>Source: MIDI 1.0 Detailed Specification, table of status bytes.
 */
public enum Kind {
    NOTE_OFF(0x80, 3), NOTE_ON(0x90, 3), KEY_AFTERTOUCH(0xA0, 3), CC(0xB0, 3), PROGRAM(0xC0, 2), AFTERTOUCH(0xD0, 2),
    PITCH_BEND(0xE0, 3),
    SYSEX(0xF0, 0), TIME_CODE(0xF1, 2), SONG_POSITION(0xF2, 3), SONG_SELECT(0xF3, 2), TUNE_REQUEST(0xF6, 1),
    CLOCK(0xF8, 1), START(0xFA, 1), CONTINUE(0xFB, 1), STOP(0xFC, 1), SENSE(0xFE, 1), RESET(0xFF, 1);

    private static final Kind[] BY_STATUS = new Kind[256];

    static {
        for (Kind kind : values()) {
            int last = kind.isChannel() ? kind.status + 15 : kind.status;
            for (int status = kind.status; status <= last; status++) BY_STATUS[status] = kind;
        }
    }

    private final int status;
    private final int length;

    Kind(int status, int length) {
        this.status = status;
        this.length = length;
    }

    /** The status byte, for channel kinds that of channel 1. */
    public int status() {
        return status;
    }

    /** Bytes in a whole message; 0 where it varies (SysEx). */
    public int length() {
        return length;
    }

    /** Whether messages of this kind are on one of 16 channels. */
    public boolean isChannel() {
        return status < 0xF0;
    }

    /** The kind of a status byte 0x80..0xFF, or null where MIDI defines none (F4, F5, F7, F9, FD). */
    public static Kind of(int status) {
        return BY_STATUS[status & 0xFF];
    }
}
