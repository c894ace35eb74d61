package roadcase.rig;

/**
 * What one turn of a script's code has used, from look to look, and what follows from it.
 *
 * <p>Time on the processor counts, not time that passes: where the machine is busy with something else, the code is
 * not to blame. Code that stands still by its own will (a sleep, a lock, a wait) uses no processor, so for that the time
 * counts that passes. A look that comes late, as after a pause of the JVM, counts no more than {@link #MOST_OF_A_LOOK}:
 * what held up the looking thread held up the code as well.
 *
 * <p>Hazard: what waits in the system (a socket, a pipe) looks to Java like what waits for a processor. Only
 * {@link #MOST_PASSING_NANOS} ends it.
 *
 * <p>Pure; the watching thread's. Nanoseconds and bytes are passed in.
 */
final class Budget {
    /** Time on a processor, or standing still, after which the code is asked to stop. */
    static final long MOST_NANOS = 20_000_000;
    /** How much more of it there is until nobody waits any longer. */
    static final long GRACE_NANOS = 30_000_000;
    static final long MOST_OF_A_LOOK = 10_000_000;
    /** However little of the processor it was given: the others wait too. */
    static final long MOST_PASSING_NANOS = 250_000_000;

    enum Verdict { FINE, STOP, STOP_FOR_MEMORY, LEAVE }

    private final long mostBytes;
    private long lastNow;
    private long lastCpu;
    private long bytesAtBegin;
    private long used;
    private long still;
    private long passed;
    private boolean asked;
    private long busyWhenAsked;
    private long passedWhenAsked;

    Budget(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** A turn began. @param cpu and bytes: what its thread had used until then */
    void begin(long now, long cpu, long bytes) {
        lastNow = now;
        lastCpu = cpu;
        bytesAtBegin = bytes;
        used = 0;
        still = 0;
        passed = 0;
        asked = false;
    }

    /** How long the turn stood still as far as looks have seen. */
    long still() {
        return still;
    }

    /**
     * Looks again.
     *
     * @param waits whether its thread waits by itself
     * @param patience how many times as much as usual it may take: a cold JVM does everything for the first time
     */
    Verdict look(long now, long cpu, long bytes, boolean waits, int patience) {
        long interval = Math.min(Math.max(0, now - lastNow), MOST_OF_A_LOOK);
        long worked = cpu == Gauge.UNKNOWN || lastCpu == Gauge.UNKNOWN ? interval : cpu - lastCpu;
        lastNow = now;
        lastCpu = cpu;
        used += worked;
        passed += interval;
        if (waits) still += Math.max(0, interval - worked);
        long busy = used + still;
        if (asked) {
            boolean over = busy - busyWhenAsked >= GRACE_NANOS || passed - passedWhenAsked >= MOST_PASSING_NANOS;
            return over ? Verdict.LEAVE : Verdict.FINE;
        }
        boolean hungry = bytes != Gauge.UNKNOWN && bytes - bytesAtBegin >= mostBytes;
        asked = hungry || busy >= MOST_NANOS * patience || passed >= MOST_PASSING_NANOS * patience;
        busyWhenAsked = busy;
        passedWhenAsked = passed;
        return !asked ? Verdict.FINE : hungry ? Verdict.STOP_FOR_MEMORY : Verdict.STOP;
    }
}
