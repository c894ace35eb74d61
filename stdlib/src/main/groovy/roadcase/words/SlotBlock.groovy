package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken

/** The words of {@code rack.slot(1, 'Lead') { }}. */
@Spoken('slot { }')
final class SlotBlock extends ChainBlock {
    SlotBlock(RigBuilder rig, int slot) {
        super(rig, slot)
    }

    @Builds
    @Word(says = "instrument 'Poly' · instrument 'Diva'",
            meaning = "A plugin by its name or path; 'Poly' is built in. One that this machine has not is silent, and said.",
            example = "rack.slot(1, 'Lead') { instrument 'Poly' }")
    void instrument(String plugin) {
        rig.rack().instrument(slot, named('instrument', plugin))
    }

    @Builds
    @Word(says = "sound 'Felt Grand'", meaning = 'One of the sounds that the instrument brings, or the file of a preset.',
            example = '''
        rack.slot(1, 'Lead') {
            instrument 'Diva'
            sound      'Felt Grand'
        }''')
    void sound(String name) {
        if (name == null || name.isBlank()) throw rig.error("'sound' needs a name: sound 'Felt Grand'")
        rig.rack().sound(slot, name)
    }
}
