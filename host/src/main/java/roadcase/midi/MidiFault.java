package roadcase.midi;

/** Something about a MIDI port went wrong; the message is a sentence for the player. */
public final class MidiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MidiFault(String sentence) {
        super(sentence);
    }
}
