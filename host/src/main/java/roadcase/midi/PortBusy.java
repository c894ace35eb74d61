package roadcase.midi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port that another program holds; the message is a sentence for the player that says what to do. */
public final class PortBusy extends MidiFault {
    private static final long serialVersionUID = 1L;

    private static final Pattern RAW = Pattern.compile("\\[hw:(\\d+),(\\d+),\\d+]$");

    private final String port;

    PortBusy(String sentence, String port, Throwable cause) {
        super(sentence, cause);
        this.port = port;
    }

    /** The file of ALSA's raw port, by which its holder can be found, or empty. */
    public String device() {
        Matcher raw = RAW.matcher(port);
        return raw.find() ? "/dev/snd/midiC" + raw.group(1) + "D" + raw.group(2) : "";
    }
}
