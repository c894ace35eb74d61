package roadcase.sockets;

/** A connection or a server that cannot be had; the message is a sentence. */
public final class SocketFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean busy;

    SocketFault(String sentence, boolean busy, Throwable cause) {
        super(sentence, cause);
        this.busy = busy;
    }

    /** Whether another program has the address. */
    public boolean isBusy() {
        return busy;
    }
}
