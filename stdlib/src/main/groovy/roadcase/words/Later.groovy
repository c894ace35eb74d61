package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.units.Span

/** Code of a script that runs after a time. */
@PackageScope
final class Later {
    private Later() {}

    static void run(RigBuilder rig, Span wait, Runnable code) {
        if (wait.isNegative()) throw rig.error("after($wait); nobody can wait less than nothing")
        rig.after(wait.inNanos(), wait.inBeats(), code)
    }
}
