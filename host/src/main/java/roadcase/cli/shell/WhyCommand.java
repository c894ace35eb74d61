package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roadcase.cli.explain.WhySentence;
import roadcase.midi.Message;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Spelling;
import roadcase.rig.Trace;
import roadcase.rig.Why;
import roadcase.rig.plan.PortPlan;

/** {@code why} at the shell. One thread. */
final class WhyCommand {
    private final Playing playing;

    WhyCommand(Playing playing) {
        this.playing = playing;
    }

    /** {@code why}, {@code why 5}, {@code why off}, {@code why PORT 90 3C 40}. */
    Reply why(List<String> given) {
        if (given.size() > 1) return supposed(given.get(0), String.join(" ", given.subList(1, given.size())));
        if (given.isEmpty()) return last(1);
        if (given.get(0).equals("off")) {
            playing.watch(false);
            return Reply.said("Nobody watches what becomes of messages any more.");
        }
        if (!given.get(0).matches("\\d{1,4}"))
            return Reply.mistake("`why` takes a number of messages, off, or an input and a message such as 90 3C 40");
        return last(Math.max(1, Integer.parseInt(given.get(0))));
    }

    private Reply last(int many) {
        Optional<Why.Watched> kept = playing.why();
        if (kept.isEmpty()) {
            playing.watch(true);
            return Reply.said("From now on what comes in is watched, the last " + Why.KEPT + " messages: play it, then say `why`"
                    + " again. `why off` ends it.");
        }
        List<Trace> all = kept.get().last();
        if (all.isEmpty()) return Reply.said("Nothing has come in since.");
        List<String> lines = new ArrayList<>();
        for (Trace trace : all.subList(Math.max(0, all.size() - many), all.size())) lines.addAll(lines(trace));
        if (kept.get().leftOut() > 0)
            lines.add(kept.get().leftOut() + " messages came too fast to be watched: while music plays, it goes first");
        return Reply.lines(lines);
    }

    private Reply supposed(String port, String hex) {
        Message message;
        try {
            message = Message.parse(hex);
        } catch (IllegalArgumentException e) {
            return Reply.mistake(e.getMessage());
        }
        Trace trace = playing.why(port, message);
        if (trace != null) return Reply.lines(lines(trace));
        List<String> inputs = playing.rig().ports().stream().filter(p -> p.direction() == Direction.INPUT)
                .map(PortPlan::name).distinct().toList();
        return Reply.mistake("The gig has no input '" + port + "'" + Spelling.didYouMean(port, inputs));
    }

    private static List<String> lines(Trace trace) {
        List<String> lines = new ArrayList<>();
        String hex = trace.message() == null || trace.message().length() > 8 ? "" : trace.message().hex() + "  ";
        lines.add(trace.port() + "  " + hex + WhySentence.came(trace));
        for (Trace.Line line : trace.lines()) lines.add((line.took() ? "  yes  " : "  no   ") + WhySentence.of(trace, line));
        if (!trace.ended().isEmpty()) lines.add("  yes  " + WhySentence.ended(trace));
        else if (trace.lines().isEmpty()) lines.add("  no   " + WhySentence.nobody(trace));
        if (trace.more() > 0) lines.add("  no   and " + trace.more() + " more lines");
        return lines;
    }
}
