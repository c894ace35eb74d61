package roadcase.rig;

import java.util.Arrays;
import roadcase.midi.Kind;
import roadcase.midi.Packed;

/**
 * Which parameter (NRPN, RPN) is selected on each channel of each output, and which one each source believes to be.
 * Where sources meet on one output, a value goes to the parameter that its own sender selected: it is selected again
 * first where somebody else came in between, and where a sender selected none, none is.
 *
 * <p>The Conductor's thread; allocates only when a source is met for the first time.
 */
final class Selections {
    /** For what no port sent: a script. */
    static final int NOBODY = -1;

    private static final int NRPN = 1 << 16;
    private static final int RPN = 2 << 16;
    private static final int NONE = 0;
    private static final int BROKEN = -1;
    private static final int NULL = 127;
    private static final int UNKNOWN_HALF = 0xFF;

    /** Where messages go. */
    @FunctionalInterface
    interface Way {
        boolean send(int out, int packed);
    }

    private final int[][] wire = new int[PortTable.MOST][];
    private final Believed[] believed = new Believed[PortTable.MOST * 16];

    /** What the sources of one output and channel believe; few, so that looking through them is quick. */
    private static final class Believed {
        private int[] sources = new int[2];
        private int[] selections = new int[2];
        private int size;

        private int place(int source) {
            for (int i = 0; i < size; i++) if (sources[i] == source) return i;
            if (size == sources.length) {
                sources = Arrays.copyOf(sources, size * 2);
                selections = Arrays.copyOf(selections, size * 2);
            }
            sources[size] = source;
            selections[size] = NONE;
            return size++;
        }
    }

    /** A source is a channel of an input. */
    static int source(int input, int channel) {
        return input * 16 + channel - 1;
    }

    /** An output is somebody else now, who has nothing selected. */
    void forget(int out) {
        wire[out] = null;
    }

    /** After a whole parameter that left none selected. */
    void none(int out, int channel) {
        wire(out)[channel - 1] = NONE;
    }

    /** Something went out in part: nobody knows what is selected. */
    void broken(int out, int channel) {
        wire(out)[channel - 1] = BROKEN;
    }

    private int[] wire(int out) {
        if (wire[out] == null) wire[out] = new int[16];
        return wire[out];
    }

    /** Sends a CC that is a part of a parameter, as its sender meant it. @return false where it could not be sent */
    boolean send(int out, int packed, int source, Way way) {
        int channel = Packed.channel(packed);
        int number = Packed.data1(packed);
        int[] now = wire(out);
        int at = out * 16 + channel - 1;
        if (believed[at] == null) believed[at] = new Believed();
        Believed all = believed[at];
        int place = all.place(source);
        if (number >= 98) {
            all.selections[place] = half(all.selections[place], number, Packed.data2(packed));
            now[channel - 1] = half(now[channel - 1], number, Packed.data2(packed));
        } else if (all.selections[place] != now[channel - 1]) {
            boolean selected = select(out, channel, all.selections[place], way);
            now[channel - 1] = selected ? all.selections[place] : BROKEN;
            if (!selected) return false;
        }
        boolean sent = way.send(out, packed);
        if (!sent && number >= 98) now[channel - 1] = BROKEN;
        return sent;
    }

    private static int half(int selection, int number, int value) {
        int kind = number >= 100 ? RPN : NRPN;
        int halves = (selection & ~0xFFFF) == kind ? selection & 0xFFFF : UNKNOWN_HALF << 8 | UNKNOWN_HALF;
        boolean high = number == 99 || number == 101;
        halves = high ? halves & 0xFF | value << 8 : halves & 0xFF00 | value;
        return halves == (NULL << 8 | NULL) ? NONE : kind | halves;
    }

    private static boolean select(int out, int channel, int selection, Way way) {
        int high = selection >> 8 & 0xFF;
        int low = selection & 0xFF;
        if (selection == NONE) {
            high = NULL;
            low = NULL;
        }
        int cc = (selection & ~0xFFFF) == NRPN ? 98 : 100;
        return (high == UNKNOWN_HALF || way.send(out, Packed.of(Kind.CC, channel, cc + 1, high)))
                && (low == UNKNOWN_HALF || way.send(out, Packed.of(Kind.CC, channel, cc, low)));
    }
}
