package roadcase.midi;

/** A port that another program holds; the message is a sentence for the player that says what to do. */
public final class PortBusy extends MidiFault {
    private static final long serialVersionUID = 1L;

    private final String port;

    PortBusy(String sentence, String port, Throwable cause) {
        super(sentence, cause);
        this.port = port;
    }

    /** What the system calls the port. */
    public String port() {
        return port;
    }
}
