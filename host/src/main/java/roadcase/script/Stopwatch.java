package roadcase.script;

/** Sums what a rising number (nanoseconds, bytes) grows by while it runs. Any thread. */
final class Stopwatch {
    private long sum;
    private long since;
    private boolean running;

    /** @return whether it ran before */
    synchronized boolean set(boolean run, long now) {
        boolean before = running;
        if (running) sum += now - since;
        since = now;
        running = run;
        return before;
    }

    synchronized long elapsed(long now) {
        return running ? sum + now - since : sum;
    }
}
