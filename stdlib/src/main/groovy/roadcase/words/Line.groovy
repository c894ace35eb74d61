package roadcase.words

import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.RoutePlan.Between
import roadcase.rig.plan.RoutePlan.Looks
import roadcase.rig.plan.RoutePlan.Mode
import roadcase.rig.plan.RoutePlan.Press
import roadcase.rig.plan.RoutePlan.Takeover
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.route.EventKind
import roadcase.route.Range
import roadcase.route.Shape
import roadcase.route.Step
import roadcase.route.Step.Filter.Does
import roadcase.units.Span

/**
 * A line of a script as far as it is said: every flow of the language is one, seen through the words that fit it.
 *
 * <p>Immutable. {@link LineEnd} gives it to the rig.
 * Errors: {@link roadcase.rig.plan.RigError} for numbers that MIDI has not.
 */
final class Line implements Values, Toggles {
    private static final int TOP = 127
    private static final int FINE_TOP = 16383
    private static final int BEND_MIDDLE = 8192

    private final RigBuilder rig
    private final Source source
    private final List<Step> steps
    private final Press press
    private final Takeover takeover
    private final Between between
    private final boolean echo
    private final Looks looks

    Line(RigBuilder rig, Source source) {
        this(rig, source, List.<Step> of(), Press.PLAIN, Takeover.JUMP, null, false, Looks.PLAIN)
    }

    private Line(RigBuilder rig, Source source, List<Step> steps, Press press, Takeover takeover, Between between,
            boolean echo, Looks looks) {
        this.rig = rig
        this.source = source
        this.steps = steps
        this.press = press
        this.takeover = takeover
        this.between = between
        this.echo = echo
        this.looks = looks
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
        new Line(rig, source, more, press, takeover, between, echo, looks)
    }

    private Line pressed(Press meaning) {
        new Line(rig, source, steps, meaning, takeover, between, echo, looks)
    }

    private Line taken(Mode mode, int distance) {
        new Line(rig, source, steps, press, new Takeover(mode, distance), between, echo, looks)
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
        steps.any { Step step -> step instanceof Step.Mpe } ? loudWhole(ends) : then(new Step.Velocities(ends.first, ends.last))
    }

    /** Of an MPE keyboard the bends and pressure of a note stay with it. */
    private Line loudWhole(Ends ends) {
        List<Range> others = []
        if (ends.first > 0) others << Range.is(0, ends.first - 1)
        if (ends.last < TOP) others << Range.is(ends.last + 1, TOP)
        if (others.isEmpty()) return this
        then(new Step.Filter(Does.DROP, Map.of(EventKind.NOTE_ON, EventKind.NOTE_ON), List.<Range> of(), List.<Range> of(), others))
    }

    Line expressive(int lower, int upper) {
        if (lower < 0 || upper < 0 || lower > 15 || upper > 15 || lower + upper > (lower > 0 && upper > 0 ? 14 : 15) || lower + upper == 0)
            throw rig.error("mpe(lower: $lower, upper: $upper); one zone has 1 to 15 channels besides its first, two have 14 together")
        then(new Step.Mpe(lower, upper))
    }

    Line parameters(EventKind kind, Quantity what, IntRange range) {
        Ends ends = what.source(rig, range)
        then(new Step.Parameters(kind, ends.first, ends.last))
    }

    /** CC n and n + 32 are one value, wherever this line is used. */
    Line pairs(IntRange range, IntRange channels) {
        Ends ends = Quantity.CC14.source(rig, range)
        Ends on = Quantity.CHANNEL.source(rig, channels)
        then(new Step.Pairs(ends.first, ends.last, on.first, on.last))
    }

    Line filtered(Does does,
            @DelegatesTo(value = FilterBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> what) {
        FilterBlock block = new FilterBlock(rig, does)
        Block.read(block, what)
        then(block.finished())
    }

    Line without(Traffic... kinds) {
        if (kinds.length == 0) throw rig.error("'ignoring' needs what to ignore: ignoring(SYSEX, CLOCK, SENSE)")
        Set<Kind> all = EnumSet.noneOf(Kind)
        Set<EventKind> joined = EnumSet.noneOf(EventKind)
        for (Traffic kind : kinds) {
            all.addAll(kind.kinds())
            if (kind.joined() != null) joined << kind.joined()
        }
        then(new Step.Ignoring(Collections.unmodifiableSet(all), Collections.unmodifiableSet(joined)))
    }

    Line part(String name, IntRange keys) {
        if (name == null || name.isBlank()) throw rig.error("a zone needs a name: zone('Bass', 0..34)")
        Ends ends = Quantity.NOTE.source(rig, keys)
        then(new Step.Zone(rig.written(name), ends.first, ends.last))
    }

    // what changes

    Line bytesSwapped() {
        then(new Step.Swapped())
    }

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
        Quantity values = values()
        Ends source = values.source(rig, from)
        Ends target = values.target(rig, to)
        int middle = isBend() ? BEND_MIDDLE : 0
        then(new Step.Scale(source.first + middle, source.last + middle, target.first + middle, target.last + middle))
    }

    /** What the values of this line are, as far as it is said. */
    private Quantity values() {
        if (isBend()) return Quantity.BEND
        isFine() ? Quantity.FINE_VALUE : Quantity.VALUE
    }

    /** Whether values have 14 bits, going by the last word that says so. */
    private boolean isFine() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps[i]
            if (step instanceof Step.Becomes) return ((Step.Becomes) step).shape().form().mostValue() > TOP
            if (step instanceof Step.Parameters) return true
            if (step instanceof Step.Pairs) return isPaired((Step.Pairs) step)
        }
        isBend()
    }

    /** Whether the CCs that this line lets in are all pairs. */
    private boolean isPaired(Step.Pairs pairs) {
        if (!steps.contains(new Step.Kinds(Set.of(Kind.CC)))) return false
        steps.any { Step step ->
            step instanceof Step.Numbers && ((Step.Numbers) step).low() >= pairs.low() && ((Step.Numbers) step).high() <= pairs.high()
        }
    }

    Line above(int value) {
        wanting('above', value, value + 1, isBend() ? BEND_MIDDLE - 1 : isFine() ? FINE_TOP : TOP)
    }

    Line below(int value) {
        wanting('below', value, isBend() ? -BEND_MIDDLE : 0, value - 1)
    }

    Line exactly(int value) {
        wanting('exactly', value, value, value)
    }

    /** Bends are counted from their middle, as in {@code bend(0)}. */
    private Line wanting(String word, int value, int low, int high) {
        values().checked(rig, value)
        if (low > high) throw rig.error("$word($value) lets nothing pass")
        int middle = isBend() ? BEND_MIDDLE : 0
        then(new Step.Within(low + middle, high + middle))
    }

    Line quantised(Span grid, Clock clock) {
        if (!grid.isMusic() || grid.isNegative())
            throw rig.error("quantise($grid); the grid is music, such as 1.bar or 0.5.beats")
        then(new Step.Quantise(grid.inBeats(), grid.inBars(), clock.name()))
    }

    Line later(Span wait, Clock clock) {
        Later.checked(rig, wait)
        if (clock != null && !wait.isMusic())
            throw rig.error("after($wait, ...); a time is the same by every clock: say after($wait), or music such as 2.beats")
        then(new Step.After(wait.inNanos(), wait.inBeats(), wait.inBars(), clock?.name()))
    }

    Line atPlace(Span place, Clock clock) {
        if (place.inNanos() != 0L || place.isNegative())
            throw rig.error("at($place); a place is counted in music from the start, such as 8.bars")
        then(new Step.At(place.inBeats(), place.inBars(), clock.name()))
    }

    // what hands mean

    Line toggling() {
        pressed(Press.TOGGLE)
    }

    /** What the lights of toggles show; what is not said stays. */
    Line looking(Light on, Light off) {
        Looks said = new Looks(on?.shown() ?: looks.on(), off?.shown() ?: looks.off())
        new Line(rig, source, steps, press, takeover, between, echo, said)
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
        new Line(rig, source, steps, press, takeover, new Between(low, high), echo, looks)
    }

    Line echoing() {
        new Line(rig, source, steps, press, takeover, between, true, looks)
    }

    // where it ends

    RigBuilder rig() {
        rig
    }

    /** For a port the ends of a knob's way are values on the wire. */
    Line forPorts() {
        if (between == null) return this
        Quantity values = values()
        int low = values.checked(rig, (int) between.low())
        int high = values.checked(rig, (int) between.high())
        if (low != between.low() || high != between.high())
            throw rig.error("between(${between.low()}, ${between.high()}); a port takes whole values 0 to 127")
        int middle = isBend() ? BEND_MIDDLE : 0
        new Line(rig, source, steps, press, takeover, null, echo, looks)
                .then(new Step.Scale(0, isFine() ? FINE_TOP : TOP, low + middle, high + middle))
    }

    /** A bend counts from its middle, as {@code bend(0)} does, unless {@code between} says otherwise. */
    Line forNumbers() {
        if (between != null) return this
        if (isBend()) return spanning(-8192d, 8191d)
        isFine() ? spanning(0d, (double) FINE_TOP) : this
    }

    private boolean isBend() {
        steps.contains(new Step.Kinds(Set.of(Kind.PITCH_BEND))) && !steps.any { Step step -> step instanceof Step.Becomes }
    }

    /** The whole line, as it stands where the script is now. */
    RoutePlan endingAt(List<? extends Target> targets) {
        new RoutePlan(null, source, steps, press, takeover, between, echo, List.<Target> copyOf(targets),
                rig.place(), rig.origin(), looks)
    }
}
