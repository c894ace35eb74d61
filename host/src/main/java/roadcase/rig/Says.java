package roadcase.rig;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import roadcase.midi.Kind;
import roadcase.rig.plan.Labels;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.SliderPlan;
import roadcase.route.Accept;
import roadcase.route.Event;
import roadcase.route.Shape;
import roadcase.route.Step;

/**
 * What may come out of a line or a slider, as far as its words tell; where they do not, anything.
 *
 * @param kinds which messages
 * @param low lowest number of a note, CC or program, {@code high} the highest
 */
record Says(Set<Kind> kinds, int channelLow, int channelHigh, int low, int high) {
    private static final Says ANYTHING = new Says(EnumSet.allOf(Kind.class), 1, 16, 0, 127);

    static Says of(RoutePlan line) {
        List<Step> steps = line.steps();
        if (!steps.stream().allMatch(Says::isPlain)) return ANYTHING;
        Accept in = Accept.of(steps);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) if (in.takes(kind)) kinds.add(kind);
        Says says = new Says(kinds, in.channelLow(), in.channelHigh(), 127, 0);
        for (Kind kind : kinds)
            if (kind.ordinal() <= Event.PROGRAM)
                says = says.numbers(Math.min(says.low, in.low(kind.ordinal())),
                        Math.max(says.high, in.high(kind.ordinal())));
        for (Step step : steps) {
            if (step instanceof Step.Transpose) says = says.numbers(0, 127);
            else if (step instanceof Step.ToChannel to) says = says.onChannel(to.channel());
            else if (step instanceof Step.Becomes b) says = shaped(b.shape(), says.channelLow, says.channelHigh);
        }
        return says;
    }

    /** What is left of it when it has gone through a line. */
    Says through(RoutePlan line) {
        Says out = of(line);
        boolean becomes = has(line, Step.Becomes.class) || !line.steps().stream().allMatch(Says::isPlain);
        if (becomes) return out;
        Set<Kind> both = EnumSet.noneOf(Kind.class);
        for (Kind kind : out.kinds) if (kinds.contains(kind)) both.add(kind);
        boolean moved = has(line, Step.Transpose.class);
        boolean there = has(line, Step.ToChannel.class);
        return new Says(both, there ? out.channelLow : Math.max(channelLow, out.channelLow),
                there ? out.channelHigh : Math.min(channelHigh, out.channelHigh),
                moved ? out.low : Math.max(low, out.low), moved ? out.high : Math.min(high, out.high));
    }

    private static boolean has(RoutePlan line, Class<? extends Step> kind) {
        return line.steps().stream().anyMatch(kind::isInstance);
    }

    private static boolean isPlain(Step step) {
        return step instanceof Step.Kinds || step instanceof Step.Ignoring || step instanceof Step.Channels
                || step instanceof Step.Numbers || step instanceof Step.Zone || step instanceof Step.Velocities
                || step instanceof Step.Transpose || step instanceof Step.ToChannel || step instanceof Step.VelocityInto
                || step instanceof Step.Scale || step instanceof Step.Within || step instanceof Step.Becomes
                || step instanceof Step.Quantise || step instanceof Step.After;
    }

    static Says of(SliderPlan slider) {
        Labels labels = slider.labels();
        boolean speaks = !labels.before().isEmpty() || !labels.after().isEmpty()
                || labels.items().stream().anyMatch(l -> !l.commands().isEmpty());
        return speaks ? ANYTHING : shaped(slider.shape(), slider.channel(), slider.channel());
    }

    private static Says shaped(Shape shape, int channelLow, int channelHigh) {
        Set<Kind> kinds = switch (shape.form()) {
            case NOTE -> EnumSet.of(Kind.NOTE_ON, Kind.NOTE_OFF);
            case CC, CC14, NRPN, RPN -> EnumSet.of(Kind.CC);
            case PROGRAM -> EnumSet.of(Kind.PROGRAM);
            case PITCH_BEND -> EnumSet.of(Kind.PITCH_BEND);
            case AFTERTOUCH -> EnumSet.of(Kind.AFTERTOUCH);
            case KEY_AFTERTOUCH -> EnumSet.of(Kind.KEY_AFTERTOUCH);
        };
        boolean pairs = EnumSet.of(Shape.Form.CC14, Shape.Form.NRPN, Shape.Form.RPN).contains(shape.form());
        return new Says(kinds, channelLow, channelHigh, pairs ? 0 : Math.min(shape.low(), shape.high()),
                pairs ? 127 : Math.max(shape.low(), shape.high()));
    }

    private Says numbers(int from, int to) {
        return new Says(kinds, channelLow, channelHigh, from, to);
    }

    private Says onChannel(int channel) {
        return new Says(kinds, channel, channel, low, high);
    }

    /** Whether a line that begins with these steps may let some of it in. */
    boolean isHeardBy(RoutePlan line) {
        if (has(line, Step.Parameters.class) || has(line, Step.Pairs.class)) return kinds.contains(Kind.CC);
        Accept in = Accept.of(line.steps());
        for (Kind kind : kinds) {
            if (!in.takes(kind)) continue;
            if (!kind.isChannel()) return true;
            if (channelHigh < in.channelLow() || channelLow > in.channelHigh()) continue;
            boolean numbered = kind.ordinal() <= Event.PROGRAM;
            if (!numbered || high >= in.low(kind.ordinal()) && low <= in.high(kind.ordinal())) return true;
        }
        return false;
    }
}
