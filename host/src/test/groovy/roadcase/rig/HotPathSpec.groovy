package roadcase.rig

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory
import roadcase.midi.Kind
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Shape
import roadcase.route.Step
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
        'notes that wait'                 | [['keys', '90 3C 40'], ['keys', '80 3C 40']]                                     | { SmallGig g ->
            g.keys([new Step.After(1_000, 0)], g.synth()) }
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
        }

        expect:
        new StageUnderTest(large.declared()).routesMet('keys', SmallGig.packed('90 3C 40')) == 1
        new StageUnderTest(small.declared()).routesMet('keys', SmallGig.packed('90 3C 40')) == 1
        new StageUnderTest(large.declared()).routesMet('keys', SmallGig.packed('80 3C 40')) == 0    // offs are held, not routed
    }
}
