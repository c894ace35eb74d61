package roadcase.cli.shell;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import roadcase.rig.Standing.ClockNow;

/**
 * {@code link}, {@code unlink} and {@code tempo} at the shell, as LinkVST has them, and {@code start} and {@code stop}
 * for gear that follows. One thread.
 */
final class LinkCommands {
    private static final double SLOWEST = 20;
    private static final double FASTEST = 999;

    private final Playing playing;

    LinkCommands(Playing playing) {
        this.playing = playing;
    }

    Reply link(List<String> given) {
        if (given.size() > 1) return Reply.mistake("`link` takes a tempo for when nobody is there, or nothing");
        OptionalDouble bpm = given.isEmpty() ? OptionalDouble.of(0) : bpm(given.get(0));
        if (bpm.isEmpty()) return noTempo(given.get(0));
        Reply refused = playing.timing().link(bpm.getAsDouble());
        return refused.mistake() != null ? refused : Reply.said("Link is on; `status` shows who is there.");
    }

    Reply unlink(List<String> given) {
        if (!given.isEmpty()) return Reply.mistake("`unlink` takes nothing");
        Reply refused = playing.timing().unlink();
        return refused.mistake() != null ? refused : Reply.said("Link is off; the tempo goes on.");
    }

    Reply tempo(List<String> given) {
        if (given.isEmpty()) return Reply.lines(playing.timing().clocks().stream().map(LinkCommands::line).toList());
        OptionalDouble bpm = given.size() == 1 ? bpm(given.get(0)) : OptionalDouble.empty();
        if (bpm.isEmpty()) return noTempo(String.join(" ", given));
        playing.timing().tempo(bpm.getAsDouble());
        return Reply.said(shown(bpm.getAsDouble()));
    }

    private static String line(ClockNow clock) {
        return clock.name() + ": " + shown(clock.bpm()) + " (" + clock.follows() + ")";
    }

    private static String shown(double bpm) {
        return String.format(Locale.ROOT, "%.1f bpm", bpm);
    }

    Reply start(List<String> given) {
        return play(given, true, "Started, with the next bar.");
    }

    Reply stop(List<String> given) {
        return play(given, false, "Stopped.");
    }

    private Reply play(List<String> given, boolean on, String said) {
        if (!given.isEmpty()) return Reply.mistake("`" + (on ? "start" : "stop") + "` takes nothing");
        Reply refused = playing.timing().play(on);
        return refused.mistake() != null ? refused : Reply.said(said);
    }

    private static Reply noTempo(String text) {
        return Reply.mistake("'" + text + "' is no tempo; say 20 to 999, such as 128 or 96.5");
    }

    private static OptionalDouble bpm(String text) {
        try {
            double bpm = Double.parseDouble(text.toLowerCase(Locale.ROOT).replaceFirst("\\.?bpm$", ""));
            return bpm >= SLOWEST && bpm <= FASTEST ? OptionalDouble.of(bpm) : OptionalDouble.empty();
        } catch (NumberFormatException none) {
            return OptionalDouble.empty();
        }
    }
}
