package roadcase.rig;

import roadcase.audio.Rack;
import roadcase.midi.ClockOut;

/**
 * Where messages leave: the ports of a backend and the slots of a rack, or a rehearsal's paper. Ports are numbers of the
 * {@link PortTable}.
 */
public interface Outlet {
    /** @return false where it could not be sent; the stage counts it */
    boolean send(int port, long timeNanos, int packed);

    /** @return false where it could not be sent; {@code bytes} may be reused afterwards */
    boolean send(int port, long timeNanos, byte[] bytes, int length);

    /** Who makes MIDI clock of a clock, by its number, beside the stage; null where the stage does it itself. */
    default ClockOut clockOut(int clock) {
        return null;
    }

    /** What the driver knows a port by, or -1. */
    default int handle(int port) {
        return -1;
    }

    /** Where loops read how loud it is. */
    default LoopMeters meters() {
        return LoopMeters.NOBODY;
    }

    /** Whose levels and parameters are moved. Any thread may ask. */
    default Rack rack() {
        return Rack.NOBODY;
    }
}
