package roadcase.words

import groovy.transform.PackageScope
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Reaction
import roadcase.rig.plan.Target

/** The end of a line: gives its plan to the rig, with the place and the line number of that moment. */
@PackageScope
final class LineEnd {
    private final RigBuilder rig
    private final Line line

    LineEnd(Line line) {
        this.rig = line.rig()
        this.line = line
    }

    Route at(Destination... where) {
        if (where.length == 0) throw rig.error("'to' needs an output: to(synth)")
        List<Target> targets = new ArrayList<>()
        for (Destination one : where) targets.add(one.target())
        finish(line.forPorts(), targets)
    }

    Route at(Value value) {
        finish(line.forNumbers(), [new Target.ToValue(value.name())])
    }

    Route at(Switch driven) {
        at(new Target.ToSwitch(driven.name()))
    }

    Route at(Target target) {
        finish(line, List.of(target))
    }

    void onPress(Runnable code) {
        rig.mustBeReading('onPress')
        react(line, Reaction.On.PRESS) { Happening what -> code.run() }
    }

    void onEvent(WithMessage code) {
        rig.mustBeReading('onEvent')
        react(line, Reaction.On.EVENT) { Happening what -> code.react(new Event(what)) }
    }

    void onChange(WithNumber code) {
        rig.mustBeReading('onChange')
        react(line.forNumbers(), Reaction.On.CHANGE) { Happening what -> code.react(what.value) }
    }

    void toConsole(String text) {
        rig.mustBeReading('toConsole')
        if (text == null) throw rig.error("'toConsole' needs a text: toConsole('Wheel')")
        react(line, Reaction.On.EVENT) { Happening what -> rig.live().say("$text: ${said(what)}".toString()) }
    }

    private static String said(Happening what) {
        if (what.sysex != null) return Message.of(what.sysex).decoded()
        if (what.kind == null || !what.kind.isJoined()) return Packed.message(what.packed).decoded()
        "${what.kind.said()} ${what.number} = ${(int) what.value}, channel ${what.channel}"
    }

    private void react(Line whole, Reaction.On on, Reaction.Handler handler) {
        finish(whole, [new Target.ToReaction(rig.reaction(line.from(), on, handler))])
    }

    private Route finish(Line whole, List<? extends Target> targets) {
        new Route(rig, rig.route(whole.endingAt(targets)), line.from())
    }
}
