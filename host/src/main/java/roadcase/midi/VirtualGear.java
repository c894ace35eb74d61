package roadcase.midi;

/** Virtual hardware with an input and an output: among {@link VirtualBackend#ports} while it is there. Any thread. */
public final class VirtualGear extends VirtualPeer {
    private final VirtualBackend backend;
    /** Under the backend's lock. */
    boolean there = true;

    VirtualGear(VirtualBackend backend, String name) {
        super(backend, name);
        this.backend = backend;
    }

    /** Its plug is pulled: its connections end. */
    public void vanish() {
        backend.be(this, false);
    }

    /** It is plugged in again; connecting is the business of whoever wants it. */
    public void appear() {
        backend.be(this, true);
    }

    @Override
    boolean isConnected(String portName, VirtualGear gear) {
        return gear == this;
    }
}
