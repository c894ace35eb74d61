package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code meter.h}, function by function: how loud it is. What they do, and on which threads they may be called, is
 * said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; an {@code engine} that was closed ends the
 * process.
 */
public final class MeterLibrary {
    private static boolean loaded;

    private MeterLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(MeterLibrary.class);
        loaded = true;
    }

    public static native int rc_meter_read(Pointer engine, int slot, long span, Pointer meter);

    public static native int rc_meter_spectrum(Pointer engine, int slot, int bands, Pointer levels);
}
