package roadcase.midi.net;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port somewhere else, as a script names it: {@code localhost:12345/Scarlett 2i4 USB}.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port 1..65535
 * @param name of the port there
 */
public record NetworkAddress(String host, int port, String name) {
    private static final int HIGHEST_PORT = 65_535;
    private static final String HOST = "[a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+\\]";
    private static final Pattern ADDRESS = Pattern.compile("(" + HOST + "):(\\d+)/(.*)", Pattern.DOTALL);
    /** What looks as if an address was meant. Ports of gear have no such names. */
    private static final Pattern MEANT = Pattern.compile(".*:\\d+/.*", Pattern.DOTALL);
    /** A MIDI Router takes it for an address, too. Shorter numbers are parts of names: {@code Midi Through:0}. */
    private static final Pattern WITHOUT_NAME = Pattern.compile("(" + HOST + "):\\d{4,}");
    private static final String FORM = "an address is 'host:12345/name of the port there'";

    /** The address that a name is; empty for names of ports on this machine, and for what {@link #fault} refuses. */
    public static Optional<NetworkAddress> of(String written) {
        Matcher parts = ADDRESS.matcher(written);
        if (!parts.matches() || fault(written).isPresent()) return Optional.empty();
        return Optional.of(new NetworkAddress(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3)));
    }

    /** Why a name that was meant as an address is none; empty for all others. */
    public static Optional<String> fault(String written) {
        if (WITHOUT_NAME.matcher(written).matches())
            return Optional.of("'" + written + "' does not say which port it means there: " + FORM);
        if (!MEANT.matcher(written).matches()) return Optional.empty();
        Matcher parts = ADDRESS.matcher(written);
        if (!parts.matches()) return Optional.of("'" + written + "' has no host that could be reached: " + FORM);
        String digits = parts.group(2).replaceFirst("^0+(?=.)", "");
        if (digits.length() > 5 || Integer.parseInt(digits) > HIGHEST_PORT || digits.equals("0"))
            return Optional.of("'" + written + "' asks for port " + parts.group(2) + "; ports are 1 to " + HIGHEST_PORT);
        if (parts.group(3).isBlank())
            return Optional.of("'" + written + "' does not say which port it means there: " + FORM);
        return Optional.empty();
    }

    @Override
    public String toString() {
        return host + ":" + port + "/" + name;
    }
}
