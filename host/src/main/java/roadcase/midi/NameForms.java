package roadcase.midi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What systems, bridges and libraries put around the name of a unit, and what is left without it. Pure, any thread.
 *
 * <p>Source: names as seen with ALSA's sequencer and raw ports, a2jmidid, PipeWire's Midi-Bridge, jackd's two MIDI
 * drivers, javax.sound.midi, CoreMIDI4J and WinMM.
 */
final class NameForms {
    /** What other programs see us as. A second show must not take the ports of the first for gear. */
    static final String OURS = "Roadcase";

    private static final Pattern BRIDGED = Pattern.compile(
            "(?i)^(?:a2j|midi-bridge):.*?\\((?:capture|playback)(?:_\\d+)?\\):? ?(?:\\[\\d+] ?)?(.+)$");
    private static final Pattern BRIDGE = Pattern.compile("(?i)^(?:a2j|midi-bridge):(.+)$");
    private static final Pattern JACKD_SEQ = Pattern.compile("^alsa_pcm:(.+)/midi_(?:capture|playback)_(\\d+)$");
    private static final Pattern JACKD_RAW = Pattern.compile("^alsa_pcm:(?:in|out)-hw-(\\d+)-\\d+-\\d+-(.+)$");
    private static final Pattern JACKD_PORT = Pattern.compile("^system:midi_(?:capture|playback)_\\d+$");
    private static final Pattern CLIENT_NUMBER = Pattern.compile(" \\d{1,3}:\\d{1,3}$");
    private static final Pattern JAVA = Pattern.compile(" \\[hw:\\d+(?:,\\d+)*]$");
    private static final Pattern COREMIDI4J = Pattern.compile("^CoreMIDI4J - ");
    private static final Pattern WINDOWS_COPY = Pattern.compile("^(\\d{1,2})- ");
    /** What our own backends put behind the second of two ports that the system calls alike. */
    private static final Pattern COPY = Pattern.compile("(?<=.) #\\d{1,3}$");
    /** The first port only: what ends in 2 is another port of the unit and must not answer to the unit's name. */
    private static final Pattern GENERIC =
            Pattern.compile("(?i)(?:midi|events)?[ _-]?(?:in|out|input|output|capture|playback|port)?[ _-]?[01]?");
    private static final Pattern FIRST_PORT = Pattern.compile("(?i)[ -](?:MIDI|IN|OUT)[ -]1$");
    private static final Pattern OWN = Pattern.compile(OURS + "(?: looks| doctor)?(?:-\\d+)?:.*");
    private static final Pattern WAY = Pattern.compile(
            "(?i)(?<=\\bMIDI)(?:in|out)(?=\\d)|(?<![a-z])(?:capture|playback|in|out|input|output)(?![a-z])");

    private NameForms() {}

    /** What a person would call a port that the system calls {@code id}. */
    static String plain(String id, List<String> aliases) {
        String named = id;
        // jackd numbers the ports of hardware, Java tells the card's short id; what they are called is in an alias.
        if (JACKD_PORT.matcher(id).matches() || JAVA.matcher(id).find())
            for (String alias : aliases) if (!port(alias).equals(alias) || !alias.contains(":")) named = alias;
        return withoutFirst(port(named));
    }

    /** The name without what bridges, clients and cards put around it; {@code MIDI 1} stays. */
    private static String port(String id) {
        Matcher seq = JACKD_SEQ.matcher(id);
        if (seq.matches()) return spaced(seq.group(1)) + (seq.group(2).equals("1") ? "" : " MIDI " + seq.group(2));
        Matcher raw = JACKD_RAW.matcher(id);
        if (raw.matches()) return spaced(raw.group(2));
        String name = CLIENT_NUMBER.matcher(id).replaceFirst("");
        name = COPY.matcher(name).replaceFirst("");
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

    /** {@code 2- MIDI Mix} belongs behind {@code MIDI Mix}. */
    static String numberLast(String id) {
        Matcher copy = WINDOWS_COPY.matcher(id);
        return copy.find() ? id.substring(copy.end()) + " " + copy.group(1) : id;
    }

    private static String spaced(String name) {
        return name.replace('-', ' ');
    }

    private static String withoutFirst(String name) {
        return FIRST_PORT.matcher(name).replaceFirst("");
    }

    /** All names under which a port may be asked for. */
    static Set<String> names(RealPort port) {
        Set<String> names = new LinkedHashSet<>();
        names.add(port.name());
        List<String> given = new ArrayList<>(port.aliases());
        given.add(0, port.id());
        for (String one : given) {
            names.add(one);
            names.add(port(one));
            names.add(plain(one, List.of()));
        }
        names.add(plain(port.id(), port.aliases()));
        return names;
    }

    /**
     * What programs call their ports: {@code player:MIDI Mix} is a MIDI Mix, {@code MIDI Mix:out} as well, for
     * {@code out} says nothing. Another Roadcase names its ports after gear that it has not got.
     */
    static List<String> halves(RealPort port) {
        int colon = port.id().indexOf(':');
        if (colon <= 0 || OWN.matcher(port.id()).matches()) return List.of();
        String client = port.id().substring(0, colon);
        String own = withoutFirst(CLIENT_NUMBER.matcher(port.id().substring(colon + 1)).replaceFirst(""));
        return GENERIC.matcher(own).matches() ? List.of(client) : List.of(own);
    }

    /**
     * The same text for the input and the output of one unit, and where the system tells units apart another one for
     * each of several equal units.
     */
    static String unit(RealPort port) {
        for (String alias : port.aliases()) {
            Matcher raw = JACKD_RAW.matcher(alias);
            if (raw.matches()) return "hw " + raw.group(1) + " " + spaced(raw.group(2));
        }
        String known = port.id();
        if (JACKD_PORT.matcher(known).matches() && !port.aliases().isEmpty()) known = port.aliases().get(0);
        return WAY.matcher(known).replaceAll("");
    }
}
