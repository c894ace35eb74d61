package roadcase.words

import roadcase.script.Spoken

/** Code of a script that is told of a clip. */
@Spoken('{ clip -> }')
@FunctionalInterface
interface WithClip {
    void react(Clip clip)
}
