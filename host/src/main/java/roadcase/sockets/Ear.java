package roadcase.sockets;

/** Who listens to a {@link Wire}. Called by the threads of the server or client, one at a time; must not block. */
public interface Ear {
    /** One whole text. */
    void hears(String text);

    /** Something that is no text of bounded length came; the wire may live on. */
    void refused(String why);

    /** The wire is gone; told once, and the last of all. */
    void gone(String why);
}
