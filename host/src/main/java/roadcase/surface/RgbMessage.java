package roadcase.surface;

import java.util.List;

/**
 * How a unit takes mixed colours: one SysEx with a group of bytes for each light, or for each run of lights.
 *
 * @param head from F0 on, up to the first group or the length
 * @param counted whether two bytes with the length of the groups (7 bits each, high first) follow the head
 * @param group what a group says
 * @param mostGroups how many one message may carry
 */
public record RgbMessage(List<Integer> head, boolean counted, Group group, int mostGroups) {
    /** What the groups of a unit look like. */
    public enum Group {
        /** First light, last light, then red, green and blue of 8 bits, each as its high bit and its low seven. */
        RUN_OF_EIGHT_BITS(8),
        /** A 3, the light, then red, green and blue of 7 bits. */
        TYPED_SEVEN_BITS(5);

        final int length;

        Group(int length) {
            this.length = length;
        }
    }

    private static final int END = 0xF7;
    private static final int RGB_TYPE = 3;

    public RgbMessage {
        head = List.copyOf(head);
    }

    /** Whether one group can paint several lights that follow each other. */
    public boolean paintsRuns() {
        return group == Group.RUN_OF_EIGHT_BITS;
    }

    /** The colour that a unit shows for this one: of 7 bits the last is lost. */
    public int shown(int rgb) {
        return group == Group.TYPED_SEVEN_BITS ? rgb & 0xFEFEFE : rgb;
    }

    /** How many bytes a full message has. */
    public int mostBytes() {
        return head.size() + (counted ? 2 : 0) + mostGroups * group.length + 1;
    }

    /** Writes the head. @return where the first group goes */
    public int begin(byte[] into) {
        for (int i = 0; i < head.size(); i++) into[i] = (byte) (int) head.get(i);
        return head.size() + (counted ? 2 : 0);
    }

    /** Writes a group. @return where the next goes */
    public int group(byte[] into, int at, int first, int last, int rgb) {
        int i = at;
        if (group == Group.RUN_OF_EIGHT_BITS) {
            into[i++] = (byte) first;
            into[i++] = (byte) last;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int part = rgb >> shift & 0xFF;
                into[i++] = (byte) (part >> 7);
                into[i++] = (byte) (part & 0x7F);
            }
        } else {
            into[i++] = RGB_TYPE;
            into[i++] = (byte) first;
            for (int shift = 16; shift >= 0; shift -= 8) into[i++] = (byte) (rgb >> shift + 1 & 0x7F);
        }
        return i;
    }

    /** Writes the end, and the length where there is one. @return how many bytes the message has */
    public int end(byte[] into, int at) {
        if (counted) {
            int length = at - head.size() - 2;
            into[head.size()] = (byte) (length >> 7);
            into[head.size() + 1] = (byte) (length & 0x7F);
        }
        into[at] = (byte) END;
        return at + 1;
    }

    /** One light of a message that a unit was sent. */
    @FunctionalInterface
    public interface Painted {
        void light(int number, int rgb);
    }

    /** Reads a message as the unit does. @return false where it is none of these, or ends early */
    public boolean read(byte[] bytes, int length, Painted painted) {
        int at = head.size() + (counted ? 2 : 0);
        if (length < at + 1 || (bytes[length - 1] & 0xFF) != END) return false;
        for (int i = 0; i < head.size(); i++) if ((bytes[i] & 0xFF) != head.get(i)) return false;
        int size = length - 1 - at;
        if (counted && (bytes[head.size()] << 7 | bytes[head.size() + 1]) != size) return false;
        if (size % group.length != 0) return false;
        for (int i = at; i < length - 1; i += group.length) {
            if (group == Group.RUN_OF_EIGHT_BITS) {
                int rgb = 0;
                for (int part = 2; part < group.length; part += 2)
                    rgb = rgb << 8 | (bytes[i + part] & 1) << 7 | bytes[i + part + 1];
                for (int light = bytes[i]; light <= bytes[i + 1]; light++) painted.light(light, rgb);
            } else if (bytes[i] == RGB_TYPE) {
                painted.light(bytes[i + 1], bytes[i + 2] << 17 | bytes[i + 3] << 9 | bytes[i + 4] << 1);
            }
        }
        return true;
    }
}
