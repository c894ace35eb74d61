package roadcase.rig;

import roadcase.audio.Rack;

/**
 * Where messages leave: the ports of a backend and the slots of a rack, or a rehearsal's paper. Ports are numbers of the
 * {@link PortTable}.
 */
public interface Outlet {
    /** @return false where it could not be sent; the stage counts it */
    boolean send(int port, long timeNanos, int packed);

    /** @return false where it could not be sent; {@code bytes} may be reused afterwards */
    boolean send(int port, long timeNanos, byte[] bytes, int length);

    /** Whose levels and parameters are moved. Any thread may ask. */
    default Rack rack() {
        return Rack.NOBODY;
    }
}
