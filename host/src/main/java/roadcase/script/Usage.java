package roadcase.script;

import roadcase.rig.ScriptThread;

/**
 * What the scripts of one reading use, without what the compiler uses for them.
 *
 * <p>{@link #scriptRuns} belongs to the reading's thread; the rest to any.
 */
final class Usage {
    private final Stopwatch time = new Stopwatch();
    private final Stopwatch memory = new Stopwatch();

    /** @return whether one ran before */
    boolean scriptRuns(boolean run) {
        if (Thread.currentThread() instanceof ScriptThread self) memory.set(run, self.allocatedBytes());
        return time.set(run, System.nanoTime());
    }

    long nanos() {
        return time.elapsed(System.nanoTime());
    }

    /** Asked for on the heap, also what was given back since. */
    long bytes(ScriptThread reading) {
        return memory.elapsed(reading.allocatedBytes());
    }
}
