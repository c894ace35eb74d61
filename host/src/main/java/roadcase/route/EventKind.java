package roadcase.route;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an {@link Event} is: the seven channel messages of MIDI, and the three that are made of several CCs. The ordinal
 * is the event's {@code kind}.
 *
 * <p>Source of the limits: MIDI 1.0 Detailed Specification; an NRPN or RPN has 14 bits for its number and 14 for its
 * value, a 14-bit CC is CC n (0 to 31) with CC n + 32.
 */
public enum EventKind {
    NOTE_OFF("note off", 127, 127),
    NOTE_ON("note on", 127, 127),
    KEY_AFTERTOUCH("key aftertouch", 127, 127),
    CC("CC", 127, 127),
    PROGRAM("program change", 127, EventKind.NONE),
    AFTERTOUCH("aftertouch", EventKind.NONE, 127),
    PITCH_BEND("pitch bend", EventKind.NONE, 16383),
    NRPN("NRPN", 16383, 16383),
    RPN("RPN", 16383, 16383),
    CC14("14-bit CC", 31, 16383);

    /** For what a kind has not got. */
    public static final int NONE = -1;

    private static final EventKind[] ALL = values();
    private final String said;
    private final int mostNumber;
    private final int mostValue;

    EventKind(String said, int mostNumber, int mostValue) {
        this.said = said;
        this.mostNumber = mostNumber;
        this.mostValue = mostValue;
    }

    public static EventKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** The seven that are one message each: what a filter means that names no kinds. */
    public static Set<EventKind> plain() {
        return Collections.unmodifiableSet(EnumSet.range(NOTE_OFF, PITCH_BEND));
    }

    /** For people. */
    public String said() {
        return said;
    }

    /** The largest number (note, CC, program, parameter), or {@link #NONE}. */
    public int mostNumber() {
        return mostNumber;
    }

    /** The largest value, or {@link #NONE} for a program, which is all number. */
    public int mostValue() {
        return mostValue;
    }

    /** The largest {@code data1}: that of the first byte on the wire, or of the parameter's number. */
    int mostData1() {
        return this == AFTERTOUCH ? 127 : mostNumber;
    }

    /** The largest {@code data2}. */
    int mostData2() {
        return this == AFTERTOUCH ? NONE : mostValue;
    }

    /** Whether it is made of several CCs. */
    public boolean isJoined() {
        return ordinal() >= NRPN.ordinal();
    }

    /** Whether a line may speak of its value by the coarse byte alone: 0 to 127, with the fine one in tow. */
    boolean hasCoarse() {
        return this == PITCH_BEND || this == CC14;
    }
}
