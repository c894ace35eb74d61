package roadcase.rig;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jctools.queues.SpscArrayQueue;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;

/**
 * Runs what scripts wrote in reactions: one at a time, in order, on a thread of its own, so that it can be late without
 * making a route late. A reaction over its budget is cancelled; one that does not come back even then is left behind
 * with its thread, and a new thread takes over.
 *
 * <p>{@link #play} belongs to the Conductor's thread; {@link #watch} may be called by one other, a few times a second.
 */
public final class Soloist implements Solo, AutoCloseable {
    /** How long a reaction may take. */
    public static final long BUDGET_NANOS = 20_000_000;
    /** How long after its cancelling it may take to come back. */
    static final long GRACE_NANOS = 30_000_000;

    static final String LEFT_BEHIND =
            "this code does not come back; it is left behind and the others go on without it";

    private static final int MOST = 1_024;
    private static final long LOOK_NANOS = 5_000_000;
    /** A JVM that has just started runs everything for the first time. */
    private static final long COLD_NANOS = 5_000_000_000L;
    private static final long COLD_BUDGET_NANOS = 200_000_000;

    private static final class Job {
        Reaction reaction;
        final Happening what = new Happening();
        Live link;
    }

    private final SpscArrayQueue<Job> free = new SpscArrayQueue<>(MOST);
    private final SpscArrayQueue<Job> waiting = new SpscArrayQueue<>(MOST);
    private final BiConsumer<Reaction, ReactionFault> faults;
    private final Patience patience = new Patience();
    private final Thread watcher = new Thread(this::keepWatch, "roadcase-soloist-watch");
    private volatile boolean watcherRests;
    private final long born = System.nanoTime();
    private volatile Worker worker;
    private volatile boolean closed;
    private volatile long abandoned;

    /** @param faults told on the soloist's or the watching thread */
    public Soloist(BiConsumer<Reaction, ReactionFault> faults) {
        this.faults = faults;
        for (int i = 0; i < MOST; i++) free.add(new Job());
        worker = new Worker();
        worker.start();
    }

    /** Watches the budget on a thread of its own, which rests while nothing runs. */
    public void startWatching() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepWatch() {
        while (!closed) {
            if (worker.since == 0 && waiting.isEmpty()) {
                watcherRests = true;
                if (worker.since == 0) LockSupport.park(this);
                watcherRests = false;
            } else {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
            long now = System.nanoTime();
            watch(now, now - born < COLD_NANOS ? COLD_BUDGET_NANOS : BUDGET_NANOS);
        }
    }

    /** A new rig plays: what was put aside may try again. */
    public void reloaded() {
        patience.begin();
    }

    /** How many reactions are put aside. */
    public int putAside() {
        return patience.putAside();
    }

    @Override
    public boolean play(Reaction reaction, Happening what, Live link) {
        Job job = free.poll();
        if (job == null) return false;
        job.reaction = reaction;
        job.what.copy(what);
        job.link = link;
        waiting.add(job);
        LockSupport.unpark(worker);
        return true;
    }

    /** Looks whether the running reaction is over its budget, and does what must be done. */
    public void watch(long nowNanos) {
        watch(nowNanos, BUDGET_NANOS);
    }

    private void watch(long nowNanos, long budget) {
        Worker now = worker;
        long turn = now.turn; // first: so that a reaction that begins meanwhile is never taken for the one before
        long since = now.since;
        Reaction running = now.running;
        if (since == 0 || running == null || nowNanos - since < budget) return;
        if (now.asked != turn) {
            now.asked = turn;
            now.cancel(turn);
            return;
        }
        if (nowNanos - since < budget + GRACE_NANOS || now.running != running) return;
        now.leaveBehind();
        abandoned++;
        tell(running, LEFT_BEHIND);
        worker = new Worker();
        worker.start();
    }

    private void tell(Reaction reaction, String sentence) {
        tell(reaction, new ReactionFault(reaction.origin(), sentence));
    }

    private void tell(Reaction reaction, ReactionFault fault) {
        faults.accept(reaction, fault);
        if (patience.failed(reaction))
            faults.accept(reaction, new ReactionFault(reaction.origin(), Patience.SENTENCE));
    }

    /** How many threads were left behind. */
    public long abandoned() {
        return abandoned;
    }

    /** How many reactions wait. */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(worker);
        LockSupport.unpark(watcher);
    }

    private final class Worker extends ScriptThread {
        private volatile Reaction running;
        private volatile long since;
        private volatile long turn;
        /** The last turn that was asked to end. */
        private volatile long asked;

        Worker() {
            super(null, "roadcase-soloist");
        }

        @Override
        public void run() {
            if (abandoned > 0) free.add(new Job()); // the one that went with the last thread
            while (!closed && !isLeft()) {
                Job job = waiting.poll();
                if (job == null) LockSupport.park(Soloist.this);
                else play(job);
            }
        }

        private void play(Job job) {
            Reaction reaction = job.reaction;
            turn = beginTurn();
            running = reaction;
            since = System.nanoTime();
            if (watcherRests) LockSupport.unpark(watcher);
            Throwable fault = null;
            try {
                if (!patience.isOver(reaction)) reaction.handler().react(job.what);
            } catch (Throwable thrown) { // also errors: one bad handler harms nobody else
                fault = thrown;
            }
            since = 0;
            running = null;
            boolean cancelled = endTurn();
            if (isLeft()) return;
            job.reaction = null;
            job.link = null;
            free.add(job);
            if (cancelled)
                tell(reaction, "this code took longer than " + BUDGET_NANOS / 1_000_000
                        + " ms and was stopped; for what comes later say after(1.second) { ... }");
            else if (fault != null) tell(reaction, ReactionFault.of(fault, reaction.origin()));
            else patience.well(reaction);
        }
    }
}
