package roadcase.cli.demo;

import roadcase.midi.Message;

/** One moment of the demo. Times count from its start. */
public sealed interface Cue {
    long nanos();

    /** The performer explains. */
    record Say(long nanos, String text) implements Cue {}

    /** The performer touches gear. */
    record Play(long nanos, String port, Message message) implements Cue {}

    /** The performer changes the script and saves it. */
    record Edit(long nanos, String replace, String by) implements Cue {}
}
