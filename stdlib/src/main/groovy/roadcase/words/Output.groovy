package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.Target
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** A port that messages go out at. */
@Spoken('an output')
final class Output implements Destination, Gear {
    private final RigBuilder rig
    private final PortPlan port

    Output(RigBuilder rig, PortPlan port) {
        this.rig = rig
        this.port = port
    }

    @Word(says = 'output.send(message)',
            meaning = 'Sends one message: now in a reaction, at the top of a script once when the gig starts.',
            livesIn = 'script, reaction', example = 'mix.soloKey.onPress { synth.send(noteOn(C4, 100)) }')
    void send(MidiMessage message) {
        rig.send(port.name(), message.message())
    }

    @Builds
    @Word(says = 'output.follows(clock)',
            meaning = 'Sends MIDI clock, start and stop to this gear; no other clock reaches it.', livesIn = 'script',
            example = '''
        synth.follows(link)
        keys.to(synth)''')
    void follows(Clock clock) {
        rig.follow(port, clock.name())
    }

    @NotAWord
    @Override
    Target target() {
        new Target.ToPort(port)
    }

    @NotAWord
    @Override
    String name() {
        port.name()
    }

    @NotAWord
    @Override
    List<PortPlan> ports() {
        [port]
    }
}
