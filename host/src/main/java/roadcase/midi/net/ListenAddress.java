package roadcase.midi.net;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where others reach this gig: {@code 12345}, {@code 192.168.1.5:12345}, {@code 0.0.0.0:12345} for every address of
 * this machine, {@code off}.
 *
 * @param host an address of this machine
 * @param port 0..65535; 0 for any that is free
 */
public record ListenAddress(String host, int port) {
    /** The MIDI Router's usual port. */
    public static final int USUAL_PORT = 12_345;
    /** Only programs on this machine. */
    public static final String LOOPBACK = "127.0.0.1";
    /** Nobody reaches it. */
    public static final ListenAddress OFF = new ListenAddress("off", -1);
    public static final ListenAddress USUAL = new ListenAddress(LOOPBACK, USUAL_PORT);

    private static final Pattern FORM = Pattern.compile("(?:([a-zA-Z0-9._-]+|\\[[0-9a-fA-F:.]+\\]):)?(\\d{1,5})");

    /** @throws IllegalArgumentException with a sentence */
    public static ListenAddress parse(String written) {
        if (written.equals("off")) return OFF;
        Matcher parts = FORM.matcher(written);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535)
            throw new IllegalArgumentException("'" + written + "' is no place to listen at: say a port (12345), an address of this"
                    + " machine with a port (192.168.1.5:12345, or 0.0.0.0:12345 for all of them), or off");
        return new ListenAddress(parts.group(1) == null ? LOOPBACK : parts.group(1), Integer.parseInt(parts.group(2)));
    }

    public boolean isOff() {
        return port < 0;
    }

    @Override
    public String toString() {
        return isOff() ? "off" : host + ":" + port;
    }
}
