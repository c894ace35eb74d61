package roadcase.engine;

/** {@code thread.h}: what a thread may ask of the system. Call {@link #load} first. */
public final class ThreadLibrary {
    private static boolean loaded;

    private ThreadLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(ThreadLibrary.class);
        loaded = true;
    }

    public static native int rc_thread_realtime(int priority);
}
