package roadcase.cli.explain

import roadcase.midi.Kind
import roadcase.midi.RealPort
import roadcase.rig.RigBuilder
import roadcase.rig.plan.*
import roadcase.route.EventKind
import roadcase.route.Range
import roadcase.route.Shape
import roadcase.route.Step
import spock.lang.Specification

/** A new kind of step, source, target, action or light must be explained too: this fails until it is listed here. */
class NothingUnexplainedSpec extends Specification {
    static final PORT = new PortPlan('P', RealPort.Direction.INPUT, false, null, Origin.NOWHERE)
    static final REACTION = new Reaction('r', Reaction.On.PRESS, {}, Origin.NOWHERE)
    static final STEPS = [new Step.Kinds([Kind.CC] as Set), new Step.Ignoring([Kind.CLOCK] as Set), new Step.Channels(1, 1),
                          new Step.Numbers(1, 2), new Step.Zone('z', 1, 2), new Step.Velocities(2, 3), new Step.Transpose(1),
                          new Step.ToChannel(2), new Step.VelocityInto(3, 4), new Step.Scale(0, 1, 0, 2), new Step.Within(3, 9),
                          new Step.Becomes(new Shape(Shape.Form.CC, 1, 1, 0, 127)), new Step.Quantise(4), new Step.At(0, 8, 'LINK'),
                          new Step.After(5, 0),
                          new Step.Parameters(EventKind.NRPN, 8, 8), new Step.Pairs(7, 7, 1, 16), new Step.Swapped(), new Step.Mpe(15, 0),
                          new Step.Filter(Step.Filter.Does.ONLY, [(EventKind.CC): EventKind.NRPN], [Range.is(6, 6)], [], [])]
    static final SOURCES = [new Source.Port(PORT), new Source.Controls('d', ['a 1']), new Source.OfValue('v')]
    static final TARGETS = [new Target.ToPort(PORT), new Target.ToValue('v'), new Target.ToSwitch('s'),
                            new Target.ToReaction(REACTION), new Target.ToAction(new Action.StepBank('b', 1))]

    def "every step is explained"() {
        expect:
        STEPS*.class as Set == Step.permittedSubclasses as Set
        STEPS.every { StepPhrase.of(it, []).present }
    }

    def "every form of message has a name"() {
        expect:
        Shape.Form.values().every { StepPhrase.shape(new Shape(it, 1, 1, 0, 127)) }
    }

    def "every source, target and action is explained"() {
        expect:
        SOURCES*.class as Set == Source.permittedSubclasses as Set
        TARGETS*.class as Set == Target.permittedSubclasses as Set
        Action.permittedSubclasses as Set == [Action.StepBank, Action.StepPage, Action.GoPage, Action.SwitchPreset, Action.LaunchClips] as Set
        ClipsPlan.Part.values().every { RouteSentence.target(new Target.ToAction(new Action.LaunchClips('c', it))).contains("'c'") }
        Action.SwitchPreset.How.values().every { RouteSentence.target(new Target.ToAction(new Action.SwitchPreset('p', it))).contains("preset 'p'") }
        RouteSentence.action(new Action.StepPage('Box', -1)) == 'the previous page of Box'
        RouteSentence.action(new Action.GoPage('Box', 1)) == 'page 2 of Box'
        SOURCES.every { RouteSentence.source(it) }
        TARGETS.every { RouteSentence.target(it) }
    }

    def "every light is explained"() {
        given:
        def lights = [new LightPlan.LightSource.BankBit('b', 0), new LightPlan.LightSource.PageShown('d', 0), new LightPlan.LightSource.Painted('p', 0)]
        def builder = new RigBuilder('test')
        lights.eachWithIndex { light, i -> builder.light(new LightPlan('d', "c $i", light, Place.TOP, Origin.NOWHERE)) }

        expect:
        (lights*.class + LightPlan.LightSource.OfClips) as Set == LightPlan.LightSource.permittedSubclasses as Set // of clips: ClipsSentence
        Explanation.of(builder.build()).size() == lights.size()
    }
}
