package roadcase.midi

import com.sun.management.ThreadMXBean
import groovy.transform.CompileStatic
import java.lang.management.ManagementFactory
import java.util.concurrent.TimeUnit

/** Sends as fast as it is taken and counts, in order, what arrives; all on one thread, as the Conductor would. */
@CompileStatic
class Throughput implements Backend.Receiver {
    private final Backend from, to
    private final int port
    private int next
    private long received, wrong
    long nanos

    Throughput(Backend from, int port, Backend to) {
        this.from = from
        this.port = port
        this.to = to
    }

    /** Messages sent, messages received in order, bytes allocated by this thread. */
    List<Long> run(int count) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.threadMXBean
        long id = Thread.currentThread().id
        received = 0
        wrong = 0
        next = 0
        int sent = 0
        long allocated = threads.getThreadAllocatedBytes(id)
        long begin = System.nanoTime()
        long deadline = begin + TimeUnit.SECONDS.toNanos(10)
        while (received + wrong < count && System.nanoTime() < deadline) {
            for (int burst = 0; burst < 1000 && sent < count; burst++) {
                if (!from.send(port, 0L, Packed.of(0x90, sent & 127, sent >> 7 & 127))) break
                sent++
            }
            to.await(System.nanoTime() + 2_000_000L, this)
        }
        nanos = System.nanoTime() - begin
        long bytes = threads.getThreadAllocatedBytes(id) - allocated
        [(long) sent, received, bytes]
    }

    @Override
    void received(int handle, long timeNanos, int packed) {
        if (Packed.data1(packed) == (next & 127) && Packed.data2(packed) == (next >> 7 & 127)) received++
        else wrong++
        next++
    }

    @Override
    void received(int handle, long timeNanos, byte[] bytes, int length) { wrong++ }

    @Override
    void portsChanged() {}

    @Override
    void skipped(int handle, long timeNanos) {}
}
