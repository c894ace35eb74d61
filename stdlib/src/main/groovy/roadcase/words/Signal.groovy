package roadcase.words

import roadcase.script.Spoken

/** Something that a panel can show over time. */
@Spoken('a value')
interface Signal {
    /** The written name; not a word. */
    String name()
}
