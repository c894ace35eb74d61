package roadcase.devices

import roadcase.rig.RigBuilder

/** The strips of a mixer, counted from 1. */
final class Strips implements Iterable<Strip> {
    private final RigBuilder rig
    private final List<Strip> all

    Strips(RigBuilder rig, List<Strip> all) {
        this.rig = rig
        this.all = List.copyOf(all)
    }

    Strip getAt(int number) {
        if (number < 1 || number > all.size())
            throw rig.error("strips[$number]; there are ${all.size()} strips, the first is strips[1]")
        all[number - 1]
    }

    @Override
    Iterator<Strip> iterator() {
        all.iterator()
    }
}
