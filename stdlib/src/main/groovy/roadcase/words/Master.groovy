package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.SlotPlan
import roadcase.script.Spoken

/** The sum of all slots. */
@Spoken('the master')
final class Master {
    private final RigBuilder rig

    Master(RigBuilder rig) {
        this.rig = rig
    }

    @Word(says = 'rack.master.gain', meaning = 'The level of the sum, as that of a slot.',
            example = 'mix.master.to(rack.master.gain)')
    Value getGain() {
        new Value(rig, SlotPlan.gainName(0))
    }

    @Word(says = 'rack.master.mute', meaning = 'Silences everything, as a switch.',
            example = 'mix.mute[8].toggles().to(rack.master.mute)')
    Switch getMute() {
        new Switch(rig, SlotPlan.muteName(0))
    }

    @Word(says = 'rack.master.meter', meaning = 'How loud the sum is.',
            example = "panel('Stage') { meter 'Master', rack.master.meter }")
    Meter getMeter() {
        new Meter('master')
    }

    @Word(says = 'rack.master.spectrum(8)', meaning = 'How loud each of so many bands of the sum is, from 40 Hz to 16 kHz.',
            gives = 'Meters', example = "panel('Stage') { meter 'Low, middle, high', rack.master.spectrum(3) }")
    List<Meter> spectrum(int bands) {
        Meter.bands(rig, 'master', bands)
    }

    @Word(says = "rack.master.effect('Room')", meaning = 'One of its effects.', example = '''
        rack.master { effect 'Room' }
        mix.knobs[8].to(rack.master.effect('Room').parameter('Mix'))''')
    Effect effect(String name) {
        new Effect(rig, 0, rig.rack().findEffect(0, name))
    }
}
