package roadcase.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import roadcase.midi.Kind;
import roadcase.midi.Packed;
import roadcase.rig.Trace;
import roadcase.rig.Trace.Deed;
import roadcase.rig.Trace.Line;
import roadcase.rig.Trace.Refusal;
import roadcase.rig.Trace.Seen;
import roadcase.rig.Trace.Sent;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.RoutePlan;
import roadcase.route.Step;

/** What became of a message, as sentences. Pure. */
public final class WhySentence {
    /** More messages than this are counted, not told. */
    private static final int MOST_TOLD = 3;

    private WhySentence() {}

    /** The message itself: {@code note on 60 (C4) velocity 100, channel 1}. */
    public static String came(Trace trace) {
        return trace.value() == null ? trace.message().decoded() : seen(trace.value());
    }

    /** What one line did with it, or why it did nothing. */
    public static String of(Trace trace, Line line) {
        String subject = subject(trace, line.plan());
        if (!line.took()) return refusal(trace, subject, line.refusal());
        List<String> deeds = new ArrayList<>();
        if (!line.sent().isEmpty()) deeds.add(sent("sends ", line.sent()) + waiting(line));
        line.did().forEach(d -> deeds.add(deed(d)));
        return subject + " " + String.join(", ", deeds);
    }

    /** What ended because a key, a button or a pedal went up. */
    public static String ended(Trace trace) {
        return sent("what it held ends: ", trace.ended());
    }

    /** What to say where no line looks at it and nothing ended. */
    public static String nobody(Trace trace) {
        boolean up = trace.message() != null && trace.message().isShort() && Packed.isNoteOff(trace.message().packed());
        return up ? "a key that goes up ends what it began, and nothing is held by it"
                : "no line of this gig looks at it";
    }

    /** One word for the place where a line refused it, for programs. */
    public static String step(Refusal refusal) {
        if (refusal instanceof Refusal.Stopped s) return s.step().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (refusal instanceof Refusal.Elsewhere s)
            return s.layer() instanceof Layer.Preset ? "preset" : s.layer() instanceof Layer.Held ? "holding"
                    : s.layer() instanceof Layer.Page ? "page" : "bank";
        if (refusal instanceof Refusal.SwitchedOff) return "switch";
        if (refusal instanceof Refusal.InParts) return "parts";
        if (refusal instanceof Refusal.Silent) return "takeover";
        if (refusal instanceof Refusal.Reported) return "report";
        if (refusal instanceof Refusal.Beaten) return "owner";
        if (refusal instanceof Refusal.NotHeard) return "release";
        if (refusal instanceof Refusal.Quiet) return "target";
        return "unforeseen";
    }

    /** With its file only where lines of several have looked at the message. */
    private static String subject(Trace trace, RoutePlan plan) {
        boolean several = trace.lines().stream().anyMatch(l -> !l.plan().origin().file().equals(plan.origin().file()));
        return "line " + plan.origin().line() + (several ? " of " + plan.origin().file() : "") + (plan.name() == null ? "" : " ('" + plan.name() + "')");
    }

    private static String seen(Seen seen) {
        String channel = ", channel " + seen.channel();
        return switch (seen.kind()) {
            case NRPN, RPN, CC14 -> seen.kind().said() + " " + seen.number() + " = " + seen.value() + channel;
            case PROGRAM -> "program " + seen.number() + channel;
            case AFTERTOUCH -> "aftertouch " + seen.value() + channel;
            case PITCH_BEND -> "pitch bend " + (seen.value() - 8_192) + channel;
            default -> Packed.message(Packed.of(Kind.values()[seen.kind().ordinal()], seen.channel(), seen.number(),
                    seen.value())).decoded();
        };
    }

    // ---- what was done

    private static String sent(String verb, List<Sent> sent) {
        Map<String, List<String>> ports = new LinkedHashMap<>();
        for (Sent one : sent) ports.computeIfAbsent(one.port(), p -> new ArrayList<>()).add(one.message().decoded());
        Map<String, List<String>> byWhat = new LinkedHashMap<>();
        ports.forEach((port, what) -> byWhat.computeIfAbsent(what.size() <= MOST_TOLD ? String.join(" and ", what)
                : what.size() + " messages", w -> new ArrayList<>()).add("'" + port + "'"));
        return byWhat.entrySet().stream().map(e -> verb + e.getKey() + " to " + String.join(" and ", e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String waiting(Line line) {
        if (line.sent().stream().noneMatch(Sent::waits)) return "";
        List<Step> steps = line.plan().steps();
        List<String> waits = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++)
            if (steps.get(i) instanceof Step.Waiting) StepPhrase.of(steps.get(i), steps.subList(0, i)).ifPresent(waits::add);
        return ", " + String.join(", ", waits);
    }

    private static String deed(Deed deed) {
        if (deed instanceof Deed.Ran d) return "runs code (" + d.code() + ")";
        if (deed instanceof Deed.Moved d) return "moves '" + d.value() + "' to " + StepPhrase.number(d.to());
        if (deed instanceof Deed.Switched d) return d.on() ? "turns its toggle on" : "turns its toggle off";
        if (deed instanceof Deed.Acted d) {
            String action = RouteSentence.action(d.action());
            boolean goes = d.action() instanceof Action.StepBank || d.action() instanceof Action.StepPage || d.action() instanceof Action.GoPage;
            return goes ? "goes to " + action : action.replaceFirst("^(turn|select|stop)", "$1s").replaceFirst("^launch", "launches");
        }
        throw new IllegalArgumentException("a deed that nobody has explained yet: " + deed);
    }

    // ---- why not

    private static String refusal(Trace trace, String line, Refusal refusal) {
        if (refusal instanceof Refusal.Stopped s) return stopped(trace, line, s);
        if (refusal instanceof Refusal.Elsewhere s) return line + ": " + elsewhere(s);
        if (refusal instanceof Refusal.SwitchedOff) return line + " is switched off";
        if (refusal instanceof Refusal.InParts s)
            return "this CC is a part of " + (s.number() < 0 ? "an " + s.of().said() : s.of().said() + " " + s.number())
                    + ", which " + line + " takes whole";
        if (refusal instanceof Refusal.Silent s) return line + ": the knob " + silent(s);
        if (refusal instanceof Refusal.Reported)
            return line + ": the unit said where its knob stands; nobody moved it";
        if (refusal instanceof Refusal.Beaten s) return line + ": " + subject(trace, s.by()) + " has the say over it now";
        if (refusal instanceof Refusal.NotHeard) return line + ": its code did not hear this go down";
        if (refusal instanceof Refusal.Quiet s) return line + quiet(s);
        if (refusal instanceof Refusal.Unforeseen)
            return line + " went another way than its steps say; please report this";
        throw new IllegalArgumentException("a refusal that nobody has explained yet: " + refusal);
    }

    private static String stopped(Trace trace, String line, Refusal.Stopped s) {
        String phrase = StepPhrase.of(s.step(), s.before()).orElse("what has a channel");
        String here = s.at() == null ? came(trace) + ", which has no channel" : seen(s.at());
        String what = here.equals(came(trace)) || s.at() == null ? "this is " + here : "here it is " + here;
        if (s.step() instanceof Step.Channels && s.at() != null)
            return line + " lets " + phrase + " pass; this came on channel " + s.at().channel();
        if (s.step() instanceof Step.Kinds && s.at() == null) what = "this is " + came(trace);
        if (s.step() instanceof Step.Transpose) return line + " goes " + phrase + "; " + what + ", and there is no such key";
        if (s.step() instanceof Step.Scale scale) phrase = "values " + StepPhrase.range(scale.fromLow(), scale.fromHigh());
        if (s.step() instanceof Step.Becomes)
            return line + " makes a program of keys that go down; " + what;
        if (s.step() instanceof Step.Swapped || phrase.startsWith("changing "))
            return line + " would make a note of no loudness, which begins nothing; " + what;
        if (phrase.startsWith("without ")) return line + " stops " + phrase.substring(8) + "; " + what;
        String only = phrase.startsWith("only ") ? phrase : "only " + phrase;
        return line + " lets " + only + " pass; " + what;
    }

    private static String elsewhere(Refusal.Elsewhere s) {
        if (s.layer() instanceof Layer.Preset l) return "the preset '" + l.preset() + "' is off";
        if (s.layer() instanceof Layer.Held l) return "it plays only while " + l.control() + " of " + l.device() + " is held";
        if (s.layer() instanceof Layer.Bank l) return "bank " + l.bank() + " is not active; " + s.now() + " is";
        if (s.layer() instanceof Layer.Page l) return "page " + l.page() + " of " + l.device() + " is not shown; " + s.now() + " is";
        return "it plays in " + s.layer() + ", which is not now";
    }

    private static String silent(Refusal.Silent s) {
        return switch (s.takeover().mode()) {
            case JUMP -> "is silent";
            case HYSTERESIS -> "waits until it has moved by " + s.takeover().steps()
                    + (s.from() < 0 ? "" : " from " + s.from()) + "; it is at " + s.at();
            case PICKUP -> "waits until it meets " + s.stored() + "; it is at " + s.at();
            case SCALED -> "has to move before it goes towards " + s.stored() + "; it is at " + s.at();
        };
    }

    private static String quiet(Refusal.Quiet s) {
        return switch (s.cause()) {
            case NO_TRIGGER -> " lets it pass, but it fires only as this comes where it wants it, and once";
            case ALREADY -> " lets it pass, but what it would begin sounds already, or another hand or foot holds it";
            case FULL -> " lets it pass, but too much is held or waits already";
            case NOBODY_THERE -> " lets it pass, but there is nobody behind '" + s.port() + "'";
        };
    }
}
