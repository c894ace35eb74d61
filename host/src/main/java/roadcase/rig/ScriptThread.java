package roadcase.rig;

/**
 * A thread that runs code of scripts in turns, each of which can be cancelled from outside.
 *
 * <p>The compiler puts {@link #check} into every loop, closure and method of scripts and lib classes. A cancelled turn
 * stays cancelled until it ends, so code that catches the {@link Cancelled} meets it again at its next step.
 *
 * <p>Threads: {@link #beginTurn} and {@link #endTurn} by the thread itself, {@link #cancel} by any.
 */
public class ScriptThread extends Thread {
    private static final Gauge GAUGE = Gauge.ofTheMachine();

    private long turn;
    private volatile long cancelled = -1;
    private volatile boolean left;

    public ScriptThread(ThreadGroup group, Runnable body, String name, long stackBytes) {
        super(group, body, name, stackBytes);
        setDaemon(true);
    }

    public ScriptThread(Runnable body, String name) {
        this(null, body, name, 0);
    }

    /** The turn ended where the script cannot catch it. */
    public static final class Cancelled extends Error {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("this took too long and was stopped");
        }
    }

    /** @return what {@link #cancel} wants, so that a late cancel never hits the next turn */
    public final long beginTurn() {
        return ++turn;
    }

    /** @return whether the turn was cancelled, even if the script hid it */
    public final boolean endTurn() {
        return cancelled == turn++;
    }

    /** Ends this turn at its next step; does nothing where it has ended already. */
    public final void cancel(long whichTurn) {
        cancelled = whichTurn;
    }

    /** Nobody waits for this thread any more: what it still says is ignored. Any thread. */
    final void leaveBehind() {
        left = true;
        setPriority(MIN_PRIORITY); // it may keep a processor busy for ever
    }

    final boolean isLeft() {
        return left;
    }

    /** Whether the calling thread was left behind. */
    static boolean isLeftBehind() {
        return Thread.currentThread() instanceof ScriptThread t && t.left;
    }

    /** Bytes on the heap that it has asked for since it began; negative where this JVM does not count. Any thread. */
    public final long allocatedBytes() {
        return GAUGE.allocatedBytes(this);
    }

    /** Called by compiled scripts; about a nanosecond. Does nothing on other threads. */
    public static void check() {
        if (Thread.currentThread() instanceof ScriptThread t && t.cancelled == t.turn) throw new Cancelled();
    }
}
