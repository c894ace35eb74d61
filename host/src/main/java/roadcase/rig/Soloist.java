package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jctools.queues.SpscArrayQueue;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Reaction;

/**
 * Runs what scripts wrote in reactions: one at a time, in order, on a thread of its own, so that it can be late without
 * making a route late. A reaction over its {@link Budget} is cancelled; one that does not come back even then is left
 * behind with its thread, and a new thread takes over.
 *
 * <p>{@link #play} belongs to the Conductor's thread; {@link #watch} may be called by one other, a few times while a
 * reaction runs.
 */
public final class Soloist implements Solo, AutoCloseable {
    /** How long a reaction may take. */
    public static final long BUDGET_NANOS = Budget.MOST_NANOS;

    static final String LEFT_BEHIND =
            "this code does not come back; it is left behind and the others go on without it";
    static final String TOO_LONG = "this code took longer than " + BUDGET_NANOS / 1_000_000
            + " ms and was stopped; for what comes later say after(1.second) { ... }";
    /** Each keeps a thread, and may keep a processor busy. */
    static final int MOST_LEFT = 16;

    private static final int MOST = 1_024;
    private static final long LOOK_NANOS = 5_000_000;
    /** Waking the watch costs a system call, so it looks on for a while: somebody who plays plays more than one note. */
    private static final long WATCH_ON_NANOS = 1_000_000_000;
    /** A JVM that has just started runs everything for the first time. */
    private static final long COLD_NANOS = 5_000_000_000L;
    private static final int COLD_PATIENCE = 10;
    /** Of the heap: what code may ask for in one turn, also where it gives it back at once. */
    private static final int PART_OF_HEAP = 8;

    private static final class Job {
        Reaction reaction;
        final Happening what = new Happening();
        Live link;
    }

    /** What a player is told. Called on the Soloist's or the watching thread; must not block. */
    public interface Critic {
        /** Code failed, was stopped, left behind or put aside. */
        void fault(Reaction reaction, ReactionFault fault);

        /** Code took long but came to its end: no fault. */
        void slow(Reaction reaction, ReactionFault slow);
    }

    private final SpscArrayQueue<Job> free = new SpscArrayQueue<>(MOST);
    private final SpscArrayQueue<Job> waiting = new SpscArrayQueue<>(MOST);
    private final Critic critic;
    private final Function<Throwable, String> words;
    private final Gauge gauge;
    private final long mostBytes;
    private final Patience patience = new Patience();
    private final SlowCode slow = new SlowCode();
    private final Reserve reserve = new Reserve();
    private final Thread watcher = new Thread(this::keepWatch, "roadcase-soloist-watch");
    private final Budget budget;
    private final List<Worker> left = new ArrayList<>();
    /** The Conductor's count, and of those the ones that nobody waits for any more. */
    private volatile long given;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean watcherRests;
    private final long born = System.nanoTime();
    private volatile Worker worker;
    private volatile boolean closed;
    private volatile long abandoned;
    private long looked = -1;

    /** @param words a sentence for what code threw */
    public Soloist(Critic critic, Function<Throwable, String> words) {
        this(critic, words, Gauge.ofTheMachine(), Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    Soloist(Critic critic, Function<Throwable, String> words, Gauge gauge, long mostBytes) {
        this.critic = critic;
        this.words = words;
        this.gauge = gauge;
        this.mostBytes = mostBytes;
        this.budget = new Budget(mostBytes);
        for (int i = 0; i < MOST; i++) free.add(new Job());
        worker = new Worker();
        worker.start();
    }

    /** Watches the budget on a thread of its own, which rests while nobody plays. */
    public void startWatching() {
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepWatch() {
        long lastBusy = System.nanoTime();
        while (!closed) {
            try {
                long now = System.nanoTime();
                if (isPlaying() || worker.isLeft()) lastBusy = now;
                if (now - lastBusy < WATCH_ON_NANOS) {
                    LockSupport.parkNanos(this, LOOK_NANOS);
                } else {
                    watcherRests = true;
                    if (reserve.isGivenUp()) reserve.restore();
                    if (!isPlaying()) LockSupport.park(this);
                    watcherRests = false;
                    lastBusy = System.nanoTime();
                }
                now = System.nanoTime();
                watch(now, now - born < COLD_NANOS ? COLD_PATIENCE : 1);
            } catch (OutOfMemoryError noThreadOrNoMemory) {
                reserve.giveUp(); // it is tried again at the next look
            }
        }
    }

    /** A new rig plays: what was put aside may try again. */
    public void reloaded() {
        patience.begin();
        slow.begin();
        reserve.restore();
    }

    /** How many reactions are put aside. */
    public int putAside() {
        return patience.putAside();
    }

    /** How often code took longer than 2 ms without being stopped, since the last reload. */
    public long slow() {
        return slow.times();
    }

    @Override
    public boolean play(Reaction reaction, Happening what, Live link) {
        Job job = free.poll();
        if (job == null) return false;
        job.reaction = reaction;
        job.what.copy(what);
        job.link = link;
        waiting.add(job);
        given = given + 1; // one thread writes it
        LockSupport.unpark(worker);
        return true;
    }

    @Override
    public boolean isPlaying() {
        return given != done.get();
    }

    /** Looks what the running reaction has used, and does what must be done. */
    public void watch(long nowNanos) {
        watch(nowNanos, 1);
    }

    private void watch(long nowNanos, int times) {
        Worker now = worker;
        if (now.isLeft()) {
            takeOver();
            return;
        }
        long since = now.since; // first: what the worker wrote before it can be read then
        long turn = now.turn;
        Reaction running = now.running;
        if (since == 0 || running == null) return;
        if (looked != turn) {
            looked = turn;
            budget.begin(since, now.cpuAtBegin, now.bytesAtBegin);
        }
        Budget.Verdict verdict = budget.look(nowNanos, gauge.cpuNanos(now), gauge.allocatedBytes(now),
                now.getState() != Thread.State.RUNNABLE, times);
        if (now.turn != turn || now.since != since) return; // another one began meanwhile
        now.still = budget.still();
        switch (verdict) {
            case FINE -> { }
            case STOP, STOP_FOR_MEMORY -> {
                now.hungry = verdict == Budget.Verdict.STOP_FOR_MEMORY;
                now.cancel(turn);
            }
            case LEAVE -> leave(now, running);
        }
    }

    private void leave(Worker stuck, Reaction running) {
        Origin where = ReactionFault.place(stuck.getStackTrace(), running.origin());
        stuck.leaveBehind();
        done.incrementAndGet();
        abandoned++;
        left.add(stuck);
        tell(running, new ReactionFault(where, LEFT_BEHIND));
        left.removeIf(one -> !one.isAlive());
        if (left.size() == MOST_LEFT)
            critic.fault(running, new ReactionFault(Origin.NOWHERE, MOST_LEFT + " pieces of code do not come back, so no "
                    + "reaction is played until one does; routes, banks and lights go on. Mend the script and start anew"));
        takeOver();
    }

    private void takeOver() {
        left.removeIf(one -> !one.isAlive());
        if (left.size() >= MOST_LEFT) return;
        Worker next = new Worker();
        next.start();
        looked = -1; // its turns are counted anew
        worker = next;
    }

    private void tell(Reaction reaction, ReactionFault fault) {
        critic.fault(reaction, fault);
        if (patience.failed(reaction))
            critic.fault(reaction, new ReactionFault(reaction.origin(), Patience.SENTENCE));
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
        private volatile boolean hungry;
        private volatile long still;
        private long cpuAtBegin;
        private long bytesAtBegin;

        Worker() {
            super(null, "roadcase-soloist");
        }

        @Override
        public void run() {
            if (abandoned > 0) free.offer(new Job()); // the one that went with the last thread
            while (!closed && !isLeft()) {
                Job job = waiting.poll();
                if (job == null) LockSupport.park(Soloist.this);
                else play(job);
            }
        }

        private void play(Job job) {
            Reaction reaction = job.reaction;
            hungry = false;
            still = 0;
            turn = beginTurn();
            running = reaction;
            cpuAtBegin = gauge.cpuNanos(this);
            bytesAtBegin = gauge.allocatedBytes(this);
            since = System.nanoTime();
            if (watcherRests) LockSupport.unpark(watcher);
            Throwable fault = null;
            boolean aside = patience.isOver(reaction);
            try {
                if (!aside) reaction.handler().react(job.what);
            } catch (Throwable thrown) { // also errors: one bad handler harms nobody else
                fault = thrown;
            }
            long began = since;
            since = 0;
            running = null;
            boolean cancelled = endTurn();
            if (isLeft()) return;
            done.incrementAndGet();
            job.reaction = null;
            job.link = null;
            free.offer(job);
            if (aside) return;
            try {
                judge(reaction, fault, cancelled, began);
            } catch (OutOfMemoryError notEvenForASentence) {
                reserve.giveUp();
            }
        }

        private void judge(Reaction reaction, Throwable fault, boolean cancelled, long began) {
            if (fault instanceof OutOfMemoryError && reserve.isNeeded()) {
                // At once: the next time it would take the reserve too, and no better script could be read.
                reserve.giveUp();
                patience.exhaust(reaction);
                critic.fault(reaction, ReactionFault.of(fault, reaction.origin(), words));
                critic.fault(reaction, new ReactionFault(reaction.origin(), Patience.MEMORY_GONE));
            } else if (cancelled) {
                tell(reaction, new ReactionFault(place(fault, reaction.origin()), hungry ? tooMuch() : TOO_LONG));
            } else if (fault != null) {
                tell(reaction, ReactionFault.of(fault, reaction.origin(), words));
            } else {
                if (!reserve.isGivenUp()) patience.well(reaction);
                long end = System.nanoTime();
                if (end - began > SlowCode.NANOS && end - born > COLD_NANOS) took(reaction, end - began, end);
            }
        }

        /** Where it was stopped; a script may have hidden it. */
        private static Origin place(Throwable fault, Origin otherwise) {
            return fault == null ? otherwise : ReactionFault.place(fault.getStackTrace(), otherwise);
        }

        private void took(Reaction reaction, long passed, long end) {
            long cpu = gauge.cpuNanos(this);
            long own = cpu == Gauge.UNKNOWN || cpuAtBegin == Gauge.UNKNOWN ? passed : cpu - cpuAtBegin;
            long nanos = own + still;
            if (nanos <= SlowCode.NANOS) return; // the machine was busy with something else
            ReactionFault told = slow.took(reaction, nanos, end);
            if (told != null) critic.slow(reaction, told);
        }
    }

    private String tooMuch() {
        return "this code asked for more than " + (mostBytes >> 20) + " MB of memory and was stopped; does a list or a text "
                + "here grow for ever?";
    }
}
