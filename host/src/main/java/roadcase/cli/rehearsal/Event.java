package roadcase.cli.rehearsal;

import roadcase.midi.Message;

/**
 * One line of a rehearsal's input, read and found good.
 *
 * <p>{@link #nanos} counts from the start of the rehearsal, in whole microseconds.
 */
public sealed interface Event {
    /** Number of the line in the input, from 1. */
    int line();

    long nanos();

    /** A message comes in at a port of the script. */
    record Midi(int line, long nanos, String port, Message message) implements Event {}

    /** @param file the gig's new text, or null for the same file again */
    record Reload(int line, long nanos, String file) implements Event {}

    record Vanish(int line, long nanos, String port) implements Event {}

    record Return(int line, long nanos, String port) implements Event {}

    record Panic(int line, long nanos) implements Event {}

    /** A line typed at the shell. */
    record Shell(int line, long nanos, String text) implements Event {}

    record Tempo(int line, long nanos, double bpm) implements Event {}

    /** From here on a meter of the rack shows this, in dB before the gain. */
    record Meter(int line, long nanos, String meter, double level, double peak) implements Event {}

    /** The clean stop. */
    record Quit(int line, long nanos) implements Event {}

    /** Time ends here; what follows in the input is not read. */
    record End(int line, long nanos) implements Event {}
}
