package roadcase.midi;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import roadcase.midi.RealPort.Direction;

/**
 * Finds the port that a script means among those that the system has, by name and never by number: numbers change from
 * boot to boot.
 *
 * <p>One device, as different systems call it: {@code MIDI Mix:MIDI Mix MIDI 1 24:0} (ALSA),
 * {@code a2j:MIDI Mix [24] (capture): MIDI Mix MIDI 1}, {@code Midi-Bridge:MIDI Mix:(capture_0) MIDI Mix MIDI 1}
 * (PipeWire), {@code system:midi_capture_1} with the alias {@code alsa_pcm:MIDI-Mix/midi_capture_1} (jackd),
 * {@code Mix [hw:3,0,0]} (Java), {@code 2- MIDI Mix} (Windows). A script says {@code MIDI Mix}; where two such are
 * plugged in, {@code MIDI Mix #2} is the second. {@link Seating} keeps several of a kind apart.
 *
 * <p>Pure, any thread.
 */
public final class PortNames {
    private static final Pattern NUMBERED = Pattern.compile("(.+?) ?#(\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int BEARS_THE_NAME = 60;

    /**
     * What a written name means.
     *
     * @param name the same for all of one kind, however they are spelled
     * @param number which of them, from 1
     * @param ports all of them that are there, best first
     */
    public record Meant(String name, int number, List<RealPort> ports) {
        Optional<RealPort> port() {
            return number >= 1 && number <= ports.size() ? Optional.of(ports.get(number - 1)) : Optional.empty();
        }
    }

    private PortNames() {}

    /**
     * The best match for a written name, or none. In order of worth: the very name, the name by which people know it,
     * each then without regard to case, then letters and digits alone. Among equals the first by id.
     */
    public static Optional<RealPort> find(String wanted, Direction direction, List<RealPort> ports) {
        return meant(wanted, direction, ports).port();
    }

    /** Which of which ports a written name means: {@code MIDI Mix #2} is the second, unless a port bears that very name. */
    public static Meant meant(String wanted, Direction direction, List<RealPort> ports) {
        Matcher numbered = NUMBERED.matcher(wanted);
        if (!numbered.matches() || ports.stream().anyMatch(p -> p.direction() == direction && score(wanted, p) > 0))
            return new Meant(bare(wanted), 1, alike(wanted, direction, ports));
        String name = numbered.group(1);
        return new Meant(bare(name), Integer.parseInt(numbered.group(2)), alike(name, direction, ports));
    }

    /** All ports that answer best to a written name, by id. */
    private static List<RealPort> named(String wanted, Direction direction, List<RealPort> ports) {
        int best = ports.stream().filter(port -> port.direction() == direction)
                .mapToInt(port -> score(wanted, port)).max().orElse(0);
        if (best == 0) return List.of();
        return inOrder(direction, ports).filter(port -> score(wanted, port) == best).toList();
    }

    /**
     * All ports that bear a written name, best first: several units of a kind, which one system calls alike and another
     * {@code MIDI Mix} and {@code 2- MIDI Mix}. Where none bears it, those of programs that do.
     */
    private static List<RealPort> alike(String wanted, Direction direction, List<RealPort> ports) {
        List<RealPort> all = inOrder(direction, ports).filter(port -> score(wanted, port) >= BEARS_THE_NAME)
                .sorted(Comparator.comparingInt(port -> -score(wanted, port))).toList();
        return all.isEmpty() ? named(wanted, direction, ports) : all;
    }

    /**
     * The best match for a device's patterns, or none. Among equals the first by id.
     *
     * @param patterns as {@link #ofDevice} has them
     */
    public static Optional<RealPort> findDevice(List<String> patterns, Direction direction, List<RealPort> ports) {
        return ofDevice(patterns, direction, ports).stream().findFirst();
    }

    /**
     * All ports that answer to a device's patterns: by the order of the patterns, hardware before what programs call
     * their ports, then by id.
     *
     * @param patterns regular expressions for a whole name of the port, with or without what the system puts around
     *     it; case does not count. A pattern that should find more says so: {@code LPMiniMK3 MI.*}
     */
    public static List<RealPort> ofDevice(List<String> patterns, Direction direction, List<RealPort> ports) {
        List<Pattern> compiled = patterns.stream()
                .map(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)).toList();
        Map<RealPort, Integer> ranks = new HashMap<>();
        return inOrder(direction, ports)
                .filter(port -> ranks.computeIfAbsent(port, p -> rank(compiled, p)) < 2 * compiled.size())
                .sorted(Comparator.comparing(ranks::get)).toList();
    }

    /** Lower is better; twice the number of patterns for a port that answers to none. */
    private static int rank(List<Pattern> patterns, RealPort port) {
        Set<String> names = NameForms.names(port);
        for (int i = 0; i < patterns.size(); i++)
            for (String name : names) if (patterns.get(i).matcher(name).matches()) return i;
        for (int i = 0; i < patterns.size(); i++)
            for (String half : NameForms.halves(port))
                if (patterns.get(i).matcher(half).matches()) return patterns.size() + i;
        return 2 * patterns.size();
    }

    /** How well a port answers to a name: 0 not at all, more is better. */
    public static int score(String wanted, RealPort port) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        String bare = bare(wanted);
        int best = 0;
        if (port.id().equals(wanted) || port.aliases().contains(wanted)) return 100;
        for (String name : NameForms.names(port)) {
            String lowerName = name.toLowerCase(Locale.ROOT);
            int score = name.equals(wanted) ? 90
                    : lowerName.equals(lower) ? 80
                    : !bare.isEmpty() && bare(name).equals(bare) ? 60 : 0;
            best = Math.max(best, score);
        }
        if (best > 0) return best;
        for (String half : NameForms.halves(port))
            if (half.equalsIgnoreCase(wanted) || !bare.isEmpty() && bare(half).equals(bare)) return 40;
        return 0;
    }

    /** What a person would call a port that the system calls {@code id}. */
    public static String plain(String id, List<String> aliases) {
        return NameForms.plain(id, aliases);
    }

    public static String plain(String id) {
        return NameForms.plain(id, List.of());
    }

    private static Stream<RealPort> inOrder(Direction direction, List<RealPort> ports) {
        List<RealPort> those = ports.stream().filter(port -> port.direction() == direction).toList();
        if (those.size() < 2) return those.stream();
        Map<RealPort, String> places = new HashMap<>();
        for (RealPort port : those) places.put(port, sortable(NameForms.numberLast(port.id())));
        return those.stream().sorted(Comparator.comparing(places::get));
    }

    /** Numbers padded, so that 9 comes before 10. */
    private static String sortable(String id) {
        return NUMBER.matcher(id).replaceAll(n -> "0".repeat(Math.max(0, 12 - n.group().length())) + n.group());
    }

    /** Letters and digits alone, in lower case: JACK writes hyphens for spaces. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
