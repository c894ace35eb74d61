package roadcase.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import roadcase.midi.Backend;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;

/**
 * Ports that benches feed from memory. The Conductor waits in it as it waits in a driver: parked, until a message, a
 * wake-up or its deadline.
 *
 * <p>Each input has a lane with one feeding thread. {@link #answer} says which output is timed against which input.
 */
final class FeedBackend implements Backend {
    private static final int MOST_PORTS = 64;
    private static final int BURST = 64;

    /** What is asked of an input: which messages bring something about at an output, and when that came. */
    private record Timed(int input, IntPredicate expects, Answers answers) {}

    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> handles = new ConcurrentHashMap<>();
    private final Lane[] lanes = new Lane[MOST_PORTS];
    private final Timed[] timed = new Timed[MOST_PORTS];
    private final long[] sent = new long[MOST_PORTS];
    private final List<RealPort> there = new ArrayList<>();
    private volatile Listener listener = (port, packed) -> {};
    private volatile Thread conductor;
    private volatile boolean waits;
    private volatile boolean woken;
    private volatile Burst burst;

    /** Told of every short message that is sent; the Conductor's thread. */
    interface Listener {
        void sent(int handle, int packed);
    }

    /** Hardware that is plugged in from the start. */
    FeedBackend(String... gear) {
        for (String name : gear) {
            there.add(new RealPort(name, name, Direction.INPUT, List.of()));
            there.add(new RealPort(name, name, Direction.OUTPUT, List.of()));
        }
    }

    Thread conductor() {
        return conductor;
    }

    int input(String name) {
        return handles.get(Direction.INPUT + name);
    }

    int output(String name) {
        return handles.get(Direction.OUTPUT + name);
    }

    Lane lane(int handle) {
        return lanes[handle];
    }

    /** Times what comes out at an output against what was fed to an input. While nothing is under way. */
    Answers answer(int input, int output, IntPredicate expects, int mostSamples) {
        Answers answers = new Answers(mostSamples);
        timed[output] = new Timed(input, expects, answers);
        return answers;
    }

    void listen(Listener to) {
        listener = to;
    }

    /** Messages sent there so far; exact when nothing is under way. */
    long sentTo(int output) {
        return sent[output];
    }

    /** Puts a message in now, as a driver would. @return false where the lane is full */
    boolean feed(int handle, int packed) {
        boolean taken = lanes[handle].feed(packed, System.nanoTime());
        unpark();
        return taken;
    }

    /** Messages that wait already, and how long each of them took. */
    static final class Burst {
        private final int handle;
        private final int[] messages;
        private final long count;
        private final Samples each;
        private final CountDownLatch done = new CountDownLatch(1);
        private long given;
        private long begin;
        private long last;
        private volatile long nanos;

        Burst(int handle, int[] messages, long count, Samples each) {
            this.handle = handle;
            this.messages = messages;
            this.count = count;
            this.each = each;
        }

        long nanos() throws InterruptedException {
            done.await();
            return nanos;
        }
    }

    /** Hands over many messages as fast as they are played. */
    Burst burst(int handle, int[] messages, long count, Samples each) {
        Burst many = new Burst(handle, messages, count, each);
        burst = many;
        unpark();
        return many;
    }

    private void unpark() {
        if (waits) LockSupport.unpark(conductor);
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        if (conductor == null) conductor = Thread.currentThread();
        Burst many = burst;
        if (many != null) {
            next(many, receiver);
            return;
        }
        if (handOver(receiver)) return;
        waits = true;
        while (nothing() && !woken && burst == null) {
            long wait = deadlineNanos == Long.MAX_VALUE ? Long.MAX_VALUE : deadlineNanos - System.nanoTime();
            if (wait <= 0) break;
            LockSupport.parkNanos(this, wait);
        }
        waits = false;
        woken = false;
        handOver(receiver);
    }

    private void next(Burst many, Receiver receiver) {
        long now = System.nanoTime();
        if (many.given == 0) many.begin = now;
        if (many.given >= many.count) {
            many.nanos = now - many.begin;
            burst = null;
            many.done.countDown();
            return;
        }
        many.last = now;
        for (int i = 0; i < BURST; i++)
            receiver.received(many.handle, now, many.messages[(int) (many.given++ % many.messages.length)]);
    }

    private boolean nothing() {
        for (int i = 0; i < names.size(); i++) if (lanes[i] != null && !lanes[i].isEmpty()) return false;
        return true;
    }

    private boolean handOver(Receiver receiver) {
        boolean some = false;
        for (int i = 0; i < names.size(); i++) {
            Lane lane = lanes[i];
            if (lane == null) continue;
            // No more than a driver's buffer holds, or a flood would never let the others have their turn.
            for (int n = 0; n < BURST && !lane.isEmpty(); n++) {
                int message = lane.message();
                long stamp = lane.stamp();
                lane.take();
                for (int out = 0; out < names.size(); out++)
                    if (timed[out] != null && timed[out].input == i && timed[out].expects.test(message))
                        timed[out].answers.expect(stamp);
                receiver.received(i, stamp, message);
                some = true;
            }
        }
        return some;
    }

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        Burst many = burst;
        Timed against = timed[handle];
        if (many != null) {
            if (many.each != null) {
                long now = System.nanoTime();
                many.each.add(now - many.last);
                many.last = now;
            }
        } else if (against != null) {
            against.answers.sent(System.nanoTime());
        }
        sent[handle]++;
        listener.sent(handle, packed);
        return true;
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        return true;
    }

    @Override
    public void wake() {
        woken = true;
        unpark();
    }

    @Override
    public synchronized int open(Direction direction, String name, boolean owned) {
        int handle = names.size();
        if (direction == Direction.INPUT) lanes[handle] = new Lane();
        handles.put(direction + name, handle);
        names.add(name);
        return handle;
    }

    @Override
    public List<RealPort> ports() {
        return there;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String why() {
        return "a bench";
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
