package roadcase.words

import roadcase.script.NotAWord
import roadcase.script.Spoken

/** How loud something is: to show, not to move. */
@Spoken('a meter')
final class Meter {
    private final String name

    Meter(String name) {
        this.name = name
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @Override
    String toString() {
        name
    }
}
