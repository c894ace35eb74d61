package roadcase.midi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
 * plugged in, {@code MIDI Mix #2} is the second.
 *
 * <p>Pure, any thread.
 */
public final class PortNames {
    private static final Pattern SECOND = Pattern.compile("(.+?) ?#(\\d{1,3})");
    private static final Pattern BRIDGED = Pattern.compile(
            "(?i)^(?:a2j|midi-bridge):.*?\\((?:capture|playback)(?:_\\d+)?\\):? ?(?:\\[\\d+] ?)?(.+)$");
    private static final Pattern BRIDGE = Pattern.compile("(?i)^(?:a2j|midi-bridge):(.+)$");
    private static final Pattern JACKD_SEQ = Pattern.compile("^alsa_pcm:(.+)/midi_(?:capture|playback)_\\d+$");
    private static final Pattern JACKD_RAW = Pattern.compile("^alsa_pcm:(?:in|out)-hw-\\d+-\\d+-\\d+-(.+)$");
    private static final Pattern JACKD_PORT = Pattern.compile("^system:midi_(?:capture|playback)_\\d+$");
    private static final Pattern CLIENT_NUMBER = Pattern.compile(" \\d{1,3}:\\d{1,3}$");
    private static final Pattern JAVA = Pattern.compile(" \\[hw:\\d+(?:,\\d+)*]$");
    private static final Pattern COREMIDI4J = Pattern.compile("^CoreMIDI4J - ");
    private static final Pattern WINDOWS_COPY = Pattern.compile("^\\d{1,2}- ");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern GENERIC =
            Pattern.compile("(?i)(?:midi|events)?[ _-]?(?:in|out|input|output|capture|playback|port)?[ _-]?\\d*");
    private static final Pattern FIRST_PORT = Pattern.compile("(?i)[ -]MIDI[ -]1$");

    private PortNames() {}

    /**
     * The best match for a written name, or none. In order of worth: the very name, the name by which people know it,
     * each then without regard to case, then letters and digits alone. Among equals the first by id.
     */
    public static Optional<RealPort> find(String wanted, Direction direction, List<RealPort> ports) {
        List<RealPort> named = best(wanted, direction, ports);
        if (!named.isEmpty()) return Optional.of(named.get(0));
        Matcher second = SECOND.matcher(wanted);
        if (!second.matches()) return Optional.empty();
        List<RealPort> all = best(second.group(1), direction, ports);
        int number = Integer.parseInt(second.group(2));
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /**
     * The best match for a device's patterns (regular expressions, case does not count, best first; found anywhere in
     * one of the port's names unless anchored), or none. Among equals the first by id.
     */
    public static Optional<RealPort> findDevice(List<String> patterns, Direction direction, List<RealPort> ports) {
        return findDevice(patterns, 1, direction, ports);
    }

    /** The same for the second, third … of several equal devices; counts from 1. */
    public static Optional<RealPort> findDevice(
            List<String> patterns, int number, Direction direction, List<RealPort> ports) {
        for (String regex : patterns) {
            Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            List<RealPort> all = inOrder(direction, ports)
                    .filter(port -> Stream.concat(names(port).stream(), halves(port).stream())
                            .anyMatch(name -> pattern.matcher(name).find()))
                    .toList();
            if (!all.isEmpty()) return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** How well a port answers to a name: 0 not at all, more is better. */
    public static int score(String wanted, RealPort port) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        String bare = bare(wanted);
        int best = 0;
        if (port.id().equals(wanted) || port.aliases().contains(wanted)) return 100;
        for (String name : names(port)) {
            String lowerName = name.toLowerCase(Locale.ROOT);
            int score = name.equals(wanted) ? 90
                    : lowerName.equals(lower) ? 80
                    : !bare.isEmpty() && bare(name).equals(bare) ? 60 : 0;
            best = Math.max(best, score);
        }
        if (best > 0) return best;
        for (String half : halves(port)) if (half.equalsIgnoreCase(wanted) || !bare.isEmpty() && bare(half).equals(bare)) return 40;
        return 0;
    }

    /** What a person would call a port that the system calls {@code id}. */
    public static String plain(String id, List<String> aliases) {
        String named = id;
        // jackd numbers the ports of hardware; what it is called is in an alias.
        if (JACKD_PORT.matcher(id).matches())
            for (String alias : aliases) if (!port(alias).equals(alias)) named = alias;
        return withoutFirst(port(named));
    }

    public static String plain(String id) {
        return plain(id, List.of());
    }

    /** The name without what bridges, clients and cards put around it; {@code MIDI 1} stays. */
    private static String port(String id) {
        for (Pattern jackd : List.of(JACKD_SEQ, JACKD_RAW)) {
            Matcher alias = jackd.matcher(id);
            if (alias.matches()) return alias.group(1).replace('-', ' ');
        }
        String name = CLIENT_NUMBER.matcher(id).replaceFirst("");
        name = JAVA.matcher(name).replaceFirst("");
        name = COREMIDI4J.matcher(name).replaceFirst("");
        name = WINDOWS_COPY.matcher(name).replaceFirst("");
        Matcher bridged = BRIDGED.matcher(name);
        if (bridged.matches()) return bridged.group(1);
        Matcher bridge = BRIDGE.matcher(name);
        if (bridge.matches()) return CLIENT_NUMBER.matcher(bridge.group(1)).replaceFirst("");
        int colon = name.indexOf(':');
        if (colon <= 0) return name;
        String client = name.substring(0, colon);
        String port = name.substring(colon + 1);
        // ALSA repeats the device's name in that of its port; a program's port such as 'out' says nothing alone.
        return port.startsWith(client) ? port : name;
    }

    private static String withoutFirst(String name) {
        return FIRST_PORT.matcher(name).replaceFirst("");
    }

    /** All names under which a port may be asked for. */
    private static Set<String> names(RealPort port) {
        Set<String> names = new LinkedHashSet<>();
        names.add(port.name());
        List<String> given = new ArrayList<>(port.aliases());
        given.add(0, port.id());
        for (String one : given) {
            names.add(one);
            names.add(port(one));
            names.add(plain(one));
        }
        names.add(plain(port.id(), port.aliases()));
        return names;
    }

    /**
     * What programs call their ports: {@code player:MIDI Mix} is a MIDI Mix, {@code MIDI Mix:out} as well, for
     * {@code out} says nothing.
     */
    private static List<String> halves(RealPort port) {
        int colon = port.id().indexOf(':');
        if (colon <= 0) return List.of();
        String client = port.id().substring(0, colon);
        String own = withoutFirst(port.id().substring(colon + 1));
        return GENERIC.matcher(own).matches() ? List.of(client) : List.of(own);
    }

    private static List<RealPort> best(String wanted, Direction direction, List<RealPort> ports) {
        int best = ports.stream().filter(port -> port.direction() == direction)
                .mapToInt(port -> score(wanted, port)).max().orElse(0);
        if (best == 0) return List.of();
        return inOrder(direction, ports).filter(port -> score(wanted, port) == best).toList();
    }

    private static Stream<RealPort> inOrder(Direction direction, List<RealPort> ports) {
        return ports.stream().filter(port -> port.direction() == direction)
                .sorted(Comparator.comparing(port -> sortable(port.id())));
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
