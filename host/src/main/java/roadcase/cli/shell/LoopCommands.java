package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import roadcase.loop.Gains;
import roadcase.loop.LoopState;
import roadcase.loop.Rule;
import roadcase.rig.LoopStanding;
import roadcase.rig.Loops;
import roadcase.rig.Spelling;

/** {@code loop} at the shell. One thread. */
final class LoopCommands {
    private static final double USUAL_STEP_DB = 3;
    private static final double USUAL_RELAY_DB = 1.5;
    private static final List<String> DEEDS = List.of("on", "off", "target", "gains", "tune", "abort");
    private static final int WIDTH = 40;
    /** What the little picture shows on each side of the target, in dB. */
    private static final double SHOWN_DB = 10;

    private final Playing playing;

    LoopCommands(Playing playing) {
        this.playing = playing;
    }

    Reply loop(List<String> given) {
        List<LoopStanding> loops = playing.loops();
        if (loops.isEmpty()) return Reply.mistake("This gig has no loops");
        if (given.isEmpty()) return Reply.lines(loops.stream().map(LoopCommands::line).toList());
        List<String> names = loops.stream().map(LoopStanding::name).toList();
        String name = given.get(0);
        // With one loop its name may be left out.
        boolean bare = names.size() == 1 && !names.contains(name) && DEEDS.contains(name);
        if (bare) name = names.get(0);
        else if (!names.contains(name))
            return Reply.mistake("There is no loop '" + name + "'" + Spelling.didYouMean(name, names));
        return deed(name, given.subList(bare ? 0 : 1, given.size()));
    }

    private Reply deed(String name, List<String> given) {
        if (given.isEmpty()) return Reply.lines(whole(standing(name)));
        String deed = given.get(0);
        return switch (deed) {
            case "on", "off" -> given.size() > 1 ? usage(deed, "nothing more") : done(name, l -> l.turn(name, deed.equals("on")));
            case "target" -> target(name, given);
            case "gains" -> gains(name, given);
            case "tune" -> tune(name, given);
            case "abort" -> done(name, l -> l.abort(name));
            default -> Reply.mistake("A loop knows on, off, target, gains, tune and abort; '" + deed + "' is none of that"
                    + Spelling.didYouMean(deed, DEEDS));
        };
    }

    private Reply done(String name, Function<Loops, String> what) {
        String no = playing.loop(what);
        return no == null ? Reply.lines(List.of(line(standing(name)))) : Reply.mistake("That cannot be: " + no);
    }

    private static Reply usage(String deed, String takes) {
        return Reply.mistake("`loop NAME " + deed + "` takes " + takes);
    }

    private Reply target(String name, List<String> given) {
        double level = given.size() == 2 ? number(given.get(1)) : Double.NaN;
        if (!(Math.abs(level) <= 90)) return usage("target", "a level in dB, such as -18");
        return done(name, l -> l.target(name, level));
    }

    private Reply gains(String name, List<String> given) {
        String takes = "p, i and d, such as 0.31 0.31 0, or a rule of the last tuning";
        if (given.size() == 4) {
            double[] three = given.subList(1, 4).stream().mapToDouble(LoopCommands::number).toArray();
            try {
                Gains gains = new Gains(three[0], three[1], three[2]);
                return done(name, l -> l.gains(name, gains));
            } catch (IllegalArgumentException refused) {
                return Reply.mistake(refused.getMessage());
            }
        }
        if (given.size() < 2) return usage("gains", takes);
        String wanted = String.join(" ", given.subList(1, given.size()));
        Map<Rule, Gains> proposals = standing(name).proposals();
        if (proposals.isEmpty()) return Reply.mistake("'" + name + "' was not tuned yet: `loop NAME gains` takes " + takes);
        for (Map.Entry<Rule, Gains> proposal : proposals.entrySet())
            if (proposal.getKey().said().equalsIgnoreCase(wanted)) return done(name, l -> l.gains(name, proposal.getValue()));
        return Reply.mistake("The last tuning proposes nothing by '" + wanted + "'"
                + Spelling.didYouMean(wanted, proposals.keySet().stream().map(Rule::said).toList()));
    }

    private Reply tune(String name, List<String> given) {
        String takes = "relay or step, and how many dB: tune relay 1.5, tune step 3";
        if (given.size() < 2 || given.size() > 3) return usage("tune", takes);
        boolean relay = given.get(1).equals("relay");
        if (!relay && !given.get(1).equals("step")) return usage("tune", takes);
        double decibels = given.size() == 3 ? number(given.get(2)) : relay ? USUAL_RELAY_DB : USUAL_STEP_DB;
        if (Double.isNaN(decibels)) return usage("tune", takes);
        return done(name, l -> relay ? l.relay(name, decibels) : l.steps(name, decibels));
    }

    private static double number(String text) {
        String plain = text.toLowerCase(Locale.ROOT).endsWith("db") ? text.substring(0, text.length() - 2) : text;
        try {
            return Double.parseDouble(plain.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private LoopStanding standing(String name) {
        return playing.loops().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
    }

    /** How a loop stands, in short. */
    static String line(LoopStanding l) {
        return l.name() + ": " + decibels(l.measured()) + " for " + decibels(l.target()) + ", output " + decibels(l.output()) + ", "
                + (l.state() == LoopState.TUNING && l.tuning() != null ? "in a " + l.tuning() : l.state().said());
    }

    private static List<String> whole(LoopStanding l) {
        List<String> lines = new ArrayList<>();
        lines.add(line(l));
        lines.add("  " + picture(l.measured() - l.target()));
        lines.add("  " + (l.strategy() == null ? "strategy not known yet" : l.strategy().name().toLowerCase(Locale.ROOT))
                + ", p " + plain(l.gains().p()) + "  i " + plain(l.gains().i()) + "  d " + plain(l.gains().d())
                + (l.content() == null ? "" : ", hears " + l.content().name().toLowerCase(Locale.ROOT)));
        if (!l.proposals().isEmpty()) lines.add("  The last tuning proposes:");
        l.proposals().forEach((rule, gains) -> lines.add(String.format(Locale.ROOT, "    %-20s p %-7s i %-7s d %s", rule.said(),
                plain(gains.p()), plain(gains.i()), plain(gains.d()))));
        return lines;
    }

    /** The level beside its target, 10 dB each way. */
    private static String picture(double error) {
        StringBuilder bar = new StringBuilder("-10 dB ");
        int at = (int) Math.round((error / SHOWN_DB + 1) / 2 * WIDTH);
        for (int i = 0; i <= WIDTH; i++)
            bar.append(!Double.isNaN(error) && i == Math.max(0, Math.min(WIDTH, at)) ? '#' : i == WIDTH / 2 ? '|' : '.');
        return bar.append(" +10 dB").toString();
    }

    private static String decibels(double level) {
        return Double.isNaN(level) ? "?" : String.format(Locale.ROOT, "%.1f dB", level);
    }

    private static String plain(double gain) {
        return String.format(Locale.ROOT, "%.3f", gain);
    }

    /** What may follow. */
    Stream<String> after(List<String> before) {
        List<LoopStanding> loops = playing.loops();
        if (before.size() == 1) return loops.stream().map(LoopStanding::name);
        if (before.size() == 2) return DEEDS.stream();
        if (before.size() == 3 && before.get(2).equals("tune")) return Stream.of("relay", "step");
        if (before.size() == 3 && before.get(2).equals("gains"))
            return loops.stream().filter(l -> l.name().equals(before.get(1))).flatMap(l -> l.proposals().keySet().stream())
                    .map(Rule::said);
        return Stream.empty();
    }
}
