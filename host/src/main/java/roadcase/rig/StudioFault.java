package roadcase.rig;

/** The sound cannot be rendered; the message is a sentence for the player. */
public final class StudioFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StudioFault(String sentence) {
        super(sentence);
    }
}
