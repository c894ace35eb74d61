package roadcase.cli.explain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.route.Shape;
import roadcase.route.Step;

/** What one step of a flow does, in a few words; empty where it changes nothing. */
final class StepPhrase {
    private static final Set<Kind> NOTES = Set.of(Kind.NOTE_ON, Kind.NOTE_OFF);

    private StepPhrase() {}

    static Optional<String> of(Step step, List<Step> before) {
        if (step instanceof Step.Kinds s) return kinds(s.kinds());
        if (step instanceof Step.Ignoring s) return ignoring(s);
        if (step instanceof Step.Channels s)
            return s.low() <= 1 && s.high() >= 16 ? Optional.empty() : said("only channel " + range(s.low(), s.high()));
        if (step instanceof Step.Numbers s) return numbers(s, before);
        if (step instanceof Step.Zone s)
            return said("the part '" + s.name() + "' (" + notes(s.low(), s.high()) + ")");
        if (step instanceof Step.Velocities s)
            return s.low() <= 1 && s.high() >= 127 ? Optional.empty()
                    : said("only velocities " + range(s.low(), s.high()));
        if (step instanceof Step.Transpose s) return transpose(s.semitones());
        if (step instanceof Step.ToChannel s)
            return comesOnly(before, s.channel()) ? Optional.empty() : said("sent on channel " + s.channel());
        if (step instanceof Step.VelocityInto s)
            return s.low() == 1 && s.high() == 127 ? Optional.empty()
                    : said(s.low() == s.high() ? "with velocity " + s.low() : "velocity stretched into "
                    + range(s.low(), s.high()));
        if (step instanceof Step.Scale s)
            return s.fromLow() == s.toLow() && s.fromHigh() == s.toHigh() && s.fromLow() == 0 && s.fromHigh() == 127
                    ? Optional.empty()
                    : said("values " + range(s.fromLow(), s.fromHigh()) + " stretched over "
                    + range(s.toLow(), s.toHigh()));
        if (step instanceof Step.Within s) return within(s, before);
        if (step instanceof Step.Parameters s) return said("only " + s.kind().said()
                + (s.low() == 0 && s.high() == s.kind().mostNumber() ? "s" : " " + range(s.low(), s.high())));
        if (step instanceof Step.Pairs s) return said("CC " + range(s.low(), s.high()) + " with 14 bits"
                + (s.channelLow() == 1 && s.channelHigh() == 16 ? "" : " on channel " + range(s.channelLow(), s.channelHigh())));
        if (step instanceof Step.Mpe) return said("as MPE");
        if (step instanceof Step.Swapped) return said("number and value swapped");
        if (step instanceof Step.Filter s) return FilterPhrase.of(s);
        if (step instanceof Step.Becomes s) return said("as " + shape(s.shape()));
        if (step instanceof Step.Quantise s)
            return s.beats() <= 0 && s.bars() <= 0 ? Optional.empty()
                    : said("held back to the next grid line of " + music(s) + by(s));
        if (step instanceof Step.At s) return said("held back until " + music(s) + " have been played" + by(s));
        if (step instanceof Step.After s) return after(s);
        throw new IllegalArgumentException("a step that nobody has explained yet: " + step);
    }

    private static Optional<String> kinds(Set<Kind> kinds) {
        return kinds.size() == Kind.values().length ? Optional.empty() : said("only " + names(kinds));
    }

    private static Optional<String> ignoring(Step.Ignoring s) {
        String joined = s.joined().stream().sorted().map(k -> k.said() + "s").collect(Collectors.joining(", "));
        if (s.kinds().isEmpty() && joined.isEmpty()) return Optional.empty();
        String both = s.kinds().isEmpty() || joined.isEmpty() ? "" : ", ";
        return said("without " + (s.kinds().isEmpty() ? "" : names(s.kinds())) + both + joined);
    }

    /** Whether a step says which numbers, so that the kinds before it need no phrase of their own. */
    static boolean narrows(Step step) {
        return step instanceof Step.Numbers s && !(s.low() <= 0 && s.high() >= 127);
    }

    private static Optional<String> numbers(Step.Numbers s, List<Step> before) {
        if (!narrows(s)) return Optional.empty();
        if (before.isEmpty() || !(before.get(before.size() - 1) instanceof Step.Kinds k))
            return said("only number " + range(s.low(), s.high()));
        if (k.kinds().equals(Set.of(Kind.CC))) return said("only CC " + range(s.low(), s.high()));
        if (k.kinds().equals(Set.of(Kind.PROGRAM))) return said("only program " + range(s.low(), s.high()));
        if (k.kinds().equals(NOTES)) return said("only " + notes(s.low(), s.high()));
        return said("only " + names(k.kinds()) + ", " + (NOTES.containsAll(k.kinds()) ? notes(s.low(), s.high())
                : "number " + range(s.low(), s.high())));
    }

    /** A bend is told as it is written, from its middle. */
    private static Optional<String> within(Step.Within s, List<Step> before) {
        boolean bend = before.contains(new Step.Kinds(Set.of(Kind.PITCH_BEND)));
        int middle = bend ? 8_192 : 0;
        boolean toTheTop = s.high() == 127 && !bend || s.high() == 16_383;
        if (s.low() == s.high()) return said("only the value " + (s.low() - middle));
        if (toTheTop && s.low() <= 0) return Optional.empty();
        if (toTheTop) return said("only values above " + (s.low() - 1 - middle));
        if (s.low() <= 0) return said("only values below " + (s.high() + 1 - middle));
        return said("only values " + range(s.low() - middle, s.high() - middle));
    }

    private static Optional<String> transpose(int semitones) {
        if (semitones == 0) return Optional.empty();
        int by = Math.abs(semitones);
        return said((semitones > 0 ? "up by " : "down by ") + by + (by == 1 ? " semitone" : " semitones"));
    }

    /** Whether only this channel is left, so that moving there moves nothing. */
    private static boolean comesOnly(List<Step> before, int channel) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i) instanceof Step.ToChannel t) return t.channel() == channel;
            if (before.get(i) instanceof Step.Channels c && c.low() == channel && c.high() == channel) return true;
        }
        return false;
    }

    private static Optional<String> after(Step.After s) {
        if (s.beats() > 0 || s.bars() > 0) return said(music(s) + " later" + by(s));
        return s.nanos() <= 0 ? Optional.empty() : said(number(s.nanos() / 1e6) + " ms later");
    }

    static String shape(Shape shape) {
        String numbers = range(shape.low(), shape.high());
        String what = switch (shape.form()) {
            case NOTE -> shape.low() == shape.high() ? "note " + note(shape.low()) : notes(shape.low(), shape.high());
            case CC -> "CC " + numbers;
            case CC14 -> "14-bit CC " + numbers;
            case NRPN -> "NRPN " + numbers;
            case RPN -> "RPN " + numbers;
            case PROGRAM -> "program " + numbers;
            case PITCH_BEND -> "pitch bend";
            case AFTERTOUCH -> "aftertouch";
            case KEY_AFTERTOUCH -> "key aftertouch of note " + numbers;
        };
        boolean whole = shape.valueLow() == 0 && shape.valueHigh() == shape.form().mostValue();
        return whole || shape.form() == Shape.Form.PROGRAM ? what : what + ", values "
                + range(shape.valueLow(), shape.valueHigh());
    }

    private static String names(Collection<Kind> kinds) {
        if (kinds.equals(NOTES)) return "notes";
        return kinds.stream().sorted().map(StepPhrase::name).collect(Collectors.joining(", "));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case CC -> "CCs";
            case SYSEX -> "SysEx";
            case NOTE_ON -> "notes going down";
            case NOTE_OFF -> "notes going up";
            case PROGRAM -> "program changes";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String notes(int low, int high) {
        return low == high ? "note " + note(low) : "notes " + note(low) + " to " + note(high);
    }

    private static String note(int note) {
        return note >= 0 && note <= 127 ? Message.noteName(note) + " (" + note + ")" : String.valueOf(note);
    }

    static String range(int low, int high) {
        return low == high ? String.valueOf(low) : low + " to " + high;
    }

    private static String music(Step.Waiting s) {
        if (s.bars() > 0) return number(s.bars()) + (s.bars() == 1 ? " bar" : " bars");
        return number(s.beats()) + (s.beats() == 1 ? " beat" : " beats");
    }

    private static String by(Step.Waiting s) {
        return s.clock() == null ? "" : " by " + s.clock();
    }

    /** Without a decimal point where it is whole. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4g", value).replaceAll("0+$", "");
    }

    private static Optional<String> said(String phrase) {
        return Optional.of(phrase);
    }
}
