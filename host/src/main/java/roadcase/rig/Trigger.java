package roadcase.rig;

import java.util.Arrays;
import java.util.List;
import roadcase.rig.Cells.Cell;
import roadcase.route.Event;
import roadcase.route.Step;

/**
 * When a line of values is a trigger: once as the value comes where the line wants it, and not again until it has been
 * elsewhere. A line that wants no values in particular wants the upper half; of a bend, the upper half of its upward
 * way, so that one at rest is elsewhere. Kept for each channel and number by itself, and over reloads.
 *
 * <p>The Conductor's thread; allocates nothing while playing.
 */
final class Trigger implements Cell {
    private static final int HALF_UP = 8_192 + 4_096;

    private final int numbers;
    private final long[] there;

    /** @param numbers of each channel that the line may let in: 128, or 16,384 where it asks for parameters */
    Trigger(int numbers) {
        this.numbers = numbers;
        there = new long[16 * numbers / Long.SIZE];
    }

    static Trigger of(List<Step> steps) {
        boolean parameters = steps.stream().anyMatch(s -> s instanceof Step.Parameters || s instanceof Step.Filter);
        return new Trigger(parameters ? 16_384 : 128);
    }

    /** Whether a line says which values it wants. */
    static boolean wantsValues(List<Step> steps) {
        return steps.stream().anyMatch(s -> s instanceof Step.Within || s instanceof Step.Scale
                || s instanceof Step.Filter f && f.does() != Step.Filter.Does.CHANGE && !f.data2().isEmpty());
    }

    private static boolean isValue(Event in) {
        return in.kind != Event.NOTE_ON && in.kind != Event.NOTE_OFF && in.kind != Event.PROGRAM;
    }

    /** A message has run through a line. @return whether it fires */
    boolean fires(Event in, boolean wantsValues) {
        if (!isValue(in)) return true;
        if (!wantsValues && in.value < (in.kind == Event.PITCH_BEND ? HALF_UP : (in.max + 1) / 2)) {
            elsewhere(in);
            return false;
        }
        int i = place(in);
        boolean was = (there[i >> 6] >> i & 1) != 0;
        there[i >> 6] |= 1L << i;
        return !was;
    }

    /** Whether it would fire; changes nothing. */
    boolean wouldFire(Event in, boolean wantsValues) {
        if (!isValue(in)) return true;
        if (!wantsValues && in.value < (in.kind == Event.PITCH_BEND ? HALF_UP : (in.max + 1) / 2)) return false;
        int i = place(in);
        return (there[i >> 6] >> i & 1) == 0;
    }

    /** A message was stopped by the line. */
    void stopped(Event in) {
        if (isValue(in)) elsewhere(in);
    }

    private void elsewhere(Event in) {
        int i = place(in);
        there[i >> 6] &= ~(1L << i);
    }

    private int place(Event in) {
        return (in.channel - 1) * numbers + in.number % numbers;
    }

    /** The input is gone: where its controllers stand is unknown. */
    void forget() {
        Arrays.fill(there, 0);
    }
}
