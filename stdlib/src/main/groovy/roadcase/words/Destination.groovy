package roadcase.words

import roadcase.rig.plan.Target
import roadcase.script.Spoken

/** Where a line can end: an output. */
@Spoken('an output')
interface Destination {
    /** For the rig; not a word. */
    Target target()
}
