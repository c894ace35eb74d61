package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the show stands, for one line at the foot of a terminal.
 *
 * @param banks active bank per group, in the order of the script
 * @param bpm beats per minute, or 0 where no clock runs
 * @param held notes that sound
 * @param faults counted since the start
 * @param skipped cycles that the MIDI driver missed since the start
 * @param missing ports of the gig that are not there
 */
public record Status(String gig, Map<String, String> banks, double bpm, int held, long faults, long skipped,
        List<String> missing) {
    /** At most {@code width} columns; what matters least is left out first. */
    public String line(int width) {
        List<String> parts = new ArrayList<>();
        parts.add(gig);
        banks.forEach((group, bank) -> parts.add(group + " " + bank));
        if (!missing.isEmpty()) parts.add("missing: " + String.join(", ", missing));
        if (faults > 0) parts.add(faults == 1 ? "1 fault" : faults + " faults");
        if (skipped > 0) parts.add(skipped == 1 ? "1 cycle skipped" : skipped + " cycles skipped");
        parts.add("held " + held);
        if (bpm > 0) parts.add(String.format(Locale.ROOT, "%.1f bpm", bpm));
        while (parts.size() > 1 && String.join(" | ", parts).length() > width) parts.remove(parts.size() - 1);
        String line = String.join(" | ", parts);
        return line.length() <= width ? line : line.substring(0, Math.max(0, width));
    }

    /** One line for each thing. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("gig      " + gig);
        banks.forEach((group, bank) -> lines.add("bank     " + group + ": " + bank));
        if (bpm > 0) lines.add(String.format(Locale.ROOT, "tempo    %.1f bpm", bpm));
        lines.add("held     " + held + (held == 1 ? " note" : " notes"));
        lines.add("faults   " + faults);
        if (skipped > 0) lines.add("skipped  " + skipped + (skipped == 1 ? " cycle" : " cycles") + " of the MIDI driver");
        lines.add("missing  " + (missing.isEmpty() ? "nothing" : String.join(", ", missing)));
        return lines;
    }
}
