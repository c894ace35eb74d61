package roadcase.midi;

import java.util.List;
import roadcase.midi.RealPort.Direction;

/**
 * The way to the MIDI ports of this machine: JACK, ALSA, CoreMIDI, WinMM, or in-process for tests and the demo.
 *
 * <p>A port of ours is opened once under the script's name and may then be connected to a {@link RealPort}, lose it
 * and find it again; its handle stays. Where the system lets programs have ports of their own (JACK, ALSA, CoreMIDI)
 * other programs see the port by that name and may connect to it themselves; such connections are left alone.
 *
 * <p>Threads: {@link #await} belongs to one thread, the Conductor's. {@link #send} may be called by that thread only.
 * Everything else may be called by any thread but may take milliseconds, so the Conductor does not.
 *
 * <p>Times are {@link System#nanoTime()} nanoseconds.
 */
public interface Backend extends AutoCloseable {
    /** {@code jack}, {@code alsa}, {@code coremidi}, {@code winmm}, {@code java} or {@code virtual}. */
    String name();

    /** Why this one was chosen, as a sentence for {@code roadcase ports}. */
    String why();

    /** What others offer now. Our own ports are left out. */
    List<RealPort> ports();

    /**
     * Makes a port of ours.
     *
     * @param name as in the script
     * @param owned true for {@code virtualInput}/{@code virtualOutput}: it exists for others to connect to and is
     *     never connected by us
     * @return a handle, 0 or greater, never given out again while this backend lives
     * @throws MidiFault with a sentence
     */
    int open(Direction direction, String name, boolean owned);

    /**
     * Connects a port of ours with somebody's.
     *
     * @throws MidiFault with a sentence that says what to do, for example when the port is busy
     */
    void connect(int handle, RealPort port);

    /** Lets go of the real port; ours stays. Nothing happens where it is not connected. */
    void disconnect(int handle);

    /** Ends the port. Nothing happens where it is closed already. */
    void close(int handle);

    /**
     * Sends a short message, now or at a time to come. Never blocks, never allocates.
     *
     * @return false where it could not be taken (port gone, queue full); the caller counts it
     */
    boolean send(int handle, long timeNanos, int packed);

    /** Sends a long message; bytes are copied before this returns. */
    boolean send(int handle, long timeNanos, byte[] bytes, int length);

    /**
     * Hands what came in to {@code receiver}, at once where something waits, else as soon as something comes, the
     * deadline passes or {@link #wake} is called.
     *
     * @param deadlineNanos {@link Long#MAX_VALUE} for none
     */
    void await(long deadlineNanos, Receiver receiver);

    /**
     * Makes MIDI clock for outputs of this backend; close it before the backend. Any thread, a second at most.
     *
     * @param session the address of a native session that it follows by itself, which must outlive it, or 0 for the
     *     timeline that it is given
     * @return null where this driver leaves that to others
     * @throws MidiFault with a sentence
     */
    default ClockOut clockOut(long session) {
        return null;
    }

    /** What the driver has done so far, and whether its server is there. Any thread, cheap. */
    default Traffic traffic() {
        return Traffic.NONE;
    }

    /** Makes {@link #await} return. Any thread, cheap. */
    void wake();

    @Override
    void close();

    /** What {@link #await} hands over; called on the awaiting thread. Must not keep {@code bytes}. */
    interface Receiver {
        void received(int handle, long timeNanos, int packed);

        void received(int handle, long timeNanos, byte[] bytes, int length);

        /** Ports came or went: look at {@link Backend#ports()} again, on another thread. */
        void portsChanged();

        /** The driver skipped time on this port (a JACK cycle was missed): messages may have been lost. */
        void skipped(int handle, long timeNanos);

        /**
         * Somebody on the network plays to an output of ours: it is to go out there, and to be held in his name.
         *
         * @param who a small number that tells peers apart, given out again after {@link #peerLeft}
         */
        default void peer(int output, int who, long timeNanos, int packed) {}

        default void peer(int output, int who, long timeNanos, byte[] bytes, int length) {}

        /** He is gone: what he holds is to be ended. */
        default void peerLeft(int who) {}
    }
}
