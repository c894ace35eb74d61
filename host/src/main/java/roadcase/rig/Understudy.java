package roadcase.rig;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;

/**
 * The Soloist of a rehearsal: whoever asks waits until the code has ended, but not for ever. Code that does not end is
 * cancelled after {@link #DEADLINE_MILLIS} of real time and, if it does not come back even then, left behind with its
 * thread.
 *
 * <p>One asking thread. The thread that runs the code ends by itself when nothing is asked for a second.
 */
final class Understudy {
    /** Long enough for any code that is fit for a stage, on any machine: a rehearsal must not depend on its speed. */
    static final long DEADLINE_MILLIS = 2_000;

    private static final long GRACE_MILLIS = 500;

    private ScriptThread thread;
    private ThreadPoolExecutor worker = worker();

    private ThreadPoolExecutor worker() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                body -> thread = new ScriptThread(body, "roadcase-understudy"));
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** Runs the code. @return what it threw, or null */
    Throwable play(Reaction reaction, Happening what) {
        long[] turn = new long[1];
        Future<Throwable> played = worker.submit(() -> run(reaction, what, turn));
        try {
            return played.get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return cancel(played, turn);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }

    private static Throwable run(Reaction reaction, Happening what, long[] turn) {
        ScriptThread self = (ScriptThread) Thread.currentThread();
        synchronized (turn) {
            turn[0] = self.beginTurn();
        }
        try {
            reaction.handler().react(what);
            return null;
        } catch (Throwable fault) { // also errors: one bad handler harms nobody else
            return fault;
        } finally {
            self.endTurn();
        }
    }

    private Throwable cancel(Future<Throwable> played, long[] turn) {
        synchronized (turn) {
            thread.cancel(turn[0]);
        }
        try {
            played.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
            return new IllegalStateException("this code took longer than " + DEADLINE_MILLIS / 1_000
                    + " seconds and was stopped; on stage it has " + Soloist.BUDGET_NANOS / 1_000_000 + " ms");
        } catch (TimeoutException never) {
            thread.leaveBehind();
            worker.shutdown();
            worker = worker();
            return new IllegalStateException(Soloist.LEFT_BEHIND);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e;
        }
    }
}
