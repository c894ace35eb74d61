package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken

/** A row of buttons. */
@Builds
@Spoken('a row of buttons')
class Buttons extends Row<Button> {
    Buttons(RigBuilder rig, String device, String word, List<Button> all) {
        super(rig, device, word, all)
    }

    /** As {@link Button#toggles()}, each by itself. */
    Toggles toggles() {
        line().toggling()
    }

    /** As {@link Button#pulse()}, each by itself. */
    Toggles pulse() {
        line().pulsing()
    }
}
