package roadcase.words

import roadcase.rig.plan.Target
import roadcase.script.NotAWord
import roadcase.script.Spoken

/**
 * Where a line can end: an output.
 *
 * <p>Two methods, here and in {@link Gear} and {@link Flow}: Groovy takes any { } for an interface with only one.
 */
@Spoken('an output')
interface Destination {
    /** For the rig. */
    @NotAWord
    Target target()

    @NotAWord
    String name()
}
