package roadcase.mixers.simulated

/** What is played into a desk: the level of each input in dBFS before its fader, as it is at a time. */
interface Programme {
    /** @param input from 0: channels, aux inputs, effect returns */
    double level(int input, long nanos)

    /** Nothing is plugged in: what an idle input shows. */
    static final Programme IDLE = { int input, long nanos -> -100d } as Programme
}
