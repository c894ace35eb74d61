package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** A fader. */
@Spoken('a fader')
class Fader extends Absolute {
    Fader(RigBuilder rig, String device, String name) {
        super(rig, device, name)
    }
}
