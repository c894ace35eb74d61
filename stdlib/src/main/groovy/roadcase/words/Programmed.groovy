package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.surface.ControlSpec

/** Units that were programmed otherwise: a control sends another number, its light stays where the maker put it. */
@PackageScope
final class Programmed {
    private Programmed() {}

    static void sends(RigBuilder rig, String device, String control, int number) {
        rig.reprogram(device) { ControlSpec c -> c.name() == control ? c.sending(number) : c }
    }
}
