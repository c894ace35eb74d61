package roadcase.midi;

/** Something about a MIDI port went wrong; the message is a sentence for the player. */
public sealed class MidiFault extends RuntimeException permits PortBusy, NoNativeLibrary {
    private static final long serialVersionUID = 1L;

    public MidiFault(String sentence) {
        super(sentence);
    }

    MidiFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
