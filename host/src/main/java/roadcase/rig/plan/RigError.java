package roadcase.rig.plan;

/** A script says something that cannot be; the message is a sentence for the player, the origin is its line. */
public final class RigError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Origin origin;

    public RigError(Origin origin, String sentence) {
        super(sentence);
        this.origin = origin;
    }

    public Origin origin() {
        return origin;
    }
}
