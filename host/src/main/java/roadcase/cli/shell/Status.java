package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import roadcase.rig.ClipsStanding;
import roadcase.rig.LoopStanding;
import roadcase.rig.PresetStanding;
import roadcase.rig.Rig;
import roadcase.rig.Standing;
import roadcase.rig.Standing.ClockNow;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.PagesPlan;

/**
 * How the show stands, for one line at the foot of a terminal.
 *
 * @param banks active bank per group, in the order of the script
 * @param pages page that is shown per device, in the order of the script
 * @param presets in the order of the script
 * @param clocks the gig's clocks, in the order of the script
 * @param loops in the order of the script
 * @param held notes that sound
 * @param faults counted since the start
 * @param code what is wrong with the script's own code
 * @param skipped cycles that the MIDI driver missed since the start
 * @param missing ports of the gig that are not there
 * @param clips launchers, in the order of the script
 */
public record Status(String gig, Map<String, String> banks, Map<String, String> pages, List<PresetStanding> presets,
        List<ClockNow> clocks, List<LoopStanding> loops, int held, long faults, Code code, long skipped,
        List<String> missing, List<ClipsStanding> clips) {
    /** A show without clips. */
    public Status(String gig, Map<String, String> banks, Map<String, String> pages, List<PresetStanding> presets,
            List<ClockNow> clocks, List<LoopStanding> loops, int held, long faults, Code code, long skipped, List<String> missing) {
        this(gig, banks, pages, presets, clocks, loops, held, faults, code, skipped, missing, List.of());
    }

    /**
     * @param slow how often code took longer than 2 ms, since the last reload
     * @param aside reactions that are put aside until the next one
     * @param left pieces of code that did not come back, since the start
     */
    public record Code(long slow, int aside, long left) {
        public static final Code FINE = new Code(0, 0, 0);

        private String line() {
            List<String> parts = new ArrayList<>();
            if (slow > 0) parts.add(slow + (slow == 1 ? " time" : " times") + " slower than 2 ms");
            if (aside > 0) parts.add(aside + " put aside until the next reload");
            if (left > 0) parts.add(left + " left behind");
            return String.join(", ", parts);
        }
    }

    /** Of the rig that plays and how it stands, with what is counted elsewhere. */
    public static Status of(Rig rig, Standing s, long faults, Code code, long skipped) {
        Map<String, String> banks = new LinkedHashMap<>();
        for (BanksPlan group : rig.banks()) banks.put(group.name(), s.banks().getOrDefault(group.name(), ""));
        Map<String, String> pages = new LinkedHashMap<>();
        for (PagesPlan plan : rig.pages()) pages.put(plan.device(), s.pages().getOrDefault(plan.device(), ""));
        return new Status(s.gig(), banks, pages, s.presets(), s.clocks(), s.loops(), s.held(), faults, code, skipped,
                s.missing(), s.clips());
    }

    /** At most {@code width} columns; what matters least is left out first. */
    public String line(int width) {
        List<String> parts = new ArrayList<>();
        parts.add(gig);
        banks.forEach((group, bank) -> parts.add(group + " " + bank));
        pages.forEach((device, page) -> parts.add(device + " " + page));
        if (!presets.isEmpty()) parts.add("preset " + shown());
        if (!missing.isEmpty()) parts.add("missing: " + String.join(", ", missing));
        if (faults > 0) parts.add(faults == 1 ? "1 fault" : faults + " faults");
        if (code.aside > 0) parts.add(code.aside + " put aside");
        if (skipped > 0) parts.add(skipped == 1 ? "1 cycle skipped" : skipped + " cycles skipped");
        parts.add("held " + held);
        for (ClockNow clock : clocks) parts.add(clocks.size() > 1 ? clock.name() + " " + beat(clock) : beat(clock));
        while (parts.size() > 1 && String.join(" | ", parts).length() > width) parts.remove(parts.size() - 1);
        String line = String.join(" | ", parts);
        return line.length() <= width ? line : line.substring(0, Math.max(0, width));
    }

    /** The selected one, and what is on beside it. */
    private String shown() {
        StringBuilder text = new StringBuilder();
        for (PresetStanding p : presets) if (p.shown()) text.append(p.name()).append(p.on() ? "" : " (off)");
        List<String> others = presets.stream().filter(p -> p.on() && !p.shown()).map(PresetStanding::name).toList();
        if (others.size() > 2) return text.append(" + ").append(others.size()).append(" more").toString();
        for (String other : others) text.append(" + ").append(other);
        return text.toString();
    }

    /** One line for each thing. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("gig      " + gig);
        banks.forEach((group, bank) -> lines.add("bank     " + group + ": " + bank));
        pages.forEach((device, page) -> lines.add("page     " + device + ": " + page));
        for (PresetStanding p : presets)
            lines.add("preset   " + p.name() + ": " + (p.on() ? "on" : "off") + (p.shown() ? ", shown" : ""));
        for (ClipsStanding c : clips)
            lines.add("clips    " + c.name() + ": " + (c.playing().isEmpty() ? "none plays" : "plays " + named(c.playing()))
                    + (c.waiting().isEmpty() ? "" : ", next " + named(c.waiting())));
        for (ClockNow clock : clocks)
            lines.add("clock    " + clock.name() + ": " + beat(clock) + " (" + clock.follows() + ")");
        for (LoopStanding loop : loops) lines.add("loop     " + LoopCommands.line(loop));
        lines.add("held     " + held + (held == 1 ? " note" : " notes"));
        lines.add("faults   " + faults);
        if (!code.line().isEmpty()) lines.add("code     " + code.line());
        if (skipped > 0) lines.add("skipped  " + skipped + (skipped == 1 ? " cycle" : " cycles") + " of the MIDI driver");
        lines.add("missing  " + (missing.isEmpty() ? "nothing" : String.join(", ", missing)));
        return lines;
    }

    /** Each as its column and row. */
    private static String named(List<ClipsStanding.Clip> clips) {
        return clips.stream().map(ClipsStanding.Clip::toString).collect(Collectors.joining(", "));
    }

    private static String beat(ClockNow clock) {
        return String.format(Locale.ROOT, "%.1f bpm", clock.bpm()) + (clock.running() ? " at " : " stopped at ")
                + clock.position() + peers(clock.peers());
    }

    private static String peers(int peers) {
        if (peers == ClockNow.ALONE) return "";
        return peers == 1 ? ", 1 peer" : ", " + peers + " peers";
    }
}
