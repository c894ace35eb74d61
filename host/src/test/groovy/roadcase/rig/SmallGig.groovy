package roadcase.rig

import groovy.transform.CompileStatic
import roadcase.midi.Message
import roadcase.midi.RealPort.Direction
import roadcase.rig.plan.*
import roadcase.rig.plan.RoutePlan.*
import roadcase.route.Step
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec

/** A rig written by hand, for Specs that need no language: inputs 'keys' and 'pads', outputs 'synth' and 'piano'. */
@CompileStatic
class SmallGig {
    /** Four buttons with lights (notes 1 to 4), a key without (9), eleven knobs (CC 20 to 30). */
    static final DeviceSpec BOX = new DeviceSpec('Box', 'The Box', ['The Box'], [], controls())

    final RigBuilder builder
    private int line

    SmallGig(String name = 'small') {
        builder = new RigBuilder(name)
    }

    private static List<ControlSpec> controls() {
        List<ControlSpec> all = []
        for (int i : 1..4) all << new ControlSpec("pad $i", 'pad', i, ControlSpec.Type.BUTTON, 1, i, i, i == 4 ? 'shifted 4' : null, null)
        all << new ControlSpec('shifted 4', 'shifted', 4, ControlSpec.Type.BUTTON, 1, 8, 8, 'pad 4', 'key')
        all << new ControlSpec('key', 'key', 1, ControlSpec.Type.BUTTON, 1, 9, -1, null, null)
        for (int i : 1..11) all << new ControlSpec("knob $i", 'knob', i, ControlSpec.Type.ABSOLUTE, 1, 19 + i, -1, null, null)
        all
    }

    PortPlan input(String name) {
        builder.port(name, Direction.INPUT, false)
    }

    PortPlan output(String name) {
        builder.port(name, Direction.OUTPUT, false)
    }

    String box(String alias = null) {
        builder.device(BOX, alias).name()
    }

    Origin here(String file = 'small.groovy') {
        new Origin(file, ++line, 1)
    }

    RoutePlan keys(List<Step> steps, Target... targets) {
        route(new Source.Port(input('keys')), steps, Press.PLAIN, Takeover.JUMP, targets)
    }

    RoutePlan pads(List<Step> steps, Target... targets) {
        route(new Source.Port(input('pads')), steps, Press.PLAIN, Takeover.JUMP, targets)
    }

    RoutePlan controls(List<String> names, Press press, List<Step> steps, Target... targets) {
        route(new Source.Controls('Box', names), steps, press, Takeover.JUMP, targets)
    }

    RoutePlan route(Source source, List<Step> steps, Press press, Takeover takeover, Target... targets) {
        builder.route(new RoutePlan(null, source, steps, press, takeover, null, false, targets.toList(), builder.place(), here()))
    }

    Target synth() {
        new Target.ToPort(output('synth'))
    }

    Target piano() {
        new Target.ToPort(output('piano'))
    }

    /** Code that a target runs. */
    Target code(Reaction.On on, Reaction.Handler handler) {
        new Target.ToReaction(builder.reaction('code', on, handler))
    }

    Declared declared() {
        builder.finish()
    }

    Rig rig() {
        builder.build()
    }

    static int packed(String hex) {
        Message.parse(hex).packed()
    }
}
