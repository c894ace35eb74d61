package roadcase.midi.net;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What peers did wrong: counted all, told at most once a second. Any thread. */
final class Complaints {
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final Consumer<String> say;
    private final AtomicLong all = new AtomicLong();
    private long untold;
    private long toldAt = System.nanoTime() - PAUSE;

    Complaints(Consumer<String> say) {
        this.say = say;
    }

    void about(String from, String why) {
        all.incrementAndGet();
        String more;
        synchronized (this) {
            long now = System.nanoTime();
            if (now - toldAt < PAUSE) {
                untold++;
                return;
            }
            more = untold == 0 ? "" : " (" + untold + " more were refused before)";
            untold = 0;
            toldAt = now;
        }
        say.accept("From the network, " + from + ": refused, " + why + more + ".");
    }

    long count() {
        return all.get();
    }
}
