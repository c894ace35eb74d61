package roadcase.rig

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import roadcase.midi.Kind
import roadcase.rig.plan.*
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.EventKind
import roadcase.route.Range
import roadcase.route.Shape
import roadcase.route.Step
import roadcase.route.Step.Filter.Does
import spock.lang.Specification

/** What is declared is played without allocating, and at a cost that does not grow with the number of routes. */
class HotPathSpec extends Specification {
    static final int MESSAGES = 100_000
    /** What measuring itself may take. */
    static final long MEASURING = 1_000

    final SmallGig gig = new SmallGig()

    private static StageUnderTest stage(SmallGig gig) {
        new StageUnderTest(gig.declared())
    }

    def "#what are played 100,000 times without a byte allocated"() {
        given:
        build.call(gig)
        def stage = stage(gig)

        expect:
        stage.allocated(messages.collect { it[0] } as String[], messages.collect { SmallGig.packed(it[1]) } as int[], MESSAGES) <= MEASURING
        stage.sent() > 0 || what.contains('silent')

        where:
        what                              | messages                                                                         | build
        'notes over two routes'           | [['keys', '90 3C 40'], ['keys', '80 3C 40']]                                     | { SmallGig g ->
            g.keys([new Step.Transpose(12), new Step.VelocityInto(40, 110), new Step.ToChannel(2)], g.synth(), g.piano())
            g.keys([], g.synth()) }
        'notes that nothing takes, silent' | [['keys', '90 3C 40'], ['keys', '80 3C 40'], ['pads', '80 01 01']]              | { SmallGig g ->
            g.keys([new Step.Kinds([Kind.CC] as Set)], g.synth()) }
        'pedals and controllers'          | [['keys', 'B0 40 7F'], ['pads', 'B0 40 7F'], ['keys', 'B0 40 10'], ['pads', 'B0 40 00'], ['keys', 'B0 01 22'], ['keys', 'E0 01 22'], ['keys', 'D0 10']] | { SmallGig g ->
            g.keys([], g.synth()); g.pads([], g.synth()) }
        'system messages'                 | [['keys', 'F8'], ['keys', 'FE'], ['keys', 'F2 01 02']]                           | { SmallGig g ->
            g.keys([], g.synth()) }
        'notes that become others'        | [['keys', '90 3C 40'], ['keys', '80 3C 40'], ['keys', 'B0 01 40'], ['keys', 'B0 01 00']] | { SmallGig g ->
            g.keys([new Step.Becomes(new Shape(Shape.Form.NOTE, 36, 51, 0, 127))], g.synth(), g.piano())
            g.keys([new Step.Becomes(new Shape(Shape.Form.CC, 16, 23, 10, 100))], g.synth()) }
        'filters, changes and splits'     | [['keys', '90 3C 40'], ['keys', '80 3C 40'], ['keys', 'B0 07 22'], ['keys', 'E0 01 40'], ['keys', '95 13 01'], ['keys', '85 13 01']] | { SmallGig g ->
            def all = EventKind.plain().collectEntries { [it, it] }
            g.keys([new Step.Filter(Does.ONLY, all, [new Range(1, 6, 6, 1)], [new Range(0, 127, 127, 0), new Range(60, 72, 48, 60)], [new Range(0, 127, 1, 100)])], g.synth(), g.piano())
            g.keys([new Step.Filter(Does.CHANGE, all, [], [Range.moved(19, 74, 20)], []), new Step.Swapped()], g.synth())
            g.keys([new Step.Filter(Does.DROP, [(EventKind.CC): EventKind.CC], [], [], []), new Step.Zone('Low', 0, 59), new Step.Transpose(12)], g.piano())
            g.keys([new Step.Filter(Does.ONLY, [(EventKind.CC): EventKind.NRPN], [], [Range.is(7, 7)], [new Range(0, 127, 0, 255)])], g.synth()) }
        'parameters in parts and whole'   | [['keys', 'B0 63 00'], ['keys', 'B0 62 08'], ['keys', 'B0 06 01'], ['keys', 'B0 26 7F'], ['keys', 'B0 65 7F'], ['keys', 'B0 64 7F'], ['pads', 'B0 63 00'], ['pads', 'B0 06 01'], ['keys', 'B0 07 01'], ['keys', 'B0 27 01'], ['keys', 'B0 07 02']] | { SmallGig g ->
            g.keys([new Step.Parameters(EventKind.NRPN, 0, 300), new Step.Becomes(new Shape(Shape.Form.NRPN, 9, 9, 0, 16383))], g.synth())
            g.keys([new Step.Parameters(EventKind.CC14, 7, 7)], g.synth())
            g.keys([new Step.Parameters(EventKind.NRPN, 8, 8), new Step.After(1_000, 0)], g.synth())
            g.keys([], g.synth())
            g.pads([], g.synth()) }
        'notes that wait'                 | [['keys', '90 3C 40'], ['keys', '80 3C 40']]                                     | { SmallGig g ->
            g.keys([new Step.After(1_000, 0)], g.synth()) }
        'ticks of MIDI clock, and what waits for them' | [['keys', 'F8'], ['pads', 'F8'], ['keys', '90 3C 40'], ['keys', 'F8'], ['keys', '80 3C 40']] | { SmallGig g ->
            g.keys([new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.Quantise(0.25d, 0d, 'MIDI_CLOCK of keys')], g.synth())
            g.builder.clock(new ClockPlan('MIDI_CLOCK', g.input('keys'), 0, 0, 0, g.here()))
            g.builder.clock(new ClockPlan('MIDI_CLOCK', g.input('pads'), 0, 0, 0, g.here()))
            g.builder.clock(new ClockPlan('MIDI_CLOCK', 0, g.here())) }
        'notes that wait for beats'       | [['keys', '90 3C 40'], ['keys', '80 3C 40']]                                     | { SmallGig g ->
            g.keys([new Step.After(0L, 0.001d, 0d, 'INTERNAL'), new Step.Quantise(0.001d, 0d, 'INTERNAL')], g.synth()) }
        'toggles, pulses, lights'         | [['The Box', '90 01 7F'], ['The Box', '80 01 7F'], ['The Box', '90 02 7F'], ['The Box', '80 02 7F'], ['The Box', '90 03 7F'], ['The Box', '80 03 7F']] | { SmallGig g ->
            g.box()
            g.controls(['pad 1'], Press.TOGGLE, [], g.synth())
            g.controls(['pad 2'], Press.PULSE, [], g.synth())
            g.controls(['pad 3'], Press.PLAIN, [], g.synth()) }
        'knobs that take hold'            | [['The Box', 'B0 14 10'], ['The Box', 'B0 14 20'], ['The Box', 'B0 15 30']]      | { SmallGig g ->
            g.box()
            g.route(new Source.Controls('Box', ['knob 1', 'knob 2']), [], Press.PLAIN, new Takeover(Mode.HYSTERESIS, 3), g.synth()) }
        'knobs of a port'                 | [['keys', 'B0 14 10'], ['keys', 'B0 14 20']]                                     | { SmallGig g ->
            g.route(new Source.Port(g.input('keys')), [new Step.Kinds([Kind.CC] as Set)], Press.PLAIN, new Takeover(Mode.PICKUP, 0), g.synth()) }
        'values and the tempo, silent'    | [['keys', 'B0 14 10'], ['keys', 'B0 14 20'], ['The Box', 'B0 14 22'], ['The Box', 'B0 14 24']] | { SmallGig g ->
            g.box()
            g.builder.clock(new ClockPlan('INTERNAL', 100, g.here()))
            g.builder.sharedValue(new ValuePlan(ClockPlan.tempoName('INTERNAL'), 100, 20, 999, g.here()))
            g.keys([], new Target.ToValue(ClockPlan.tempoName('INTERNAL')))
            g.controls(['knob 1'], Press.PLAIN, [], new Target.ToValue(ClockPlan.tempoName('INTERNAL'))) }
        'banks, layers and their lights'  | [['The Box', '90 01 7F'], ['The Box', '80 01 7F'], ['The Box', '90 09 7F'], ['The Box', '90 03 7F'], ['The Box', '80 09 7F'], ['The Box', '80 03 7F'], ['The Box', '90 02 7F'], ['The Box', '80 02 7F']] | { SmallGig g ->
            g.box()
            g.controls(['pad 1'], Press.PLAIN, [], new Target.ToAction(new Action.StepBank('two', 1)))
            g.controls(['pad 2'], Press.PLAIN, [], new Target.ToAction(new Action.StepBank('two', -1)))
            g.builder.inside(new Layer.EveryBank('two')) {
                g.controls(['pad 3'], Press.TOGGLE, [], g.synth())
                g.builder.inside(new Layer.Held('Box', 'key')) { g.controls(['pad 3'], Press.TOGGLE, [new Step.Transpose(9)], g.synth()) }
            }
            g.builder.light(new LightPlan('Box', 'pad 1', new LightPlan.LightSource.BankBit('two', 0), Place.TOP, g.here()))
            g.builder.banks(new BanksPlan('two', ['A', 'B'].collect { new BanksPlan.BankPlan(it, 1, [], g.here()) }, true, Place.TOP, g.here())) }
        'pages and their lights'          | [['The Box', '90 01 7F'], ['The Box', '80 01 7F'], ['The Box', '90 03 7F'], ['The Box', '80 03 7F'], ['keys', '90 3C 40'], ['The Box', '90 02 7F'], ['The Box', '80 02 7F'], ['keys', '80 3C 40']] | { SmallGig g ->
            g.box()
            g.controls(['pad 1'], Press.PLAIN, [], new Target.ToAction(new Action.StepPage('Box', 1)))
            g.controls(['pad 2'], Press.PLAIN, [], new Target.ToAction(new Action.GoPage('Box', 0)))
            ['A', 'B'].each { page ->
                g.builder.inside(new Layer.Page('Box', page)) {
                    g.controls(['pad 3'], Press.TOGGLE, [], g.synth())
                    g.keys([new Step.ToChannel(page == 'A' ? 1 : 2)], g.synth())
                }
            }
            g.builder.light(new LightPlan('Box', 'pad 1', new LightPlan.LightSource.PageShown('Box', 0), Place.TOP, g.here()))
            g.builder.pages(new PagesPlan('Box', ['A', 'B'].collect { new PagesPlan.PagePlan(it, g.here()) }, true, g.here())) }
    }

    def "presets are switched and selected 100,000 times without a byte allocated, their sliders sent"() {
        given:
        def slider = new SliderPlan('S', new Shape(Shape.Form.CC, 7, 7, 0, 127), 1, false, Labels.NONE, 5, SliderPlan.Sends.WHEN_ON,
                [gig.output('synth')], gig.here())
        ['A', 'B', 'C'].eachWithIndex { name, i ->
            gig.builder.preset(new PresetPlan(name, i == 0, false, i == 1 ? [slider] : [], Place.TOP, gig.here()))
            gig.pads([new Step.Kinds([Kind.PROGRAM] as Set), new Step.Numbers(i, i)], new Target.ToAction(new Action.SwitchPreset(name, How.SELECT)))
            gig.pads([new Step.Kinds([Kind.CC] as Set), new Step.Numbers(i, i), new Step.Within(100, 127)], new Target.ToAction(new Action.SwitchPreset(name, How.TOGGLE)))
            gig.builder.inside(new Layer.Preset(name)) {
                50.times { gig.keys([new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.Numbers(it, it)], gig.synth()) }
                gig.keys([new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.ToChannel(i + 1)], gig.synth())
            }
        }
        def stage = stage(gig)
        def messages = ['pads C0 01', 'keys 90 3C 40', 'pads C0 02', 'keys 80 3C 40', 'pads B0 01 7F', 'pads B0 01 00', 'pads C0 00']*.split(' ', 2)

        expect:
        stage.allocated(messages*.getAt(0) as String[], messages.collect { SmallGig.packed(it[1]) } as int[], MESSAGES) <= MEASURING
        stage.sent() > MESSAGES / 2
    }

    def "a message meets its own routes only, however many others there are"() {
        given:
        def small = new SmallGig('few')
        def large = new SmallGig('many')
        [small, large].each { g -> g.keys([new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.Numbers(60, 60)], g.synth()) }
        3_000.times { i ->
            large.keys([new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.Numbers(i % 60, i % 60)], large.synth())
            large.keys([new Step.Channels(2 + i % 15, 2 + i % 15)], large.synth())
            large.keys([new Step.Kinds([Kind.CC] as Set), new Step.Numbers(i % 120, i % 120)], large.synth())
            large.pads([], large.piano())
            large.keys([new Step.Filter(Does.ONLY, [(EventKind.NOTE_ON): EventKind.NOTE_ON], [Range.is(1, 1)], [Range.moved(i % 60, i % 60, 3)], [])], large.synth())
            large.keys([new Step.Parameters(EventKind.NRPN, i, i)], large.synth())
        }

        expect:
        new StageUnderTest(large.declared()).routesMet('keys', SmallGig.packed('90 3C 40')) == 1
        new StageUnderTest(small.declared()).routesMet('keys', SmallGig.packed('90 3C 40')) == 1
        new StageUnderTest(large.declared()).routesMet('keys', SmallGig.packed('80 3C 40')) == 0    // offs are held, not routed
    }
}
