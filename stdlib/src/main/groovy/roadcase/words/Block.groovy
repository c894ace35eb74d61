package roadcase.words

import roadcase.rig.RigBuilder
import roadcase.script.NotAWord
import roadcase.units.Span

/** What blocks of a script have in common. */
abstract class Block {
    protected final RigBuilder rig

    protected Block(RigBuilder rig) {
        this.rig = rig
    }

    /** Reads a block once, with the words of {@code words} and no others. */
    @NotAWord
    static void read(@DelegatesTo.Target Object words,
            @DelegatesTo(strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        Closure<?> block = (Closure<?>) body.clone()
        block.delegate = words
        block.resolveStrategy = Closure.DELEGATE_ONLY
        block.call()
    }

    /** The script's own {@code after}, for reactions that are written inside this block. */
    void after(Span wait, Runnable code) {
        later(wait, null, code)
    }

    void after(Span wait, Clock clock, Runnable code) {
        later(wait, clock, code)
    }

    private void later(Span wait, Clock clock, Runnable code) {
        if (rig.isReading()) throw rig.error("'after' is said inside a reaction here, such as onEnter { ... }")
        Later.run(rig, wait, clock, code)
    }
}
