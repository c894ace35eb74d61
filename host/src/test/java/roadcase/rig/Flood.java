package roadcase.rig;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import roadcase.midi.Backend;
import roadcase.midi.Packed;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;

/**
 * A driver that hands over ten thousand messages of "keys", one of "pads" in their middle, and that again and again; and
 * looks what comes out at "synth" and "piano". In Java, so that only what is tested allocates.
 */
final class Flood implements Backend {
    /** More than a batch holds. */
    static final int AT_ONCE = 10_000;
    static final int TIMES = 100;

    private static final int WARM = 10;

    final CountDownLatch done = new CountDownLatch(1);
    int flooded;
    int wrong;
    int other;
    /** How many of its own time went out before the one of the other port, at most. */
    int latest;
    long allocated;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, Integer> handles = new HashMap<>();
    private volatile boolean begun;
    private volatile Thread conductor;
    private int handedOver;
    private int keys;
    private int pads;
    private int synth;

    void begin() {
        keys = handles.get(Direction.INPUT + "keys");
        pads = handles.get(Direction.INPUT + "pads");
        synth = handles.get(Direction.OUTPUT + "synth");
        begun = true;
        wake();
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        conductor = Thread.currentThread();
        if (!begun || handedOver == TIMES) {
            if (handedOver == TIMES && done.getCount() > 0) {
                allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
                done.countDown();
            }
            LockSupport.parkNanos(1_000_000);
            return;
        }
        if (handedOver == WARM) allocated = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < AT_ONCE / 2; i++) receiver.received(keys, 0, message(i));
        receiver.received(pads, 0, Packed.of(0xB0, 7, handedOver % 128));
        for (int i = AT_ONCE / 2; i < AT_ONCE; i++) receiver.received(keys, 0, message(i));
        handedOver++;
    }

    /** Notes on and off, knobs, bends. */
    private static int message(int i) {
        int number = i / 4 % 128;
        return switch (i % 4) {
            case 0 -> Packed.of(0x90, number, 1 + i % 127);
            case 1 -> Packed.of(0xB0, 16 + number % 16, i % 128);
            case 2 -> Packed.of(0x80, number, 0);
            default -> Packed.of(0xE0, i % 128, number);
        };
    }

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        if (handle == synth) {
            if (packed != message(flooded % AT_ONCE)) wrong++;
            flooded++;
            return true;
        }
        latest = Math.max(latest, flooded - other * AT_ONCE);
        if (packed != Packed.of(0xB0, 7, other % 128)) wrong++;
        other++;
        return true;
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        return false;
    }

    @Override
    public synchronized int open(Direction direction, String name, boolean owned) {
        handles.put(direction + name, handles.size());
        return handles.size() - 1;
    }

    @Override
    public List<RealPort> ports() {
        List<RealPort> all = new ArrayList<>();
        for (String name : List.of("keys", "pads", "synth", "piano"))
            for (Direction way : Direction.values()) all.add(new RealPort(name, name, way, List.of()));
        return all;
    }

    @Override
    public void wake() {
        LockSupport.unpark(conductor);
    }

    @Override
    public String name() {
        return "flood";
    }

    @Override
    public String why() {
        return "a Spec";
    }

    @Override
    public void connect(int handle, RealPort port) {}

    @Override
    public void disconnect(int handle) {}

    @Override
    public void close(int handle) {}

    @Override
    public void close() {}
}
