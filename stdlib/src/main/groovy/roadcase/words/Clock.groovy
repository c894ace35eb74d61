package roadcase.words

import roadcase.docs.Word
import roadcase.midi.RealPort.Direction
import roadcase.rig.RigBuilder
import roadcase.rig.plan.ClockPlan
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.SwitchPlan
import roadcase.rig.plan.ValuePlan
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Span
import roadcase.units.Tempo

/** What keeps time for a gig; one for each source, however often it is named. */
@Spoken('a clock')
final class Clock {
    /** What Ableton Link accepts as a tempo, in beats per minute. */
    private static final double SLOWEST = 20d
    private static final double FASTEST = 999d
    private static final double USUAL = 120d
    /** Longer bars than any music has; a sixteenth is what a song position counts in. */
    private static final double LONGEST_BAR = 64d
    private static final double SIXTEENTH = 0.25d
    /** The last place that a song position can name, in beats. */
    private static final double LAST_PLACE = 4_096d

    private final RigBuilder rig
    private final ClockSource source
    private final PortPlan from
    private final Value tempo

    Clock(RigBuilder rig, ClockSource source, Gear from, Tempo start) {
        this.rig = rig
        this.source = source
        this.from = from == null ? null : port(rig, source, from)
        double bpm = start == null ? 0d : start.inBpm()
        if (start != null && (bpm < SLOWEST || bpm > FASTEST))
            throw rig.error("tempo $start; tempos are 20 to 999 bpm")
        ClockPlan plan = plan(bpm, 0d, 0d)
        rig.clock(plan)
        rig.sharedValue(new ValuePlan(plan.tempoName(), start == null ? USUAL : bpm, SLOWEST, FASTEST, rig.origin()))
        if (!plan.isHeard()) rig.toggleSwitch(new SwitchPlan(plan.playingName(), false, rig.origin()))
        tempo = plan.isHeard() ? Value.heard(rig, plan.tempoName()) : new Value(rig, plan.tempoName())
    }

    private static PortPlan port(RigBuilder rig, ClockSource source, Gear from) {
        if (source != ClockSource.MIDI_CLOCK)
            throw rig.error("clock($source) follows no port; what comes in at '${from.name()}' is clock(MIDI_CLOCK, ...)")
        PortPlan input = from.ports().find { PortPlan port -> port.direction() == Direction.INPUT }
        if (input == null) throw rig.error("clock(MIDI_CLOCK, ...) follows what comes in; '${from.name()}' is an output")
        input
    }

    private ClockPlan plan(double bpm, double bar, double first) {
        new ClockPlan(source.name(), from, bpm, bar, first, rig.origin())
    }

    /** Its written name. */
    @NotAWord
    String name() {
        plan(0d, 0d, 0d).name()
    }

    @Word(says = 'clock.tempo',
            meaning = 'The tempo as a value: show it, turn it, read it; that of a MIDI clock can only be read.',
            example = 'mix.master.between(60, 180).to(link.tempo)')
    Value getTempo() {
        tempo
    }

    @Word(says = 'clock.playing',
            meaning = 'Start and stop as a switch: of gear that follows the clock, and of everybody on Link.',
            example = '''
        synth.follows(link)
        mix.recArm[1].toggles().to(link.playing)''')
    Switch getPlaying() {
        ClockPlan plan = plan(0d, 0d, 0d)
        if (plan.isHeard()) throw rig.error("clock(MIDI_CLOCK) starts and stops with what comes in: it has no switch")
        new Switch(rig, plan.playingName())
    }

    @Builds
    @Word(says = 'clock.barsOf(3.beats)', meaning = 'How long its bars are; without it they have four beats.',
            example = '''
        def waltz = clock(INTERNAL, 180.bpm).barsOf(3.beats)
        keys.programs().quantise(1.bar, waltz).to(synth)''')
    Clock barsOf(Span bar) {
        double beats = bar.inBeats()
        if (beats < SIXTEENTH || beats > LONGEST_BAR || beats % SIXTEENTH != 0d)
            throw rig.error("barsOf($bar); a bar is 1.sixteenth to 64.beats long, in whole sixteenths, such as 3.beats")
        rig.clock(plan(0d, beats, 0d))
        this
    }

    @Builds
    @Word(says = 'clock.barsFrom(1.beat)', meaning = 'Where the first bar begins; what is before is a pick-up.',
            example = '''
        def band = clock(MIDI_CLOCK, keys).barsOf(3.beats).barsFrom(1.beat)
        keys.programs().quantise(1.bar, band).to(synth)''')
    Clock barsFrom(Span place) {
        double beats = place.inBeats()
        if (place.inNanos() != 0L || place.inBars() != 0d || beats < 0d || beats >= LAST_PLACE || beats % SIXTEENTH != 0d)
            throw rig.error("barsFrom($place); the first bar begins after whole sixteenths or beats, such as 1.beat")
        rig.clock(plan(0d, 0d, beats))
        this
    }
}
