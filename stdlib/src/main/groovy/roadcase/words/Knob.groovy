package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** A knob with two ends. */
@Spoken('a knob')
class Knob extends Absolute {
    Knob(RigBuilder rig, String device, String name) {
        super(rig, device, name)
    }
}
