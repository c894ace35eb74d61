package roadcase.words

import roadcase.rig.plan.PicturePlan
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** Something that a bar can show: a fader, a knob, a value, a meter. */
@Spoken('a fader, a knob, a value or a meter')
interface Signal {
    /** For the rig. */
    @NotAWord
    PicturePlan.Signal shown()
}
