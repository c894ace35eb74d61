package roadcase.route;

import java.util.Set;
import roadcase.midi.Kind;

/**
 * One thing that a flow does to each message, in the order of the script's line. Pure data; {@link Chain} runs it.
 * Channels count 1..16, numbers and values are those on the wire.
 */
public sealed interface Step {
    /** Only these kinds pass. */
    record Kinds(Set<Kind> kinds) implements Step {}

    /** These kinds stop. */
    record Ignoring(Set<Kind> kinds) implements Step {}

    /** Only channel messages on these channels pass. */
    record Channels(int low, int high) implements Step {}

    /** Only these note, CC or program numbers pass; kinds without a number pass untouched. */
    record Numbers(int low, int high) implements Step {}

    /** A part of a keyboard: its notes, and what belongs to no single key (pedals, bend, pressure), but no program. */
    record Zone(String name, int low, int high) implements Step {}

    /** Only note-ons this loud pass; an off belongs to its on. */
    record Velocities(int low, int high) implements Step {}

    /** Moves notes by semitones; what would leave 0..127 stops. */
    record Transpose(int semitones) implements Step {}

    record ToChannel(int channel) implements Step {}

    /** Stretches velocity 1..127 into low..high. */
    record VelocityInto(int low, int high) implements Step {}

    /** Stretches values fromLow..fromHigh over toLow..toHigh; values outside stop. */
    record Scale(int fromLow, int fromHigh, int toLow, int toHigh) implements Step {}

    /** Turns a message into another kind; numbers and values are stretched. */
    record Becomes(Shape shape) implements Step {}

    /** Waits for the next grid line of {@code beats} beats. */
    record Quantise(double beats) implements Step {}

    /** Waits: {@code nanos} where beats is 0. */
    record After(long nanos, double beats) implements Step {}
}
