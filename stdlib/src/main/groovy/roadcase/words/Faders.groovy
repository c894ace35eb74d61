package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** A row of faders. */
@Spoken('a row of faders')
class Faders extends NumberRow<Fader> {
    Faders(RigBuilder rig, String device, String word, List<Fader> all) {
        super(rig, device, word, all)
    }
}
