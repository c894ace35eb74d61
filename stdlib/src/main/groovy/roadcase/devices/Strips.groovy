package roadcase.devices

import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.words.Row

/** The strips of a mixer, counted from 1. */
@Spoken('the strips')
final class Strips implements Iterable<Strip> {
    private final RigBuilder rig
    private final String device
    private final List<Strip> all

    Strips(RigBuilder rig, String device, List<Strip> all) {
        this.rig = rig
        this.device = device
        this.all = List.copyOf(all)
    }

    Strip getAt(int number) {
        Row.counted(rig, device, 'strips', all, number)
    }

    @Override
    Iterator<Strip> iterator() {
        all.iterator()
    }
}
