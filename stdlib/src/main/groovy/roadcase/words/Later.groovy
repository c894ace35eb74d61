package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Wait
import roadcase.units.Span

/** Code of a script that runs after a time; and how long anybody may wait. */
@PackageScope
final class Later {
    private static final long DAY_NANOS = 24L * 3_600L * 1_000_000_000L
    private static final double MOST_BEATS = 100_000d

    private Later() {}

    static void run(RigBuilder rig, Span wait, Clock clock, Runnable code) {
        checked(rig, wait)
        rig.after(new Wait(wait.inNanos(), wait.inBeats(), wait.inBars(), clock?.name()), code)
    }

    /** Refuses what nobody waits for. */
    static Span checked(RigBuilder rig, Span wait) {
        if (wait.isNegative()) throw rig.error("after($wait); nobody can wait less than nothing")
        if (wait.inNanos() > DAY_NANOS || wait.inBeats() > MOST_BEATS || wait.inBars() > MOST_BEATS)
            throw rig.error("after($wait); nobody waits longer than a day or 100000 beats")
        wait
    }
}
