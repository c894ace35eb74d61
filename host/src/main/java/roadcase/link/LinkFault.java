package roadcase.link;

/** There is no Link here; the message is a sentence for the player. */
public final class LinkFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LinkFault(String sentence) {
        super(sentence);
    }
}
