package roadcase.cli;

/** What the user gave cannot be done; the message is a sentence for the user. The command ends with exit code 1. */
public final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Mistake(String sentence) {
        super(sentence);
    }
}
