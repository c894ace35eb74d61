package roadcase.audio;

/** The engine refused something; the message is a sentence for the player. */
public final class RackFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RackFault(String sentence) {
        super(sentence);
    }
}
