package roadcase.cli

import roadcase.cli.shell.Reply
import java.nio.file.Path
import roadcase.midi.RealPort.Direction
import roadcase.rig.RigBuilder
import roadcase.rig.plan.BanksPlan
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Place
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.route.Step
import roadcase.script.ScriptError

/** Gigs without scripts: Keys to Synth, moved by so many semitones as the file's name says; bad.groovy has a mistake. */
class FakeGigs implements Gigs {
    List<String> warnings = []
    List<String> forgotten = []

    @Override
    GigRead read(Path gig, Path text) {
        String name = text.fileName
        if (name == 'bad.groovy') return GigRead.failed([new ScriptError(name, 3, 5, "no word 'x'", 'a x')])
        def builder = new RigBuilder('fake')
        def keys = builder.port('Keys', Direction.INPUT, false)
        def synth = builder.port('Synth', Direction.OUTPUT, false)
        int by = (name =~ /\d+/).with { it.find() ? it.group().toInteger() : 0 }
        builder.route(new RoutePlan(null, new Source.Port(keys), [new Step.Transpose(by)], RoutePlan.Press.PLAIN,
                RoutePlan.Takeover.JUMP, null, false, [new Target.ToPort(synth)], Place.TOP,
                new Origin('gig.groovy', 1, 1)))
        builder.banks(new BanksPlan('Four', ['A', 'B'].collect { new BanksPlan.BankPlan(it, 0, [], Origin.NOWHERE) }, false,
                Place.TOP, Origin.NOWHERE))
        GigRead.good(builder.finish(), warnings.collect { new ScriptError(name, 1, 1, it, '') },
                { String line -> Reply.mistake("nobody understands '$line' here") }, { forgotten << name })
    }
}
