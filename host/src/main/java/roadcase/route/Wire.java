package roadcase.route;

import roadcase.midi.Kind;
import roadcase.midi.Packed;

/**
 * What a line sends, in a long: one short message as {@link Packed}, or one value that takes several CCs. Those go out
 * together, so that nothing gets between them.
 *
 * <p>An NRPN is CC 99, 98, 6, 38 and then the null parameter, 101 = 127 and 100 = 127; an RPN the same with 101, 100. A
 * 14-bit CC is CC n, then n + 32. Source: MIDI 1.0 Detailed Specification; MIDI Router sends the same.
 */
public final class Wire {
    public static final int DATA_ENTRY = 6;
    public static final int DATA_ENTRY_FINE = 38;
    /** The most messages that one value takes. */
    public static final int MOST = 6;

    private static final long JOINED = 1L << 62;
    private static final int NULL = 127;

    private Wire() {}

    static long joined(int kind, int channel, int number, int value) {
        return JOINED | (long) kind << 40 | (long) channel << 32 | (long) number << 14 | value;
    }

    public static boolean isJoined(long wire) {
        return (wire & JOINED) != 0;
    }

    /** 1 for a short message. */
    public static int length(long wire) {
        if (!isJoined(wire)) return 1;
        return kind(wire) == Event.CC14 ? 2 : MOST;
    }

    /** Whether it selects a parameter, and so leaves none selected behind. */
    public static boolean isParameter(long wire) {
        return isJoined(wire) && kind(wire) != Event.CC14;
    }

    public static int channel(long wire) {
        return isJoined(wire) ? (int) (wire >> 32 & 0x1F) : Packed.channel((int) wire);
    }

    private static int kind(long wire) {
        return (int) (wire >> 40 & 0xF);
    }

    /** One of the messages, packed; {@code index} from 0. */
    public static int message(long wire, int index) {
        if (!isJoined(wire)) return (int) wire;
        int kind = kind(wire);
        int number = (int) (wire >> 14 & 0x3FFF);
        int value = (int) (wire & 0x3FFF);
        if (kind == Event.CC14) return cc(wire, index == 0 ? number : number + 32, index == 0 ? value >> 7 : value & 0x7F);
        int select = kind == Event.NRPN ? 99 : 101;
        return switch (index) {
            case 0 -> cc(wire, select, number >> 7);
            case 1 -> cc(wire, select - 1, number & 0x7F);
            case 2 -> cc(wire, DATA_ENTRY, value >> 7);
            case 3 -> cc(wire, DATA_ENTRY_FINE, value & 0x7F);
            case 4 -> cc(wire, 101, NULL);
            default -> cc(wire, 100, NULL);
        };
    }

    private static int cc(long wire, int number, int value) {
        return Packed.of(Kind.CC, channel(wire), number, value);
    }
}
