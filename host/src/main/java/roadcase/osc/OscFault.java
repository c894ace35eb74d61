package roadcase.osc;

/** OSC cannot be spoken here; the message is a sentence for the player. */
public final class OscFault extends RuntimeException {
    public OscFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
