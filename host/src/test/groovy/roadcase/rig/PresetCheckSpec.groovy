package roadcase.rig

import roadcase.midi.Kind
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.Action.SwitchPreset
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.RoutePlan.*
import roadcase.rig.plan.SliderPlan.Sends
import roadcase.route.Shape
import roadcase.route.Shape.Form
import roadcase.route.Step
import spock.lang.Specification

/** What cannot be meant with presets and sliders. */
class PresetCheckSpec extends Specification {
    final SmallGig gig = new SmallGig()
    final PortPlan there = gig.builder.port('Loop', Direction.OUTPUT, true)
    final PortPlan back = gig.builder.port('Loop', Direction.INPUT, false)

    List<String> findings() {
        RigCheck.check(gig.rig()).collect { "${it.origin().line()} ${it.sentence()}".toString() }
    }

    void preset(String name, SliderPlan... sliders) {
        gig.builder.preset(new PresetPlan(name, false, false, sliders.toList(), Place.TOP, gig.here()))
    }

    SliderPlan slider(Shape shape, Sends sends, Labels labels = Labels.NONE, PortPlan to = there) {
        new SliderPlan('S', shape, 1, false, labels, 0, sends, [to], gig.here())
    }

    static Shape shape(Form form, int low, int high, int values = 127) {
        new Shape(form, low, high, 0, values)
    }

    RoutePlan line(PortPlan from, List<Step> steps, Target target, String... presets) {
        def place = presets.inject(Place.TOP) { Place p, String name -> p.inside(new Layer.Preset(name)) }
        gig.builder.route(new RoutePlan(null, new Source.Port(from), steps, Press.PLAIN, Takeover.JUMP, null, false, [target], place, gig.here()))
    }

    RoutePlan trigger(String preset, List<Step> steps, How how = How.TOGGLE) {
        line(back, steps, new Target.ToAction(new SwitchPreset(preset, how)))
    }

    static List<Step> only(Kind kind, int low, int high = low, int channelLow = 1, int channelHigh = 16) {
        [new Step.Kinds([kind] as Set), new Step.Numbers(low, high), new Step.Channels(channelLow, channelHigh)]
    }

    def "what a preset sends and is #meant its own trigger: #sends to #hears"() {
        given:
        preset('A')
        trigger('A', hears)
        line(gig.input('keys'), sends, new Target.ToPort(there), 'A')

        expect:
        findings()*.contains("the preset 'A' switches itself in a circle") == circle

        where:
        meant | sends                                                               | hears                     || circle
        'is'  | []                                                                  | only(Kind.NOTE_ON, 60)    || [true]
        'is'  | only(Kind.NOTE_ON, 50, 70)                                          | only(Kind.NOTE_ON, 60)    || [true]
        'is'  | [new Step.Transpose(12)]                                            | only(Kind.NOTE_ON, 0)     || [true]
        'is'  | [new Step.Becomes(new Shape(Form.CC, 7, 7, 0, 127))]                | only(Kind.CC, 7)          || [true]
        'is'  | [new Step.Becomes(new Shape(Form.NRPN, 7, 7, 0, 127))]              | only(Kind.CC, 38)         || [true]
        'no'  | only(Kind.CC, 1)                                                    | only(Kind.NOTE_ON, 60)    || []
        'no'  | only(Kind.NOTE_ON, 0, 59)                                           | only(Kind.NOTE_ON, 60)    || []
        'no'  | only(Kind.NOTE_ON, 60) + [new Step.ToChannel(3)]                    | only(Kind.NOTE_ON, 60, 60, 4, 16) || []
        'no'  | [new Step.Becomes(new Shape(Form.CC, 7, 7, 0, 127))]                | only(Kind.CC, 8)          || []
    }

    def "a circle through other presets, and through lines that always play"() {
        given:
        def second = gig.builder.port('Second', Direction.OUTPUT, true)
        def secondBack = gig.builder.port('Second', Direction.INPUT, false)
        preset('A', slider(shape(Form.PROGRAM, 0, 3), Sends.ON_SELECT))
        preset('B', slider(shape(Form.PROGRAM, 8, 9), Sends.WHEN_ON, Labels.NONE, second))
        line(secondBack, [], new Target.ToPort(there))
        trigger('B', only(Kind.PROGRAM, 2), How.SELECT)
        trigger('A', only(Kind.PROGRAM, 8), How.SELECT)

        expect:
        findings().size() == 2
        findings()[0].contains("'A' switches itself in a circle through 'B'")
        findings()[1].contains("'B' switches itself in a circle through 'A'")
    }

    def "a slider that is only sent by hand makes no circle, a chain of presets none either"() {
        given:
        preset('A', slider(shape(Form.PROGRAM, 0, 3), Sends.NEVER))
        preset('B', slider(shape(Form.PROGRAM, 8, 8), Sends.ON_SELECT))
        preset('C', slider(shape(Form.CC, 8, 8), Sends.ON_SELECT))
        trigger('A', only(Kind.PROGRAM, 2))
        trigger('C', only(Kind.PROGRAM, 8))

        expect:
        findings() == []
    }

    def "a slider whose labels send something else may send anything"() {
        given:
        def speaking = new Labels([new Labels.Label('x', [new Labels.Command.Nrpn(1, 1)], Labels.NO_BUTTON)] * 4, [], [])
        preset('A', slider(shape(Form.PROGRAM, 0, 3), Sends.ON_SELECT, speaking))
        trigger('A', only(Kind.NOTE_ON, 60))

        expect:
        findings().any { it.contains("'A' switches itself in a circle:") }
    }

    def "labels fewer than values, or twice, are warned of"() {
        given:
        def label = { String text -> new Labels.Label(text, [], Labels.NO_BUTTON) }
        preset('A', slider(shape(Form.PROGRAM, 0, 3), Sends.NEVER, new Labels([label('a'), label('a')], [], [])))
        preset('B', slider(shape(Form.PROGRAM, 0, 1), Sends.NEVER, new Labels([label('a'), label('b')], [], [])))

        expect:
        findings()*.replaceAll(/^\d+ /, '') == ["the slider 'S' of 'A' has 4 values and 2 labels: the rest show plain numbers",
                "the slider 'S' of 'A' has the label 'a' twice: by its name only the first can be chosen"]
        RigCheck.check(gig.rig()).every { it.warning() }
    }

    def "each preset may cut a keyboard in its own way, but not twice: #presets"() {
        given:
        preset('A')
        preset('B')
        line(gig.input('keys'), [new Step.Zone('Low', 0, 60)], gig.synth(), presets[0])
        line(gig.input('keys'), [new Step.Zone('High', 40, 127)], gig.synth(), presets[1])

        expect:
        findings().size() == found

        where:
        presets    || found
        ['A', 'B'] || 0
        ['A', 'A'] || 1
    }

    def "presets of one file may want one control, of two files not"() {
        given:
        gig.box()
        preset('A')
        preset('B')
        ['A', 'B'].each { name ->
            gig.builder.inside(new Layer.Preset(name)) {
                gig.builder.route(new RoutePlan(null, new Source.Controls('Box', ['knob 1']), [], Press.PLAIN, Takeover.JUMP, null, false,
                        [gig.synth()], gig.builder.place(), gig.here(name == 'A' ? 'small.groovy' : file)))
            }
        }

        expect:
        findings()*.contains('both want the The Box') == found

        where:
        file           || found
        'small.groovy' || []
        'other.groovy' || [true]
    }
}
