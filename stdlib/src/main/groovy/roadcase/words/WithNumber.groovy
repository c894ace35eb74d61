package roadcase.words

import roadcase.script.Spoken

/** Code of a script that is told a new value. */
@Spoken('{ x -> }')
@FunctionalInterface
interface WithNumber {
    void react(double x)
}
