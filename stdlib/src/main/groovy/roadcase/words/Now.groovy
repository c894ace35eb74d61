package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.Live
import roadcase.rig.RigBuilder

/** The gig as it plays, for words that move things now. */
@PackageScope
final class Now {
    private Now() {}

    /** Refuses {@code word} while the script is read, when nothing plays yet. */
    static Live of(RigBuilder rig, String word) {
        if (rig.isReading())
            throw rig.error("'$word' acts while the gig plays: say it inside a reaction, such as onPress { ... }")
        rig.live()
    }
}
