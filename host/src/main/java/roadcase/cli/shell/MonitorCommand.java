package roadcase.cli.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roadcase.cli.Shown;
import roadcase.rig.Spelling;
import roadcase.rig.plan.PortPlan;

/** {@code monitor} at the shell. One thread. */
final class MonitorCommand {
    private static final List<String> OPTIONS = List.of("--only", "--channel", "--number");

    private final Playing playing;

    MonitorCommand(Playing playing) {
        this.playing = playing;
    }

    /** {@code monitor off}, {@code monitor PORT... --only notes,cc --channel 1 --number 7}. */
    Reply monitor(List<String> given) {
        if (given.equals(List.of("off"))) return playing.monitor(List.of(), Shown.USUAL);
        List<String> ports = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String word = given.get(i);
            if (!word.startsWith("--")) ports.add(word);
            else if (!OPTIONS.contains(word))
                return Reply.mistake("`monitor` knows no " + word + Spelling.didYouMean(word, OPTIONS));
            else if (++i == given.size()) return Reply.mistake("`monitor` needs something behind " + word);
            else options.put(word, given.get(i));
        }
        if (ports.isEmpty()) return Reply.mistake("`monitor` takes ports of the gig, or off");
        List<String> there = playing.rig().ports().stream().map(PortPlan::name).distinct().toList();
        for (String port : ports)
            if (!there.contains(port))
                return Reply.mistake("The gig has no port '" + port + "'" + Spelling.didYouMean(port, there));
        try {
            return playing.monitor(ports, Shown.of(options.get("--only"), options.get("--channel"), options.get("--number")));
        } catch (IllegalArgumentException e) {
            return Reply.mistake(e.getMessage());
        }
    }
}
