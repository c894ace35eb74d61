package roadcase.midi;

/** The native library is missing or does not fit, and with it JACK, ALSA, CoreMIDI and WinMM. */
final class NoNativeLibrary extends MidiFault {
    private static final long serialVersionUID = 1L;

    NoNativeLibrary(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
