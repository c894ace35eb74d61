package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code link.h}, function by function: Ableton Link. What they do, and on which threads they may be called, is
 * said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; a {@code link} that was closed ends the
 * process.
 */
public final class LinkLibrary {
    private static boolean loaded;

    private LinkLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(LinkLibrary.class);
        loaded = true;
    }

    public static native Pointer rc_link_open(double tempo, double quantum, byte[] error, int errorCapacity);

    public static native void rc_link_close(Pointer link);

    public static native void rc_link_enable(Pointer link, int on, int startStop);

    public static native void rc_link_read(Pointer link, long time, Pointer state);

    public static native long rc_link_time_of(Pointer link, double beat);

    public static native int rc_link_tempo(Pointer link, double tempo);

    public static native int rc_link_quantum(Pointer link, double quantum);

    public static native void rc_link_play(Pointer link, int on, long time, double beat);

    public static native void rc_link_beat(Pointer link, double beat, long time, int force);

    public static native long rc_link_wait(Pointer link, long seen, long deadline);

    public static native void rc_link_wake(Pointer link);

    public static native void rc_link_share(Pointer link, Pointer engine);
}
