package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code midi.h}, function by function; what they do, and on which threads they may be called, is said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; a {@code midi} that was closed ends the process.
 */
public final class MidiLibrary {
    public static final int INPUT = 0;
    public static final int OUTPUT = 1;

    /** Kinds of records. */
    public static final int SHORT = 0;
    public static final int LONG = 1;
    public static final int SKIPPED = 2;
    public static final int PORTS_CHANGED = 3;

    /** Where the parts of a record lie, in bytes from its start; records start at multiples of 8. */
    public static final int RECORD_TIME = 0;
    public static final int RECORD_PORT = 8;
    public static final int RECORD_KIND = 12;
    public static final int RECORD_LENGTH = 16;
    public static final int RECORD_PAYLOAD = 24;

    public static final int MAX_MESSAGE = 65_536;
    public static final int MIN_BUFFER = MAX_MESSAGE + 48;

    /** Where the parts of {@code rc_midi_counters} lie; the counters follow one another, 8 bytes each. */
    public static final int COUNTERS_SIZE = 0;
    public static final int COUNTERS_ALIVE = 4;
    public static final int COUNTERS_FIRST = 8;
    public static final int COUNTERS_BYTES = 104;

    private static boolean loaded;

    private MidiLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(MidiLibrary.class);
        loaded = true;
    }

    public static native Pointer rc_midi_open(
            String api, String client, String server, byte[] error, int errorCapacity);

    public static native void rc_midi_close(Pointer midi);

    public static native int rc_midi_list(Pointer midi, byte[] text, int capacity, byte[] error, int errorCapacity);

    public static native int rc_midi_port_open(
            Pointer midi, int direction, String name, int owned, byte[] error, int errorCapacity);

    public static native int rc_midi_port_connect(Pointer midi, int port, String id, byte[] error, int errorCapacity);

    public static native void rc_midi_port_disconnect(Pointer midi, int port);

    public static native void rc_midi_port_close(Pointer midi, int port);

    public static native int rc_midi_send_short(Pointer midi, int port, long time, int packed);

    public static native int rc_midi_send_long(Pointer midi, int port, long time, Pointer bytes, int length);

    public static native int rc_midi_wait(Pointer midi, long deadline, Pointer buffer, int capacity);

    public static native void rc_midi_wake(Pointer midi);

    public static native void rc_midi_count(Pointer midi, Pointer counters);

    public static native long rc_midi_now();
}
