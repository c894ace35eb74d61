package roadcase.cli;

import java.util.concurrent.locks.LockSupport;
import roadcase.rig.Soloist;

/** The Soloist, and the thread that looks whether what it plays takes too long. */
final class SoloistWatch implements AutoCloseable {
    /** A quarter of the budget of a reaction. */
    private static final long EVERY_NANOS = Soloist.BUDGET_NANOS / 4;

    private final Soloist soloist;
    private volatile boolean closed;

    SoloistWatch(Herald herald) {
        soloist = new Soloist(new NoCanceller(), (reaction, fault) -> herald.fault(System.nanoTime(), fault.origin(), fault.sentence()));
        Thread thread = new Thread(this::watch, "roadcase-soloist-watch");
        thread.setDaemon(true);
        thread.start();
    }

    Soloist soloist() {
        return soloist;
    }

    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(EVERY_NANOS);
            soloist.watch(System.nanoTime());
        }
    }

    private static final class NoCanceller implements Soloist.Canceller {
        @Override
        public void cancel(Thread soloist) {}

        @Override
        public void begin(Thread soloist) {}
    }

    @Override
    public void close() {
        closed = true;
        soloist.close();
    }
}
