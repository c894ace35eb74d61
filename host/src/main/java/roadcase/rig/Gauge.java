package roadcase.rig;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What threads have used of this machine since they began. Any thread; reading takes less than a microsecond. */
interface Gauge {
    /** Where the JVM does not know. */
    long UNKNOWN = -1;

    /** Time on a processor, nanoseconds; {@link #UNKNOWN} where nobody counts it or the thread has ended. */
    long cpuNanos(Thread thread);

    /** Bytes on the heap, also those given back since; {@link #UNKNOWN} as above. */
    long allocatedBytes(Thread thread);

    /** As the JVM counts it. */
    static Gauge ofTheMachine() {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)) return new Blind();
        boolean cpu = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        boolean bytes = threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled();
        return new Gauge() {
            @Override
            public long cpuNanos(Thread thread) {
                if (!cpu) return UNKNOWN;
                return thread == Thread.currentThread()
                        ? threads.getCurrentThreadCpuTime() : threads.getThreadCpuTime(thread.getId());
            }

            @Override
            public long allocatedBytes(Thread thread) {
                if (!bytes) return UNKNOWN;
                return thread == Thread.currentThread() ? threads.getCurrentThreadAllocatedBytes()
                        : threads.getThreadAllocatedBytes(thread.getId());
            }
        };
    }

    /** A JVM that counts nothing: the wall clock must do. */
    final class Blind implements Gauge {
        @Override
        public long cpuNanos(Thread thread) {
            return UNKNOWN;
        }

        @Override
        public long allocatedBytes(Thread thread) {
            return UNKNOWN;
        }
    }
}
