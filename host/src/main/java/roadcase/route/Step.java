package roadcase.route;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.Kind;

/**
 * One thing that a flow does to each message, in the order of the script's line. Pure data; {@link Chain} runs it.
 * Channels count 1..16, numbers and values are those on the wire.
 */
public sealed interface Step {
    /** Only these kinds pass; a 14-bit CC counts as a CC. */
    record Kinds(Set<Kind> kinds) implements Step {}

    /** These kinds stop. */
    record Ignoring(Set<Kind> kinds, Set<EventKind> joined) implements Step {
        public Ignoring(Set<Kind> kinds) {
            this(kinds, Set.of());
        }
    }

    /** Only channel messages on these channels pass. */
    record Channels(int low, int high) implements Step {}

    /** Only these note, CC or program numbers pass; kinds without a number pass untouched. */
    record Numbers(int low, int high) implements Step {}

    /** Only these parameters pass, joined out of their CCs: NRPN, RPN or CC14. */
    record Parameters(EventKind kind, int low, int high) implements Step {}

    /** On these channels CC n and n + 32 are one value of 14 bits, for n from low to high. */
    record Pairs(int low, int high, int channelLow, int channelHigh) implements Step {}

    /**
     * This is an MPE keyboard: each note has a channel of its own. Changes nothing; the check looks after it.
     *
     * @param lower member channels of the zone that channel 1 leads, 0 for none
     * @param upper member channels of the zone that channel 16 leads, 0 for none
     */
    record Mpe(int lower, int upper) implements Step {
        /** Whether these channels are a part of a zone, and not whole ones. */
        public boolean cuts(int low, int high) {
            return cuts(1, lower, low, high) || cuts(16 - upper, upper, low, high);
        }

        private static boolean cuts(int first, int members, int low, int high) {
            int last = first + members;
            boolean none = members == 0 || high < first || low > last;
            return !none && (low > first || high < last);
        }
    }

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

    /** Only values low..high pass; notes and programs, which have none, do not. A bend's are 0..16383. */
    record Within(int low, int high) implements Step {}

    /** Turns a message into another kind; numbers and values are stretched. */
    record Becomes(Shape shape) implements Step {}

    /** The two data bytes change places: the number is the value, the value the number. */
    record Swapped() implements Step {}

    /**
     * The MIDI Router's own filter: a message matches where kind, channel and both bytes do. System messages never pass.
     *
     * @param events which kinds match, and what they become
     * @param channel empty for any; where several ranges match, the last one counts
     * @param data1 first byte: note, CC, program or parameter number, the pressure of an aftertouch
     * @param data2 second byte: velocity or value
     */
    record Filter(Does does, Map<EventKind, EventKind> events, List<Range> channel, List<Range> data1, List<Range> data2)
            implements Step {
        public enum Does {
            /** What matches is changed and passes, the rest stops. */
            ONLY,
            /** What matches stops, the rest passes. */
            DROP,
            /** What matches is changed, the rest passes untouched. */
            CHANGE
        }

        public Filter {
            Map<EventKind, EventKind> own = new EnumMap<>(EventKind.class);
            own.putAll(events);
            events = java.util.Collections.unmodifiableMap(own);
            channel = List.copyOf(channel);
            data1 = List.copyOf(data1);
            data2 = List.copyOf(data2);
        }
    }

    /** Waits for the next line of a grid. */
    record Quantise(double beats, double bars, String clock) implements Step, Waiting {
        public Quantise(double beats) {
            this(beats, 0, null);
        }
    }

    /** Waits: {@code nanos} where it is no music. */
    record After(long nanos, double beats, double bars, String clock) implements Step, Waiting {
        public After(long nanos, double beats) {
            this(nanos, beats, 0, null);
        }
    }

    /** Waits until the clock is at this place, counted from its first bar line; goes on at once where it is past it. */
    record At(double beats, double bars, String clock) implements Step, Waiting {}

    /**
     * Music that is waited for, in beats and in bars of the clock.
     *
     * @see Step
     */
    sealed interface Waiting permits Quantise, After, At {
        double beats();

        double bars();

        /** The written name of the clock, or null for the gig's first. */
        String clock();
    }
}
