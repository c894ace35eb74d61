package roadcase.words

import roadcase.script.Spoken

/** Code of a script that is told of a message. */
@Spoken('{ message -> }')
@FunctionalInterface
interface WithMessage {
    void react(Event message)
}
