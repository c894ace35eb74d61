package roadcase.rig;

import java.util.Set;
import roadcase.rig.Cells.KnobCell;
import roadcase.route.Event;

/**
 * The knobs of a port's line that take hold softly: one for each controller and channel that the line lets in. Of
 * parameters (NRPN, RPN, 14-bit CC) the first {@link #NUMBERS} have one; a line that takes more passes those as they are.
 *
 * <p>The Conductor's thread; allocates nothing while playing.
 */
final class SoftFlow {
    static final int NUMBERS = 128;

    final int input;
    private final int joinedKind;
    private final int joinedFirst;
    /** By channel from 0 and number, CCs first, then what is joined; null where the line lets nothing in. */
    private final KnobCell[][] knobs = new KnobCell[2 * 16][];
    private boolean wasActive;

    /** Where a controller stands, or -1. */
    @FunctionalInterface
    interface Positions {
        int last(int input, int kind, int channel, int number);
    }

    /** Told of each knob. */
    @FunctionalInterface
    interface Visitor {
        void knob(int kind, int channel, int number, KnobCell knob);
    }

    /**
     * @param joinedKind {@link Event#NRPN}, {@link Event#RPN} or {@link Event#CC14}; another where none is taken
     * @param joinedFirst the first number that is taken of it
     */
    SoftFlow(int input, int joinedKind, int joinedFirst) {
        this.input = input;
        this.joinedKind = joinedKind;
        this.joinedFirst = joinedFirst;
    }

    void add(int kind, int channel, int number, KnobCell knob) {
        int row = row(kind, channel);
        if (knobs[row] == null) knobs[row] = new KnobCell[NUMBERS];
        knobs[row][kind == Event.CC ? number : number - joinedFirst] = knob;
    }

    private static int row(int kind, int channel) {
        return (kind == Event.CC ? 0 : 16) + channel - 1;
    }

    /** Null where this controller is none of the line's. */
    KnobCell knob(int kind, int channel, int number) {
        if (kind != Event.CC && kind != joinedKind) return null;
        KnobCell[] row = knobs[row(kind, channel)];
        int i = kind == Event.CC ? number : number - joinedFirst;
        return row == null || i < 0 || i >= NUMBERS ? null : row[i];
    }

    /** The largest value of a kind. */
    static int top(int kind) {
        return kind == Event.CC ? 127 : 16_383;
    }

    void visit(Visitor visitor) {
        for (int row = 0; row < knobs.length; row++) {
            if (knobs[row] == null) continue;
            int kind = row < 16 ? Event.CC : joinedKind;
            for (int i = 0; i < NUMBERS; i++)
                if (knobs[row][i] != null)
                    visitor.knob(kind, row % 16 + 1, kind == Event.CC ? i : joinedFirst + i, knobs[row][i]);
        }
    }

    /** The line's place holds now, or not: where it begins to, its knobs have a new meaning. */
    void active(boolean is, Positions positions) {
        if (is && !wasActive) letGo(positions, Set.of());
        wasActive = is;
    }

    /** After a reload: what had the same meaning before keeps its hold. */
    void takeOver(boolean is, Positions positions, Set<KnobCell> before) {
        wasActive = is;
        if (is) letGo(positions, before);
    }

    private void letGo(Positions positions, Set<KnobCell> but) {
        for (int row = 0; row < knobs.length; row++) {
            if (knobs[row] == null) continue;
            int kind = row < 16 ? Event.CC : joinedKind;
            for (int i = 0; i < NUMBERS; i++) {
                KnobCell knob = knobs[row][i];
                if (knob != null && !but.contains(knob))
                    knob.pickup.letGo(positions.last(input, kind, row % 16 + 1, kind == Event.CC ? i : joinedFirst + i));
            }
        }
    }

    void collect(Set<KnobCell> into) {
        if (!wasActive) return;
        for (KnobCell[] row : knobs) {
            if (row == null) continue;
            for (KnobCell knob : row) if (knob != null) into.add(knob);
        }
    }
}
