package roadcase.rig.plan;

/**
 * The script's own code, run by the Soloist.
 *
 * @param id written name, unique in the gig and equal after a reload: file, what it hangs on, which of them
 * @param on what it waits for
 */
public record Reaction(String id, On on, Handler handler, Origin origin) {
    public enum On {
        /** A trigger: note on, CC rising through 64, program change. */
        PRESS,
        /** Every message. */
        EVENT,
        /** Every new value. */
        CHANGE,
        /** A place was entered or a time has come. */
        MOMENT
    }

    /** The code. Soloist's thread. */
    @FunctionalInterface
    public interface Handler {
        void react(Happening what) throws Exception;
    }
}
