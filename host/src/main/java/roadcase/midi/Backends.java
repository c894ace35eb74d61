package roadcase.midi;

import java.util.List;
import java.util.Locale;

/** Chooses the way to this machine's ports. Any thread; takes milliseconds. */
public final class Backends {
    /** What may be asked for. */
    public static final List<String> NAMES = List.of("jack", "alsa", "coremidi", "winmm", "virtual");

    private Backends() {}

    /**
     * The backend that was asked for, or the best here: on Linux JACK where a server answers (PipeWire's too), else
     * ALSA; CoreMIDI on macOS; WinMM on Windows.
     *
     * @param wanted one of {@link #NAMES}, or null for the best
     * @param clientName what other programs see us as
     * @throws MidiFault with a sentence for each that was tried
     */
    public static Backend choose(String wanted, String clientName) {
        if (wanted == null) return best(System.getProperty("os.name"), clientName, null);
        if (!NAMES.contains(wanted))
            throw new MidiFault("'" + wanted + "' is no MIDI driver; there are " + String.join(", ", NAMES));
        if (wanted.equals("virtual")) return new VirtualBackend();
        return NativeBackend.open(wanted, clientName, null, wanted + ", because it was asked for");
    }

    /** @param server the JACK server to ask, null for the default one */
    static Backend best(String system, String clientName, String server) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return NativeBackend.open("coremidi", clientName, null, "CoreMIDI, as on every Mac");
        if (os.contains("windows")) return NativeBackend.open("winmm", clientName, null, "WinMM, as on every Windows");
        MidiFault noJack;
        try {
            return NativeBackend.open("jack", clientName, server, "JACK, because its server answers");
        } catch (MidiFault fault) {
            noJack = fault;
        }
        try {
            return NativeBackend.open("alsa", clientName, null, "ALSA, because " + noJack.getMessage());
        } catch (MidiFault noAlsa) {
            // A missing native library is the reason for both.
            if (noAlsa.getMessage().equals(noJack.getMessage())) throw noJack;
            throw new MidiFault(
                    "there is no MIDI on this machine: " + noJack.getMessage() + "; and " + noAlsa.getMessage());
        }
    }
}
