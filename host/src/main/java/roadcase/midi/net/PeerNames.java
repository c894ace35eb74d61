package roadcase.midi.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of ports between machines. A MIDI Router writes the number of earlier ports of the same name in front of each:
 * {@code 0_Synth}, {@code 1_Synth}; Roadcase writes {@code Synth}, {@code Synth #2}. Pure.
 */
final class PeerNames {
    private static final Pattern THEIRS = Pattern.compile("(\\d{1,3})_(.+)", Pattern.DOTALL);
    private static final Pattern OURS = Pattern.compile("(.+?) ?#(\\d{1,3})", Pattern.DOTALL);

    private PeerNames() {}

    /** How to ask for a port, best first. */
    static List<String> asked(String written, boolean byRoadcase) {
        List<String> names = new ArrayList<>();
        if (byRoadcase) names.add(written);
        else theirs(written).ifPresent(names::add);
        if (THEIRS.matcher(written).matches()) names.add(written);
        if (!byRoadcase) names.add("0_" + written);
        return names.stream().distinct().toList();
    }

    private static Optional<String> theirs(String written) {
        Matcher numbered = OURS.matcher(written);
        if (!numbered.matches() || numbered.group(2).equals("0")) return Optional.empty();
        return Optional.of(Integer.parseInt(numbered.group(2)) - 1 + "_" + numbered.group(1));
    }

    /** Which of our names a peer may mean, best first. */
    static List<String> meant(String asked) {
        Matcher theirs = THEIRS.matcher(asked);
        if (!theirs.matches()) return List.of(asked);
        int earlier = Integer.parseInt(theirs.group(1));
        return List.of(asked, earlier == 0 ? theirs.group(2) : theirs.group(2) + " #" + (earlier + 1));
    }
}
