package roadcase.words

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** What a gig knows by its type and gets with {@code device(Type)}: gear, or the rack of instruments that we are. */
@Spoken('a device')
interface Unit {
    /** Its name in this gig. */
    @NotAWord
    String name()
}
