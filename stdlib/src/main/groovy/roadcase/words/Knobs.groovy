package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** Knobs, counted from 1. */
@Spoken('a row of knobs')
class Knobs extends NumberRow<Knob> {
    Knobs(RigBuilder rig, String device, String word, List<Knob> all) {
        super(rig, device, word, all)
    }
}
