package roadcase.words

import roadcase.docs.Word
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.script.Unfinished

/** All that comes in at a port. */
@Builds
@Spoken('an input')
@Unfinished('end it with .to(...)')
interface Input extends Flow, Gear {
    @Word(says = "zone('Bass', 0..34)", meaning = 'A named part of a keyboard: its keys, with pedals and bend.',
            example = "keys.zone('Bass', C_1..B2).transpose(12).to(synth)")
    default Flow zone(String name, IntRange keys) {
        line().part(name, keys)
    }

    @Override
    Input ignoring(Traffic... kinds)
}
