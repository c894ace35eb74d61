package roadcase.rig;

import java.util.Set;
import roadcase.rig.Cells.KnobCell;

/**
 * The knobs of a port's line that take hold softly: one for each controller and channel that the line lets in.
 *
 * <p>The Conductor's thread; allocates nothing while playing.
 */
final class SoftFlow {
    final int input;
    /** By channel from 0 and number; null where the line lets nothing in. */
    private final KnobCell[][] knobs = new KnobCell[16][];
    private boolean wasActive;

    /** Where a controller stands, or -1. */
    @FunctionalInterface
    interface Positions {
        int last(int input, int channel, int number);
    }

    SoftFlow(int input) {
        this.input = input;
    }

    void add(int channel, int number, KnobCell knob) {
        if (knobs[channel - 1] == null) knobs[channel - 1] = new KnobCell[128];
        knobs[channel - 1][number] = knob;
    }

    /** Null where this controller is none of the line's. */
    KnobCell knob(int channel, int number) {
        KnobCell[] row = knobs[channel - 1];
        return row == null ? null : row[number];
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
        for (int channel = 1; channel <= 16; channel++)
            for (int number = 0; number < 128; number++) {
                KnobCell knob = knob(channel, number);
                if (knob != null && !but.contains(knob)) knob.pickup.letGo(positions.last(input, channel, number));
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
