package roadcase.sockets;

/** Decides who may come in. Called by the server's threads; must not block. */
public interface Doorman {
    /**
     * Somebody connected.
     *
     * @param from the address of the other side, without its port
     * @return who listens to the wire, or null where there is no room for another
     */
    Guest welcome(String from);

    /** Somebody was turned away at the door. */
    void turnedAway(String from, String why);

    /** An {@link Ear} that gets to know its wire before it hears anything. */
    interface Guest extends Ear {
        void connected(Wire wire);
    }
}
