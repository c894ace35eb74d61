package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.Spoken

/** Inside {@code holding(button) { }}: lines only. */
@Spoken('holding { }')
final class HeldBlock extends Block {
    HeldBlock(RigBuilder rig) {
        super(rig)
    }
}
