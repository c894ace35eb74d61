package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.SwitchPlan
import roadcase.rig.plan.Target
import roadcase.script.Builds
import roadcase.script.Spoken

/** A complete line. */
@Spoken('a line that is complete')
final class Route {
    private final RigBuilder rig
    private final String from
    private RoutePlan plan

    Route(RigBuilder rig, RoutePlan plan, String from) {
        this.rig = rig
        this.from = from
        this.plan = plan
    }

    @Builds
    @Word(says = "named('Bass layer')",
            meaning = 'Gives a line a name, under which faces show it and its switch is kept.',
            example = "keys.transpose(-12).to(synth).named('Bass layer')")
    Route named(String name) {
        rig.mustBeReading('named')
        if (name == null || name.isBlank()) throw rig.error("a route needs a name: named('Bass layer')")
        change(rig.written(name))
        this
    }

    @Builds
    @Word(says = 'route.on',
            meaning = 'The switch of a line: off, it begins no new notes; name it above a reaction.', example = '''
        def layer = keys.transpose(12).to(synth)
        mix.mute[1].toggles().to(layer.on)''')
    Switch getOn() {
        rig.mustBeReading('on')
        if (plan.name() == null) change(rig.freeRouteName(rig.written(ownName())))
        rig.toggleSwitch(new SwitchPlan(plan.name(), true, plan.origin()))
        new Switch(rig, plan.name())
    }

    private void change(String name) {
        RoutePlan named = plan.named(name)
        rig.replace(plan, named)
        plan = named
    }

    /** From where to where, since a line number would change with every edit. */
    private String ownName() {
        List<String> to = plan.targets().collect { Target target ->
            target instanceof Target.ToPort ? ((Target.ToPort) target).port().name() : 'a value'
        }
        "$from to ${to.join(' and ')}"
    }
}
