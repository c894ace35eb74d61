package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code engine.h}, function by function: what the sound engine is asked and what it tells. What they do, and on
 * which threads they may be called, is said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; an {@code engine} that was closed ends the
 * process.
 */
public final class EngineLibrary {
    private static boolean loaded;

    private EngineLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(EngineLibrary.class);
        loaded = true;
    }

    public static native Pointer rc_engine_open(
            String program, String folder, long grace, byte[] error, int errorCapacity);

    public static native void rc_engine_close(Pointer engine);

    public static native void rc_engine_status_get(Pointer engine, Pointer status);

    public static native int rc_engine_device(
            Pointer engine, String type, String name, int rate, int block, byte[] error, int errorCapacity);

    public static native int rc_engine_devices(
            Pointer engine, byte[] text, int capacity, byte[] error, int errorCapacity);

    public static native int rc_engine_wait(Pointer engine, long deadline, Pointer buffer, int capacity);

    public static native void rc_engine_wake(Pointer engine);

    public static native int rc_engine_scan(Pointer engine, byte[] folders, int again, byte[] error, int errorCapacity);

    public static native int rc_engine_plugins(
            Pointer engine, String part, byte[] text, int capacity, byte[] error, int errorCapacity);

    public static native void rc_engine_panic(Pointer engine);

    public static native int rc_engine_timeline(Pointer engine, Pointer timeline);

    public static native int rc_engine_render(Pointer engine, Pointer to, int frames, byte[] error, int errorCapacity);

    public static native int rc_engine_restart(Pointer engine, byte[] error, int errorCapacity);
}
