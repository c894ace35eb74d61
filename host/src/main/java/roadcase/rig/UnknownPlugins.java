package roadcase.rig;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import roadcase.audio.EngineRack;
import roadcase.audio.RackFault;

/**
 * Places whose plugin nobody knew. It may only not have been looked for yet: then the machine's plugins are scanned,
 * once, and the places wait for the end. One thread.
 *
 * @param <P> a place
 */
final class UnknownPlugins<P> {
    private final Consumer<String> progress;
    private final Queue<P> waiting = new ArrayDeque<>();
    private boolean scanned;

    UnknownPlugins(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * A place's plugin could not be loaded.
     *
     * @param why a sentence of the engine
     * @return null where the place waits for the end of a scan now; else why it goes without
     */
    String add(EngineRack engine, P place, String why) {
        if (scanned) return why;
        try {
            if (waiting.isEmpty()) {
                engine.scan(false);
                progress.accept("Looking for plugins …");
            }
            waiting.add(place);
            return null;
        } catch (RackFault refused) {
            scanned = true;
            return refused.getMessage();
        }
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Another plugin is wanted there, or none. */
    void remove(P place) {
        waiting.remove(place);
    }

    /** What was installed since the last scan counts. */
    void lookAgain() {
        if (waiting.isEmpty()) scanned = false;
    }

    /** A scan is over. @return whose plugin is to be loaded now */
    List<P> scanned() {
        scanned = true;
        List<P> again = List.copyOf(waiting);
        waiting.clear();
        return again;
    }
}
