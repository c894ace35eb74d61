package roadcase.route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import roadcase.midi.Kind;

/**
 * The steps of a route, prepared: each message runs through them in order until one stops it.
 *
 * <p>{@link #run} allocates nothing; immutable, any thread.
 */
public final class Chain {
    /** One prepared step. */
    interface Op {
        /** @return false where the message stops here */
        boolean apply(Event e);
    }

    private final Op[] ops;
    private final List<Step> steps;

    private Chain(List<Op> ops, List<Step> steps) {
        this.ops = ops.toArray(Op[]::new);
        this.steps = List.copyOf(steps);
    }

    /**
     * Prepares steps.
     *
     * @param steps those that {@link Accept} has not answered; waiting steps are left out, they are the player's
     * @param numberLow the smallest number that can come in, {@code numberHigh} the largest: what {@code becomes}
     *     stretches from
     */
    public static Chain of(List<Step> steps, int numberLow, int numberHigh) {
        List<Op> ops = new ArrayList<>();
        List<Step> run = new ArrayList<>();
        int low = numberLow;
        int high = numberHigh;
        for (Step step : steps) {
            Op op = op(step, low, high);
            if (op != null) {
                ops.add(op);
                run.add(step);
            }
            if (step instanceof Step.Transpose s) {
                low = within(low + s.semitones());
                high = within(high + s.semitones());
            } else if (step instanceof Step.Numbers s) {
                low = Math.min(Math.max(low, s.low()), s.high());
                high = Math.max(Math.min(high, s.high()), s.low());
            } else if (step instanceof Step.Parameters s) {
                low = s.low();
                high = s.high();
            } else if (step instanceof Step.Filter s && s.does() != Step.Filter.Does.DROP && !s.data1().isEmpty()) {
                int[] ends = numbers(s, low, high);
                low = ends[0];
                high = ends[1];
            } else if (step instanceof Step.Becomes s) {
                low = Math.min(s.shape().low(), s.shape().high());
                high = Math.max(s.shape().low(), s.shape().high());
            }
        }
        return new Chain(ops, run);
    }

    /** The smallest and the largest number that leave a filter. */
    private static int[] numbers(Step.Filter filter, int low, int high) {
        boolean rest = filter.does() == Step.Filter.Does.CHANGE;
        int least = rest ? low : Integer.MAX_VALUE;
        int most = rest ? high : Integer.MIN_VALUE;
        for (Range range : filter.data1()) {
            least = Math.min(least, Math.min(range.first(), range.last()));
            most = Math.max(most, Math.max(range.first(), range.last()));
        }
        return new int[] {least, most};
    }

    private static int within(int number) {
        return Math.max(0, Math.min(127, number));
    }

    /** @return false where a step stopped the message */
    public boolean run(Event e) {
        for (Op op : ops) if (!op.apply(e)) return false;
        return true;
    }

    /** The steps that {@link #run} runs, in order. */
    public List<Step> steps() {
        return steps;
    }

    /**
     * For whoever asks why: runs as {@link #run} does, and says where it ends. Where a step stops the message, {@code e}
     * is as it came to that step.
     *
     * @return the place in {@link #steps} of the step that stopped it, or -1
     */
    public int stoppedAt(Event e) {
        Event before = new Event();
        for (int i = 0; i < ops.length; i++) {
            before.copy(e);
            if (ops[i].apply(e)) continue;
            e.copy(before);
            return i;
        }
        return -1;
    }

    private static Op op(Step step, int numberLow, int numberHigh) {
        if (step instanceof Step.Kinds s) {
            boolean[] in = flags(s.kinds());
            return e -> in[e.kind];
        }
        if (step instanceof Step.Ignoring s) {
            boolean[] out = flags(s.kinds());
            for (EventKind kind : s.joined()) out[kind.ordinal()] = true;
            return e -> !out[e.kind];
        }
        if (step instanceof Step.Channels s) return e -> e.channel >= s.low() && e.channel <= s.high();
        if (step instanceof Step.Numbers s)
            return e -> e.kind >= Event.AFTERTOUCH && e.kind != Event.CC14 || e.number >= s.low() && e.number <= s.high();
        if (step instanceof Step.Parameters s) {
            int kind = s.kind().ordinal();
            return e -> e.kind == kind && e.number >= s.low() && e.number <= s.high();
        }
        if (step instanceof Step.Zone s)
            return e -> e.kind > Event.KEY_AFTERTOUCH
                    ? e.kind != Event.PROGRAM
                    : e.number >= s.low() && e.number <= s.high();
        if (step instanceof Step.Velocities s)
            return e -> e.kind == Event.NOTE_OFF
                    || e.kind == Event.NOTE_ON && e.value >= s.low() && e.value <= s.high();
        if (step instanceof Step.Transpose s) return e -> {
            if (e.kind > Event.KEY_AFTERTOUCH) return true;
            e.number += s.semitones();
            return e.number >= 0 && e.number <= 127;
        };
        if (step instanceof Step.ToChannel s) return e -> {
            e.channel = s.channel();
            return true;
        };
        if (step instanceof Step.VelocityInto s) return e -> {
            if (e.kind == Event.NOTE_ON) e.value = Math.max(1, Stretch.map(e.value, 1, 127, s.low(), s.high()));
            return true;
        };
        if (step instanceof Step.Scale s) return e -> {
            if (e.value < s.fromLow() || e.value > s.fromHigh()) return false;
            e.value = Stretch.map(e.value, s.fromLow(), s.fromHigh(), s.toLow(), s.toHigh());
            return true;
        };
        if (step instanceof Step.Within s) return e -> e.kind != Event.NOTE_ON && e.kind != Event.NOTE_OFF
                && e.kind != Event.PROGRAM && e.value >= s.low() && e.value <= s.high();
        if (step instanceof Step.Swapped) return Chain::swap;
        if (step instanceof Step.Filter s) return new Filtering(s);
        if (step instanceof Step.Becomes s) return becomes(s.shape(), numberLow, numberHigh);
        return null;
    }

    private static boolean[] flags(Set<Kind> kinds) {
        boolean[] flags = new boolean[Event.KINDS];
        for (Kind kind : EnumSet.range(Kind.NOTE_OFF, Kind.PITCH_BEND)) flags[kind.ordinal()] = kinds.contains(kind);
        flags[Event.CC14] = flags[Event.CC];
        return flags;
    }

    /** What has one byte only stays as it is; a note as loud as 0 begins nothing. */
    private static boolean swap(Event e) {
        switch (e.kind) {
            case Event.PROGRAM, Event.AFTERTOUCH -> { }
            case Event.PITCH_BEND -> e.value = (e.value & 0x7F) << 7 | e.value >> 7;
            case Event.CC14 -> e.set(Event.CC, e.channel, e.value >> 7, e.number);
            case Event.NOTE_ON -> {
                if (e.number == 0) return false;
                e.set(Event.NOTE_ON, e.channel, e.value, e.number);
            }
            default -> e.set(e.kind, e.channel, e.value, e.number);
        }
        return true;
    }

    /**
     * Numbers are stretched where the target has many; values are stretched from their whole range. A key that goes up
     * has value 0, so a CC made of a note falls back when the key does; a program is chosen by note number or by value.
     */
    private static Op becomes(Shape shape, int fromLow, int fromHigh) {
        return e -> {
            boolean isNote = e.kind <= Event.NOTE_ON;
            int value = e.kind == Event.NOTE_OFF ? 0 : e.value;
            int number = shape.low() == shape.high() ? shape.low() : stretched(e.number, fromLow, fromHigh, shape);
            switch (shape.form()) {
                case NOTE -> {
                    int velocity = Stretch.map(value, 0, e.max, 0, 127);
                    e.set(velocity == 0 ? Event.NOTE_OFF : Event.NOTE_ON, e.channel, number,
                            isNote && value == 0 ? e.value : velocity);
                }
                case CC -> e.set(Event.CC, e.channel, number, valued(value, e.max, shape));
                case PROGRAM -> {
                    if (e.kind == Event.NOTE_OFF) return false;
                    int program = isNote
                            ? stretched(e.number, fromLow, fromHigh, shape)
                            : Stretch.map(value, 0, e.max, shape.low(), shape.high());
                    e.set(Event.PROGRAM, e.channel, program, program);
                }
                case PITCH_BEND -> e.set(Event.PITCH_BEND, e.channel, 0, valued(value, e.max, shape));
                case AFTERTOUCH -> e.set(Event.AFTERTOUCH, e.channel, 0, valued(value, e.max, shape));
                case KEY_AFTERTOUCH -> e.set(Event.KEY_AFTERTOUCH, e.channel, number, valued(value, e.max, shape));
                case CC14 -> e.set(Event.CC14, e.channel, number, valued(value, e.max, shape));
                case NRPN -> e.set(Event.NRPN, e.channel, number, valued(value, e.max, shape));
                case RPN -> e.set(Event.RPN, e.channel, number, valued(value, e.max, shape));
            }
            return true;
        };
    }

    private static int valued(int value, int max, Shape shape) {
        return Stretch.map(value, 0, max, shape.valueLow(), shape.valueHigh());
    }

    /** What is no note may have a number outside of the notes' range; it counts as the nearest. */
    private static int stretched(int number, int fromLow, int fromHigh, Shape shape) {
        return Stretch.map(Math.max(fromLow, Math.min(fromHigh, number)), fromLow, fromHigh, shape.low(), shape.high());
    }
}
