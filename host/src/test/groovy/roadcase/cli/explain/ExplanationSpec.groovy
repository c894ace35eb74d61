package roadcase.cli.explain

import roadcase.loop.LoopSettings
import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.rig.Rig
import roadcase.rig.RigBuilder
import roadcase.rig.plan.*
import roadcase.route.Shape
import roadcase.route.Step
import spock.lang.Specification

import static roadcase.midi.RealPort.Direction.*
import static roadcase.rig.plan.RoutePlan.*

class ExplanationSpec extends Specification {
    def builder = new RigBuilder('test')
    def keys = builder.port('Keys', INPUT, false)
    def synth = builder.port('Synth', OUTPUT, false)

    private void route(Map more = [:], List<Step> steps) {
        builder.route(new RoutePlan(more.name, more.from ?: new Source.Port(keys), steps, more.press ?: Press.PLAIN,
                more.takeover ?: Takeover.JUMP, null, false, [more.to ?: new Target.ToPort(synth)], more.at ?: Place.TOP, Origin.NOWHERE))
    }

    private List<String> explained() { Explanation.of(builder.build()) }

    def "an empty gig says that it does nothing"() {
        expect:
        Explanation.of(Rig.empty('x')) == ['This gig does nothing yet: it names no gear and has no lines.']
    }

    def "a line is told in signal order"() {
        given:
        route(name: 'left hand', [new Step.Channels(1, 4), new Step.Kinds([Kind.NOTE_ON, Kind.NOTE_OFF] as Set), new Step.Numbers(36, 59),
                                  new Step.Transpose(-12), new Step.ToChannel(2), new Step.VelocityInto(40, 110)])

        expect:
        explained() == ["Listens to 'Keys'.", "Sends to 'Synth'.",
                        "'left hand': from 'Keys': only channel 1 to 4, only notes C2 (36) to B3 (59), down by 12 semitones, " +
                        "sent on channel 2, velocity stretched into 40 to 110; to 'Synth'."]
    }

    def "a step without effect is left out: #step"() {
        given:
        route([new Step.Channels(3, 3), step])

        expect:
        explained().last() == "From 'Keys': only channel 3; to 'Synth'."

        where:
        step << [new Step.Transpose(0), new Step.ToChannel(3), new Step.VelocityInto(1, 127), new Step.Velocities(1, 127), new Step.Channels(1, 16),
                 new Step.Numbers(0, 127), new Step.Scale(0, 127, 0, 127), new Step.After(0, 0), new Step.Quantise(0), new Step.Ignoring([] as Set)]
    }

    def "an input that nobody reads is left out"() {
        given:
        builder.port('Unused', INPUT, false)
        route([])

        expect:
        explained() == ["Listens to 'Keys'.", "Sends to 'Synth'.", "From 'Keys' to 'Synth'."]
    }

    def "pages, what holds on them and what leads to them are told"() {
        given:
        builder.pages(new PagesPlan('Gear', ['A', 'B'].collect { new PagesPlan.PagePlan(it, Origin.NOWHERE) }, true, Origin.NOWHERE))
        route(from: new Source.Controls('Gear', ['left']), to: new Target.ToAction(new Action.StepPage('Gear', -1)), [])
        route(from: new Source.Controls('Gear', ['pad 2']), to: new Target.ToAction(new Action.GoPage('Gear', 1)), [])
        route(from: new Source.Controls('Gear', ['master']), at: Place.TOP.inside(new Layer.Page('Gear', 'B')), [])

        expect:
        explained().drop(1) == [
                'From Gear left to the previous page of Gear.',
                'From Gear pad 2 to page 2 of Gear.',
                'Pages of Gear: A, B. The last is followed by the first; the one that is shown is remembered.',
                'In page B:',
                "  From Gear master to 'Synth'."]
    }

    def "banks, what holds in them, buttons and knobs are told"() {
        given:
        def every = Place.TOP.inside(new Layer.EveryBank('Four'))
        builder.banks(new BanksPlan('Four', [new BanksPlan.BankPlan('A', 1, [], Origin.NOWHERE), new BanksPlan.BankPlan('B', 2, [], Origin.NOWHERE)],
                false, Place.TOP, Origin.NOWHERE))
        route(from: new Source.Controls('Gear', (1..8).collect { "mute $it".toString() }), press: Press.TOGGLE, at: every, [])
        route(from: new Source.Controls('Gear', ['knob 1', 'knob 3', 'master']), takeover: new Takeover(Mode.HYSTERESIS, 3), at: every,
                [new Step.Becomes(new Shape(Shape.Form.CC, 62, 62, 0, 127))])
        route(from: new Source.Controls('Gear', ['left']), to: new Target.ToAction(new Action.StepBank('Four', -1)), [])

        expect:
        explained().drop(1) == [
                'From Gear left to the previous bank of \'Four\'.',
                "Banks 'Four': A (channel 1), B (channel 2). The last is the end; the one you are on is remembered.",
                'In Four / every bank:',
                "  From Gear mute 1 to 8: each press switching on or off, remembered, with light; to 'Synth'.",
                "  From Gear knob 1, 3, master: as CC 62, after a change of meaning silent until moved by 3; to 'Synth'."]
    }

    def "what happens at the start is told"() {
        given:
        builder.send('Synth', Message.parse('C0 05'))

        expect:
        explained().last() == "At the start sends program 5, channel 1 to 'Synth'."
    }

    def "a loop is told with what it measures, what it moves and how far, and its own values are not#pausing"() {
        given:
        builder.loop(new LoopPlan('Level', 'slot 1', 'slot 1 gain', LoopSettings.USUAL, pause, null, Origin.NOWHERE))

        expect:
        explained() - "Sends to 'Synth'." == ["The loop 'Level' holds the level of 'slot 1' at -18 dB: it moves 'slot 1 gain' between -15 and 3 dB$pausing."]

        where:
        pause                                                                            || pausing
        null                                                                             || ''
        new Reaction('pauseWhen', Reaction.On.PRESS, {}, new Origin('gig.groovy', 7, 0)) || ', and pauses where code of the script says so (gig.groovy:7)'
    }
}
