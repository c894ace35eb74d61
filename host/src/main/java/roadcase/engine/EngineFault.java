package roadcase.engine;

/** The native library cannot be used; the message is a sentence for the player. */
public final class EngineFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
