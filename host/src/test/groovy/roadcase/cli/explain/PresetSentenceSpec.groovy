package roadcase.cli.explain

import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.RealPort.Direction
import roadcase.rig.RigBuilder
import roadcase.rig.plan.*
import roadcase.rig.plan.Action.SwitchPreset
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.SliderPlan.Sends
import roadcase.route.Shape
import roadcase.route.Step
import spock.lang.Specification

class PresetSentenceSpec extends Specification {
    def "presets, what switches them, their lines and sliders in sentences"() {
        given:
        def builder = new RigBuilder('gig')
        def keys = builder.port('Keys', Direction.INPUT, false)
        def synth = builder.port('Synth', Direction.OUTPUT, false)
        def label = { String text, List commands = [] -> new Labels.Label(text, commands, Labels.NO_BUTTON) }
        def line = { List steps, Target target ->
            builder.route(new RoutePlan(null, new Source.Port(keys), steps, RoutePlan.Press.PLAIN, RoutePlan.Takeover.JUMP, null, false,
                    [target], builder.place(), Origin.NOWHERE))
        }
        line([new Step.Kinds([Kind.CC] as Set), new Step.Numbers(7, 7), new Step.Within(101, 127)],
                new Target.ToAction(new SwitchPreset('Pads', How.SELECT)))
        builder.inside(new Layer.Preset('Pads')) { line([new Step.ToChannel(2)], new Target.ToPort(synth)) }
        builder.preset(new PresetPlan('Pads', true, false, [
                new SliderPlan('Sound', new Shape(Shape.Form.PROGRAM, 0, 3, 0, 127), 2, false,
                        new Labels([label('Warm'), label('Bank', [new Labels.Command.Send(Message.parse('C0 01'))])], [], []), 1,
                        Sends.ON_SELECT, [synth], Origin.NOWHERE),
                new SliderPlan('Pan', new Shape(Shape.Form.CC, 10, 10, 0, 127), 1, true, Labels.NONE, 64, Sends.NEVER, [synth], Origin.NOWHERE)],
                Place.TOP, Origin.NOWHERE))
        builder.preset(new PresetPlan('Organ', false, true, [], Place.TOP, Origin.NOWHERE))

        expect:
        Explanation.of(builder.build()) == [
                "Listens to 'Keys'.",
                "Sends to 'Synth'.",
                "From 'Keys': only CC 7, only values above 100; to select the preset 'Pads'.",
                "Preset 'Pads' is on at first; whether it is on is remembered.",
                "  Slider 'Sound': program 0 to 3 on channel 2 to 'Synth', with 2 labels, 1 of them with messages of their own; starts at Bank; sent when the preset is selected.",
                "  Slider 'Pan': CC 10 on channel 1 to 'Synth', 64 reading 0; starts at 0.",
                "Preset 'Organ' is off at first; whether it is on is remembered.",
                "At first the sliders of 'Organ' are shown.",
                'In preset Pads:',
                "  From 'Keys': sent on channel 2; to 'Synth'."]
    }
}
