package roadcase.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What one thread allocates. */
final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
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

    double since() {
        return THREADS.getThreadAllocatedBytes(id) - before;
    }
}
