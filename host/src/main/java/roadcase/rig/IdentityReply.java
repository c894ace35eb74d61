package roadcase.rig;

import java.util.HexFormat;
import java.util.List;
import roadcase.surface.DeviceSpec;

/**
 * What a unit answers when it is asked who it is: {@code F0 7E dd 06 02}, the maker's number, family, member, version.
 * Pure, any thread.
 *
 * <p>Source: MIDI 1.0 Detailed Specification, Universal System Exclusive, "Device Inquiry". The length is not looked
 * at: Akai's units answer with 35 bytes.
 */
final class IdentityReply {
    private static final int HEAD = 5;
    private static final int SHOWN = 12;

    private IdentityReply() {}

    static boolean isOne(byte[] b, int length) {
        return length > HEAD + 1 && b[1] == 0x7E && b[3] == 0x06 && b[4] == 0x02;
    }

    /** Whether a reply may come from such a device; true where we do not know what it would answer. */
    static boolean isOf(DeviceSpec spec, byte[] reply, int length) {
        List<Integer> identity = spec.identity();
        if (length < HEAD + identity.size()) return false;
        for (int i = 0; i < identity.size(); i++) if ((reply[HEAD + i] & 0xFF) != identity.get(i)) return false;
        return true;
    }

    /** Which generation of a device a reply may come from, or -1. */
    static int generation(DeviceSpec spec, byte[] reply, int length) {
        List<DeviceSpec> all = spec.generations();
        for (int i = 0; i < all.size(); i++) if (isOf(all.get(i), reply, length)) return i;
        return -1;
    }

    /** Its beginning, for people. */
    static String shown(byte[] reply, int length) {
        String bytes = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(reply, 0, Math.min(length, SHOWN));
        return length > SHOWN ? bytes + " …" : bytes;
    }
}
