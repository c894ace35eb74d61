package roadcase.midi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import roadcase.midi.RealPort.Direction;

/**
 * Ports in this process only, for tests, demo and rehearsal: {@link #gear} plays the hardware that comes and goes,
 * {@link #peer} another program that is connected to a port of ours.
 *
 * <p>Any thread may play gear and peers. What we send reaches them at once and carries the time for which it was meant;
 * the one who plays the other end decides what to make of it.
 *
 * <pre>{@code
 * def midi = new VirtualBackend()
 * def mix = midi.gear('MIDI Mix')                          // appears among midi.ports()
 * def in = midi.open(INPUT, 'MIDI Mix', false)
 * midi.connect(in, midi.ports()[0])
 * mix.play('90 01 7F')                                     // await() hands it over
 * }</pre>
 */
public final class VirtualBackend implements Backend {
    /** The most messages that wait at one end; later ones are refused there. */
    public static final int MAX_WAITING = 65_536;

    /** A message and the time for which it was meant, in nanoseconds. */
    public record Timed(long timeNanos, Message message) {}

    private record Port(int handle, Direction direction, String name, boolean owned) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final LongSupplier clock;
    private final boolean realTime;
    private final Map<Integer, Port> ports = new LinkedHashMap<>();
    private final Map<Integer, VirtualGear> connections = new HashMap<>();
    private final Map<String, VirtualGear> gear = new LinkedHashMap<>();
    private final Map<String, VirtualPeer> peers = new HashMap<>();
    private final ArrayDeque<Arrival> arrived = new ArrayDeque<>();
    private int nextHandle;
    private boolean portsChanged;
    private boolean woken;
    private boolean closed;

    /** On the real clock. */
    public VirtualBackend() {
        this(System::nanoTime, true);
    }

    /**
     * On a clock of one's own, in nanoseconds. {@link #await} looks at it when it begins and when it is woken: whoever
     * moves the clock calls {@link #wake}.
     */
    public VirtualBackend(LongSupplier clock) {
        this(clock, false);
    }

    private VirtualBackend(LongSupplier clock, boolean realTime) {
        this.clock = clock;
        this.realTime = realTime;
    }

    /** What waits for {@link #await}; a null message stands for skipped time. */
    private record Arrival(int handle, long timeNanos, Message message) {
        void handTo(Receiver receiver) {
            if (message == null) receiver.skipped(handle, timeNanos);
            else if (message.isShort()) receiver.received(handle, timeNanos, message.packed());
            else receiver.received(handle, timeNanos, message.bytes(), message.length());
        }
    }

    /** Another program, connected to every port of ours that has this name. Made where there is none yet. */
    public VirtualPeer peer(String name) {
        return locked(() -> peers.computeIfAbsent(name, this::newPeer));
    }

    /** Hardware with an input and an output of this name, there now. Made where there is none yet. */
    public VirtualGear gear(String name) {
        return locked(() -> {
            VirtualGear known = gear.get(name);
            if (known != null) return known;
            VirtualGear made = new VirtualGear(this, name);
            gear.put(name, made);
            tellPortsChanged();
            return made;
        });
    }

    /** Takes what a peer plays; a null message stands for skipped time. */
    boolean arrive(VirtualPeer from, long timeNanos, Message message) {
        return locked(() -> {
            boolean taken = false;
            for (Port port : ports.values()) {
                boolean input = port.direction == Direction.INPUT;
                if (!input || !from.isConnected(port.name, connections.get(port.handle))) continue;
                if (arrived.size() >= MAX_WAITING) continue;
                arrived.add(new Arrival(port.handle, timeNanos, message));
                taken = true;
            }
            if (taken) changed.signalAll();
            return taken;
        });
    }

    /** Gear came or went. */
    void be(VirtualGear one, boolean there) {
        locked(() -> {
            if (one.there == there) return null;
            one.there = there;
            if (!there) connections.values().removeIf(one::equals);
            tellPortsChanged();
            return null;
        });
    }

    long now() {
        return clock.getAsLong();
    }

    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public String why() {
        return "virtual, in this process only, because it was asked for";
    }

    @Override
    public List<RealPort> ports() {
        return locked(() -> {
            List<RealPort> all = new ArrayList<>();
            for (Direction direction : Direction.values())
                for (VirtualGear one : gear.values())
                    if (one.there) all.add(new RealPort(one.name(), one.name(), direction));
            return List.copyOf(all);
        });
    }

    @Override
    public int open(Direction direction, String name, boolean owned) {
        return locked(() -> {
            if (closed) throw new MidiFault("the virtual ports are closed");
            if (name.isEmpty()) throw new MidiFault("a port needs a name");
            ports.put(nextHandle, new Port(nextHandle, direction, name, owned));
            return nextHandle++;
        });
    }

    @Override
    public void connect(int handle, RealPort real) {
        locked(() -> {
            Port port = ports.get(handle);
            VirtualGear wanted = gear.get(real.id());
            if (port == null) throw new MidiFault("this port is closed");
            if (port.owned) throw new MidiFault("'" + port.name + "' is for others to connect to");
            if (port.direction != real.direction())
                throw new MidiFault("'" + port.name + "' and '" + real.name() + "' do not go the same way");
            if (wanted == null || !wanted.there) throw new MidiFault("'" + real.name() + "' is not there any more");
            return connections.put(handle, wanted);
        });
    }

    @Override
    public void disconnect(int handle) {
        locked(() -> connections.remove(handle));
    }

    @Override
    public void close(int handle) {
        locked(() -> {
            connections.remove(handle);
            return ports.remove(handle);
        });
    }

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        Kind kind = Packed.kind(packed);
        return kind != null && kind != Kind.SYSEX && deliver(handle, timeNanos, Packed.message(packed));
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        Message message;
        try {
            message = Message.of(Arrays.copyOf(bytes, length));
        } catch (IllegalArgumentException notWhole) {
            // Refused, as a real driver does; the caller counts it.
            return false;
        }
        return deliver(handle, timeNanos, message);
    }

    private boolean deliver(int handle, long timeNanos, Message message) {
        return locked(() -> {
            Port port = ports.get(handle);
            if (port == null || port.direction != Direction.OUTPUT) return false;
            VirtualPeer program = peers.computeIfAbsent(port.name, this::newPeer);
            VirtualGear real = connections.get(handle);
            boolean taken = program.hear(timeNanos, message);
            return real == null ? taken : real.hear(timeNanos, message);
        });
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        for (Arrival one; (one = next(deadlineNanos, receiver)) != null; deadlineNanos = Long.MIN_VALUE)
            one.handTo(receiver);
    }

    /** The next arrival, waiting for it until the deadline; news of ports is handed over on the way. */
    private Arrival next(long deadlineNanos, Receiver receiver) {
        boolean news;
        Arrival first;
        lock.lock();
        try {
            while (arrived.isEmpty() && !portsChanged && !woken && !closed && pause(deadlineNanos)) {}
            news = portsChanged;
            portsChanged = false;
            woken = false;
            first = arrived.poll();
        } finally {
            lock.unlock();
        }
        if (news) receiver.portsChanged();
        return first;
    }

    /** False where the deadline has passed. */
    private boolean pause(long deadlineNanos) {
        if (deadlineNanos == Long.MIN_VALUE) return false;
        long left = deadlineNanos - clock.getAsLong();
        if (deadlineNanos != Long.MAX_VALUE && left <= 0) return false;
        try {
            if (realTime && deadlineNanos != Long.MAX_VALUE) changed.await(left, TimeUnit.NANOSECONDS);
            else changed.await();
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tellPortsChanged() {
        portsChanged = true;
        changed.signalAll();
    }

    @Override
    public void wake() {
        locked(() -> {
            woken = true;
            changed.signalAll();
            return null;
        });
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            ports.clear();
            connections.clear();
            changed.signalAll();
            return null;
        });
    }

    private VirtualPeer newPeer(String name) {
        return new VirtualPeer(this, name);
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
