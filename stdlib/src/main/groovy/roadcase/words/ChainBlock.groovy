package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.units.Level

/** The words of {@code rack.master { }}, and of slots too: what the sound goes through. */
@Spoken('master { }')
class ChainBlock extends Block {
    protected final int slot

    ChainBlock(RigBuilder rig, int slot) {
        super(rig)
        this.slot = slot
    }

    @Builds
    @Word(says = "effect 'PingPong'", meaning = 'An effect, by its name or path; several in the order of their lines.',
            example = '''
        rack.slot(1, 'Lead') {
            instrument 'Poly'
            effect     'PingPong'
        }''')
    void effect(String plugin) {
        rig.rack().effect(slot, named('effect', plugin))
    }

    @Builds
    @Word(says = 'gain(-3.dB)', meaning = 'The level that it starts at; 0.dB without it.', example = '''
        rack.slot(3, 'Drums') {
            instrument 'Poly'
            gain(-3.dB)
        }''')
    void gain(Level level) {
        rig.rack().gain(slot, level.inDecibels())
    }

    protected String named(String word, String plugin) {
        if (plugin == null || plugin.isBlank()) throw rig.error("'$word' needs the name of a plugin: $word 'Diva'")
        plugin
    }
}
