package roadcase.rig;

import roadcase.engine.EngineFault;
import roadcase.engine.ThreadLibrary;

/** Asks the system to run the calling thread before all others. */
public final class RealTime {
    /** Below what JACK gives its own threads. Source: {@code native/include/roadcase/thread.h}. */
    public static final int PRIORITY = 60;

    private static final int NOT_PERMITTED = 1;

    private RealTime() {}

    /** @return why the thread runs on as before, as a sentence, or null where it has real-time priority now */
    public static String ask() {
        try {
            ThreadLibrary.load();
        } catch (EngineFault missing) {
            return "no real-time priority: " + missing.getMessage();
        }
        int answer = ThreadLibrary.rc_thread_realtime(PRIORITY);
        if (answer == 0) return null;
        return answer == NOT_PERMITTED
                ? "no real-time priority: this user has no right to it; `roadcase doctor` says what to do"
                : "no real-time priority: this system does not give it (error " + answer + ")";
    }
}
