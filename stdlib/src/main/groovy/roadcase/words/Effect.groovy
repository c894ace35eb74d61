package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** An effect in a slot or in the master. */
@Spoken('an effect')
final class Effect {
    private final RigBuilder rig
    private final int slot
    private final int position

    Effect(RigBuilder rig, int slot, int position) {
        this.rig = rig
        this.slot = slot
        this.position = position
    }

    @Word(says = "effect.parameter(1) · effect.parameter('Mix')",
            meaning = 'What can be turned on it, by number or name, from 0 to 1.', example = '''
        def lead = rack.slot(1, 'Lead') {
            instrument 'Poly'
            effect     'PingPong'
        }
        mix.knobs[2].to(lead.effect('PingPong').parameter('Mix'))''')
    Value parameter(int number) {
        Slot.parameterOf(rig, slot, position, number)
    }

    Value parameter(String name) {
        Slot.parameterOf(rig, slot, position, name)
    }
}
