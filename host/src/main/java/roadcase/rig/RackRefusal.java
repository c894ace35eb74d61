package roadcase.rig;

/** The sound engine cannot do what a player asked for; the message is a sentence. */
public final class RackRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RackRefusal(String sentence) {
        super(sentence);
    }
}
