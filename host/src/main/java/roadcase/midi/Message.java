package roadcase.midi;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One whole MIDI message of any length. For faces, scripts and SysEx; the hot path uses {@link Packed}.
 *
 * <p>Immutable, any thread.
 */
public final class Message {
    /** The longest SysEx that ports carry, in bytes (64 KiB, as {@code native/include/roadcase/midi.h} says). */
    public static final int MAX_LENGTH = 65_536;

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final String[] NOTE_NAMES = {"C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"};

    private final byte[] bytes;

    private Message(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A message from whole bytes.
     *
     * @throws IllegalArgumentException with a sentence where the bytes are no single whole message
     */
    public static Message of(byte... bytes) {
        String fault = fault(bytes);
        if (fault != null) throw new IllegalArgumentException(fault);
        return new Message(bytes.clone());
    }

    /** A message from hex such as {@code "90 01 7F"}; spaces may be left out. */
    public static Message parse(String hex) {
        String digits = hex.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        if (digits.isEmpty()) throw new IllegalArgumentException("there are no bytes");
        if (!digits.matches("([0-9A-F]{2})+"))
            throw new IllegalArgumentException("'" + hex + "' is not hex bytes such as 90 01 7F");
        return of(HexFormat.of().parseHex(digits));
    }

    /** Whether {@link #of} takes these bytes. */
    static boolean isWhole(byte[] bytes) {
        return fault(bytes) == null;
    }

    private static String fault(byte[] bytes) {
        if (bytes.length == 0) return "there are no bytes";
        if (bytes.length > MAX_LENGTH) return "a message of " + bytes.length + " bytes is longer than " + MAX_LENGTH;
        int status = bytes[0] & 0xFF;
        if (status < 0x80) return "a message starts with a status byte (80 to FF), not with " + hex(status);
        Kind kind = Kind.of(status);
        if (kind == null) return hex(status) + " is no status byte that MIDI defines";
        if (kind == Kind.SYSEX) {
            if (bytes.length < 2 || (bytes[bytes.length - 1] & 0xFF) != 0xF7) return "a SysEx message ends with F7";
            for (int i = 1; i < bytes.length - 1; i++)
                if (bytes[i] < 0) return "byte " + (i + 1) + " of a SysEx message is " + hex(bytes[i] & 0xFF) + "; data bytes are 00 to 7F";
            return null;
        }
        if (bytes.length != kind.length())
            return hex(status) + " takes " + (kind.length() - 1) + " data bytes, here are " + (bytes.length - 1);
        for (int i = 1; i < bytes.length; i++)
            if (bytes[i] < 0) return "data byte " + hex(bytes[i] & 0xFF) + " is above 7F";
        return null;
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "%02X", value);
    }

    public Kind kind() {
        return Kind.of(bytes[0]);
    }

    public int length() {
        return bytes.length;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it fits {@link Packed}: everything but SysEx. */
    public boolean isShort() {
        return bytes.length <= 3 && bytes[0] != (byte) 0xF0;
    }

    /** The packed form. Only where {@link #isShort()}. */
    public int packed() {
        return Packed.of(bytes[0], bytes.length > 1 ? bytes[1] : 0, bytes.length > 2 ? bytes[2] : 0);
    }

    /** This message on another channel 1..16; system messages stay as they are. */
    public Message toChannel(int channel) {
        if (channel < 1 || channel > 16) throw new IllegalArgumentException("channel " + channel + "; channels are 1 to 16");
        if (!kind().isChannel()) return this;
        byte[] moved = bytes.clone();
        moved[0] = (byte) (moved[0] & 0xF0 | channel - 1);
        return new Message(moved);
    }

    /** Upper-case hex with spaces: {@code 90 01 7F}. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    /** For people: {@code note on 60 (C4) velocity 100, channel 1}. */
    public String decoded() {
        Kind kind = kind();
        int d1 = bytes.length > 1 ? bytes[1] & 0x7F : 0;
        int d2 = bytes.length > 2 ? bytes[2] & 0x7F : 0;
        String on = kind.isChannel() ? ", channel " + ((bytes[0] & 0x0F) + 1) : "";
        return switch (kind) {
            case NOTE_OFF -> "note off " + d1 + " (" + noteName(d1) + ") velocity " + d2 + on;
            case NOTE_ON -> "note " + (d2 == 0 ? "off " : "on ") + d1 + " (" + noteName(d1) + ") velocity " + d2 + on;
            case KEY_AFTERTOUCH -> "key aftertouch " + d1 + " (" + noteName(d1) + ") " + d2 + on;
            case CC -> "CC " + d1 + " = " + d2 + on;
            case PROGRAM -> "program " + d1 + on;
            case AFTERTOUCH -> "aftertouch " + d1 + on;
            case PITCH_BEND -> "pitch bend " + ((d2 << 7 | d1) - 8192) + on;
            case SYSEX -> "SysEx, " + bytes.length + " bytes";
            case TIME_CODE -> "time code " + d1;
            case SONG_POSITION -> "song position " + (d2 << 7 | d1);
            case SONG_SELECT -> "song " + d1;
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** C4 is 60. */
    public static String noteName(int note) {
        return NOTE_NAMES[note % 12] + (note / 12 - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message m && Arrays.equals(bytes, m.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
