package roadcase.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What one thread allocates. */
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MEASURING = 1_000;
    private final long id;
    private long before;

    @SuppressWarnings("deprecation") // threadId() came with 19
    Allocated(Thread thread) {
        id = thread.getId();
        begin();
    }

    void begin() {
        before = THREADS.getThreadAllocatedBytes(id);
    }

    /** Measuring itself, and a class that is met for the first time, take less than a kilobyte in all: that is none. */
    double perMessage(long messages) {
        long all = THREADS.getThreadAllocatedBytes(id) - before;
        return all < MEASURING ? 0 : (double) all / messages;
    }
}
