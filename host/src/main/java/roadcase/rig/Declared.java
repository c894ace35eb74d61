package roadcase.rig;

/** What a reading of a gig gave: the rig, and the line through which its reactions act once it plays. Any thread. */
public final class Declared {
    private final Rig rig;
    private final LiveLink link;

    Declared(Rig rig, LiveLink link) {
        this.rig = rig;
        this.link = link;
    }

    public Rig rig() {
        return rig;
    }

    LiveLink link() {
        return link;
    }
}
