package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code clock.h}, function by function: MIDI clock for gear that follows. What they do, and on which threads they
 * may be called, is said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; a {@code clock} that was closed ends the
 * process.
 */
public final class ClockLibrary {
    private static boolean loaded;

    private ClockLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(ClockLibrary.class);
        loaded = true;
    }

    public static native Pointer rc_clock_open(Pointer midi, Pointer link, byte[] error, int errorCapacity);

    public static native void rc_clock_close(Pointer clock);

    public static native int rc_clock_output(Pointer clock, int port, int on, long latency);

    public static native int rc_clock_timeline(Pointer clock, Pointer timeline);

    public static native int rc_clock_do(Pointer clock, int what, int sixteenths);

    public static native void rc_clock_follow(Pointer clock, int on);

    public static native void rc_clock_count(Pointer clock, Pointer status);
}
