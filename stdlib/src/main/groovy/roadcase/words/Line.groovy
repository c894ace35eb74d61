package roadcase.words

import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.RoutePlan.Between
import roadcase.rig.plan.RoutePlan.Mode
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.route.Shape
import roadcase.route.Step
import roadcase.units.Span

/**
 * A line of a script as far as it is said: every flow of the language is one, seen through the words that fit it.
 *
 * <p>Immutable. {@link LineEnd} gives it to the rig.
 * Errors: {@link roadcase.rig.plan.RigError} for numbers that MIDI has not.
 */
final class Line implements Values, Toggles {
    private final RigBuilder rig
    private final Source source
    private final List<Step> steps
    private final Press press
    private final Takeover takeover
    private final Between between
    private final boolean echo

    Line(RigBuilder rig, Source source) {
        this(rig, source, List.<Step> of(), Press.PLAIN, Takeover.JUMP, null, false)
    }

    private Line(RigBuilder rig, Source source, List<Step> steps, Press press, Takeover takeover, Between between,
            boolean echo) {
        this.rig = rig
        this.source = source
        this.steps = steps
        this.press = press
        this.takeover = takeover
        this.between = between
        this.echo = echo
    }

    @Override
    Line line() {
        this
    }

    @Override
    String from() {
        switch (source) {
            case Source.Port: return ((Source.Port) source).port().name()
            case Source.Controls: return from((Source.Controls) source)
            default: return ((Source.OfValue) source).value()
        }
    }

    /** {@code MidiMix / mute 3}, or first and last of a row. */
    private static String from(Source.Controls touched) {
        List<String> names = touched.controls()
        String which = names.size() == 1 ? names[0] : "${names[0]} to ${names[-1]}"
        "${touched.device()} / $which"
    }

    private Line then(Step step) {
        List<Step> more = new ArrayList<>(steps)
        more.add(step)
        new Line(rig, source, more, press, takeover, between, echo)
    }

    private Line pressed(Press meaning) {
        new Line(rig, source, steps, meaning, takeover, between, echo)
    }

    private Line taken(Mode mode, int distance) {
        new Line(rig, source, steps, press, new Takeover(mode, distance), between, echo)
    }

    // what passes

    Line kinds(Kind... kinds) {
        then(new Step.Kinds(Set.of(kinds)))
    }

    Line number(Quantity what, int number) {
        what.checked(rig, number)
        then(new Step.Numbers(number, number))
    }

    Line numbers(Quantity what, IntRange range) {
        Ends ends = what.source(rig, range)
        then(new Step.Numbers(ends.first, ends.last))
    }

    @Override
    Values onChannel(int channel) {
        onChannel(channel..channel)
    }

    @Override
    Values onChannel(IntRange range) {
        Ends ends = Quantity.CHANNEL.source(rig, range)
        then(new Step.Channels(ends.first, ends.last))
    }

    Line velocities(IntRange range) {
        Ends ends = Quantity.VELOCITY.source(rig, range)
        then(new Step.Velocities(ends.first, ends.last))
    }

    Line without(Traffic... kinds) {
        if (kinds.length == 0) throw rig.error("'ignoring' needs what to ignore: ignoring(SYSEX, CLOCK, SENSE)")
        Set<Kind> all = EnumSet.noneOf(Kind)
        for (Traffic kind : kinds) all.addAll(kind.kinds())
        then(new Step.Ignoring(Collections.unmodifiableSet(all)))
    }

    Line part(String name, IntRange keys) {
        if (name == null || name.isBlank()) throw rig.error("a zone needs a name: zone('Bass', 0..34)")
        Ends ends = Quantity.NOTE.source(rig, keys)
        then(new Step.Zone(rig.written(name), ends.first, ends.last))
    }

    // what changes

    Line transposed(int semitones) {
        then(new Step.Transpose(Quantity.SEMITONES.checked(rig, semitones)))
    }

    @Override
    Values toChannel(int channel) {
        then(new Step.ToChannel(Quantity.CHANNEL.checked(rig, channel)))
    }

    @Override
    Values becomes(Shape shape) {
        then(new Step.Becomes(Shapes.checked(rig, shape)))
    }

    Line velocityInto(IntRange range) {
        Ends ends = Quantity.VELOCITY.target(rig, range)
        then(new Step.VelocityInto(ends.first, ends.last))
    }

    Line scaledOver(IntRange from, IntRange to) {
        Ends source = Quantity.VALUE.source(rig, from)
        Ends target = Quantity.VALUE.target(rig, to)
        then(new Step.Scale(source.first, source.last, target.first, target.last))
    }

    Line quantised(Span grid, Clock clock) {
        if (!grid.isMusic() || grid.isNegative())
            throw rig.error("quantise($grid); the grid is music, such as 1.bar or 0.5.beats")
        then(new Step.Quantise(grid.inBeats()))
    }

    Line later(Span wait) {
        if (wait.isNegative()) throw rig.error("after($wait); nobody can wait less than nothing")
        then(new Step.After(wait.inNanos(), wait.inBeats()))
    }

    // what hands mean

    Line toggling() {
        pressed(Press.TOGGLE)
    }

    Line pulsing() {
        pressed(Press.PULSE)
    }

    Line hysteresis(int distance) {
        taken(Mode.HYSTERESIS, Quantity.STEPS.checked(rig, distance))
    }

    Line pickup() {
        taken(Mode.PICKUP, 0)
    }

    Line scaled() {
        taken(Mode.SCALED, 0)
    }

    Line jump() {
        taken(Mode.JUMP, 0)
    }

    Line spanning(double low, double high) {
        new Line(rig, source, steps, press, takeover, new Between(low, high), echo)
    }

    Line echoing() {
        new Line(rig, source, steps, press, takeover, between, true)
    }

    // where it ends

    RigBuilder rig() {
        rig
    }

    /** For a port the ends of a knob's way are values on the wire. */
    Line forPorts() {
        if (between == null) return this
        int low = Quantity.VALUE.checked(rig, (int) between.low())
        int high = Quantity.VALUE.checked(rig, (int) between.high())
        if (low != between.low() || high != between.high())
            throw rig.error("between(${between.low()}, ${between.high()}); a port takes whole values 0 to 127")
        new Line(rig, source, steps, press, takeover, null, echo).then(new Step.Scale(0, 127, low, high))
    }

    /** A bend counts from its middle, as {@code bend(0)} does, unless {@code between} says otherwise. */
    Line forNumbers() {
        between == null && isBend() ? spanning(-8192d, 8191d) : this
    }

    private boolean isBend() {
        steps.contains(new Step.Kinds(Set.of(Kind.PITCH_BEND))) && !steps.any { Step step -> step instanceof Step.Becomes }
    }

    /** The whole line, as it stands where the script is now. */
    RoutePlan endingAt(List<? extends Target> targets) {
        new RoutePlan(null, source, steps, press, takeover, between, echo, List.<Target> copyOf(targets),
                rig.place(), rig.origin())
    }
}
