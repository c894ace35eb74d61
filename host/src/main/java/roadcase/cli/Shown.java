package roadcase.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import roadcase.midi.Kind;
import roadcase.midi.Message;

/**
 * Which messages a monitor shows.
 *
 * <p>Immutable, any thread.
 *
 * @param channel 1 to 16, or {@link #ANY}
 * @param number of a note, a CC, a program, an NRPN or an RPN, or {@link #ANY}
 */
public record Shown(Set<Sort> sorts, int channel, int number) {
    public static final int ANY = -1;
    private static final int MOST_NUMBER = 16_383;

    /** Kinds of traffic, by the names that a player would type. */
    public enum Sort {
        NOTES, CC, NRPN, RPN, PROGRAMS, BEND, AFTERTOUCH, SYSEX,
        /** Start, stop, continue, song position, and what is rarer. */
        SYSTEM,
        /** What comes all the time: clock and time code. */
        CLOCK,
        /** Active sensing. */
        SENSE
    }

    /** All but what comes all the time and says little. */
    public static final Shown USUAL =
            new Shown(EnumSet.complementOf(EnumSet.of(Sort.CLOCK, Sort.SENSE)), ANY, ANY);

    public Shown {
        sorts = Collections.unmodifiableSet(EnumSet.copyOf(sorts));
    }

    /**
     * As typed.
     *
     * @param only names with commas between, or null for the usual ones
     * @param channel a number, or null for any
     * @param number the same
     * @throws IllegalArgumentException with a sentence
     */
    public static Shown of(String only, String channel, String number) {
        return new Shown(only == null ? USUAL.sorts : sorts(only), number("channel", channel, 1, 16),
                number("number", number, 0, MOST_NUMBER));
    }

    private static Set<Sort> sorts(String only) {
        Set<Sort> sorts = EnumSet.noneOf(Sort.class);
        for (String name : only.split(",", -1)) sorts.add(sort(name.strip()));
        return sorts;
    }

    private static Sort sort(String name) {
        for (Sort sort : Sort.values()) if (said(sort).equals(name.toLowerCase(Locale.ROOT))) return sort;
        throw new IllegalArgumentException("'" + name + "' is nothing that a monitor tells apart; there are "
                + String.join(", ", names()));
    }

    public static List<String> names() {
        return Arrays.stream(Sort.values()).map(Shown::said).collect(Collectors.toList());
    }

    private static String said(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String what, String given, int low, int high) {
        if (given == null) return ANY;
        boolean fits = given.matches("\\d{1,5}") && Integer.parseInt(given) >= low && Integer.parseInt(given) <= high;
        if (fits) return Integer.parseInt(given);
        throw new IllegalArgumentException(what + " " + given + ": a " + what + " is " + low + " to " + high);
    }

    /** Whether a message as it passes is shown. */
    boolean shows(Message message) {
        return sorts.contains(sort(message)) && fits(message);
    }

    private boolean fits(Message message) {
        if (channel == ANY && number == ANY) return true;
        if (!message.kind().isChannel()) return false;
        byte[] bytes = message.bytes();
        boolean numbered = message.kind() != Kind.AFTERTOUCH && message.kind() != Kind.PITCH_BEND;
        return (channel == ANY || (bytes[0] & 0x0F) + 1 == channel) && (number == ANY || numbered && bytes[1] == number);
    }

    /** Whether a parameter that several CCs make is shown. */
    boolean shows(Sort sort, int onChannel, int parameter) {
        return sorts.contains(sort) && (channel == ANY || channel == onChannel) && (number == ANY || number == parameter);
    }

    private static Sort sort(Message message) {
        return switch (message.kind()) {
            case NOTE_OFF, NOTE_ON -> Sort.NOTES;
            case CC -> Sort.CC;
            case PROGRAM -> Sort.PROGRAMS;
            case PITCH_BEND -> Sort.BEND;
            case AFTERTOUCH, KEY_AFTERTOUCH -> Sort.AFTERTOUCH;
            case SYSEX -> Sort.SYSEX;
            case CLOCK, TIME_CODE -> Sort.CLOCK;
            case SENSE -> Sort.SENSE;
            default -> Sort.SYSTEM;
        };
    }
}
