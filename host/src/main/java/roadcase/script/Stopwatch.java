package roadcase.script;

/** Measures how long scripts ran, without the time of the compiler. Any thread; nanoseconds. */
final class Stopwatch {
    private long sum;
    private long since;
    private boolean running;

    /** @return whether it ran before, for {@link #set} */
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
