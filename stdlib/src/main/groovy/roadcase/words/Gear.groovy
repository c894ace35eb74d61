package roadcase.words

import roadcase.rig.plan.PortPlan
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** What has ports to look at: an input, an output, a device. */
@Spoken('an input, an output or a device')
interface Gear {
    /** For the rig. */
    @NotAWord
    List<PortPlan> ports()

    @NotAWord
    String name()
}
