package roadcase.bench;

import java.util.concurrent.locks.LockSupport;
import roadcase.rig.RealTime;

/**
 * What this machine takes to wake a thread, and nothing else: no gig, no Conductor. Fed as benches feed ports, woken as
 * the Conductor and the Soloist are. What a bench takes beyond it is ours; what stalls it stalls everybody.
 */
final class Floor implements AutoCloseable {
    private static final long EVERY = 400_000;

    private final boolean thereAndBack;
    private final Thread woken = new Thread(this::beWoken, "roadcase-floor");
    private final Thread other = new Thread(this::answer, "roadcase-floor-other");
    private volatile Samples samples = new Samples(0);
    /** When the message that waits was put in; 0 where none does. */
    private volatile long fed;
    private volatile long asked;
    private volatile long answered;
    private volatile boolean stop;

    /** @param thereAndBack as a reaction: woken, wakes another without real-time priority, is woken by that */
    private Floor(boolean thereAndBack) {
        this.thereAndBack = thereAndBack;
        woken.setDaemon(true);
        other.setDaemon(true);
        woken.start();
        other.start();
    }

    static Samples.Summary wake(int count) throws InterruptedException {
        return measure(false, count);
    }

    static Samples.Summary thereAndBack(int count) throws InterruptedException {
        return measure(true, count);
    }

    private static Samples.Summary measure(boolean thereAndBack, int count) throws InterruptedException {
        try (Floor floor = new Floor(thereAndBack)) {
            new Feeder(floor::feed, new int[1], EVERY).start(2_000).join();
            Samples samples = new Samples(count);
            floor.samples = samples;
            new Feeder(floor::feed, new int[1], EVERY).start(count).join();
            Thread.sleep(50);
            return samples.summary();
        }
    }

    private boolean feed(int message) {
        if (fed != 0) return false; // the one before is still on its way
        fed = System.nanoTime();
        LockSupport.unpark(woken);
        return true;
    }

    private void beWoken() {
        RealTime.ask();
        long handedOver = 0;
        while (!stop) {
            long begin = fed;
            if (answered != 0) {
                answered = 0;
                end(begin);
            } else if (begin == 0 || begin == handedOver) {
                LockSupport.park(this);
            } else if (thereAndBack) {
                handedOver = begin;
                asked = begin;
                LockSupport.unpark(other);
            } else {
                end(begin);
            }
        }
    }

    private void answer() {
        while (!stop) {
            long what = asked;
            if (what == 0) {
                LockSupport.park(this);
                continue;
            }
            asked = 0;
            answered = what;
            LockSupport.unpark(woken);
        }
    }

    private void end(long begin) {
        samples.add(System.nanoTime() - begin);
        fed = 0;
    }

    @Override
    public void close() {
        stop = true;
        LockSupport.unpark(woken);
        LockSupport.unpark(other);
    }

    /** How a bench compares, in words. */
    static String times(Samples.Summary bench, Samples.Summary floor) {
        return Plainly.number(bench.median() / floor.median()) + " times the bare wake-up's median, p99.9 "
                + Plainly.number(bench.p999() / floor.p999()) + " times";
    }
}
