package roadcase.midi;

import java.util.List;
import java.util.Locale;

/** Chooses the way to this machine's ports. Any thread; takes milliseconds. */
public final class Backends {
    /** What may be asked for. */
    public static final List<String> NAMES = List.of("jack", "alsa", "coremidi", "winmm", "java", "virtual");

    /** What other programs see us as, unless somebody says otherwise. */
    public static final String CLIENT = NameForms.OURS;

    /** From this JDK on, Windows sends SysEx of different lengths whole (JDK-8250667). */
    private static final int SYSEX_WHOLE_ON_WINDOWS = 23;

    /** Opens a driver of the native library. */
    interface Native {
        /** @throws MidiFault with a sentence */
        Backend open(String api, String why);
    }

    private Backends() {}

    /**
     * The backend that was asked for, or the best here: on Linux JACK where a server answers (PipeWire's too), else
     * ALSA; CoreMIDI on macOS; WinMM on Windows; Java's own MIDI where the native library cannot be had.
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
        if (wanted.equals("java")) return JavaBackend.open("Java's own MIDI, because it was asked for");
        return NativeBackend.open(wanted, clientName, null, wanted + ", because it was asked for");
    }

    /** @param server the JACK server to ask, null for the default one */
    static Backend best(String system, String clientName, String server) {
        return best(system, (api, why) -> NativeBackend.open(api, clientName, server, why));
    }

    static Backend best(String system, Native library) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) return orJava(system, library, "coremidi", "CoreMIDI, as on every Mac");
        if (os.contains("windows")) return orJava(system, library, "winmm", "WinMM, as on every Windows");
        MidiFault noJack;
        try {
            return library.open("jack", "JACK, because its server answers");
        } catch (NoNativeLibrary missing) {
            return java(system, missing);
        } catch (MidiFault fault) {
            noJack = fault;
        }
        try {
            return library.open("alsa", "ALSA, because " + noJack.getMessage());
        } catch (MidiFault noAlsa) {
            MidiFault none = new MidiFault(
                    "there is no MIDI on this machine: " + noJack.getMessage() + "; and " + noAlsa.getMessage());
            // Java sees ALSA's raw ports, which are there without the sequencer too.
            if (JavaDevices.seesHardware()) return java(system, none);
            throw none;
        }
    }

    private static Backend orJava(String system, Native library, String api, String why) {
        try {
            return library.open(api, why);
        } catch (MidiFault fault) {
            return java(system, fault);
        }
    }

    private static Backend java(String system, MidiFault fault) {
        boolean breaksSysEx = system.toLowerCase(Locale.ROOT).contains("windows")
                && Runtime.version().feature() < SYSEX_WHOLE_ON_WINDOWS;
        return JavaBackend.open("Java's own MIDI, because " + fault.getMessage() + (breaksSysEx
                ? "; this Java may send SysEx with old bytes behind it, JDK " + SYSEX_WHOLE_ON_WINDOWS + " or newer does not"
                : ""), system);
    }
}
