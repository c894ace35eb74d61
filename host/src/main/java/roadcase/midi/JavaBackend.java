package roadcase.midi;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Transmitter;
import org.jctools.queues.MpscArrayQueue;
import roadcase.midi.RealPort.Direction;

/**
 * The ports of this machine by way of javax.sound.midi, where the native library cannot be had; on macOS with
 * CoreMIDI4J, where that is on the class path.
 *
 * <p>What it cannot do: ports of our own for other programs (it uses an existing port of that name), messages by JACK
 * or ALSA's sequencer, times from the driver. Threads as {@link Backend} says; a thread {@code roadcase looks at ports}
 * looks for gear twice a second, because Java tells nobody when gear comes and goes.
 */
public final class JavaBackend implements Backend {
    private static final int MOST_PORTS = 256;
    private static final int MOST_ARRIVED = 16_384;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(500);

    private static final class Port {
        final int handle;
        final Direction direction;
        final String name;
        final boolean owned;
        RealPort real;
        MidiDevice device;
        Transmitter transmitter;
        JavaInput input;
        volatile JavaOutput output;

        Port(int handle, Direction direction, String name, boolean owned) {
            this.handle = handle;
            this.direction = direction;
            this.name = name;
            this.owned = owned;
        }
    }

    /** What waits for {@link #await}; a short message where {@code bytes} is null. */
    private record Arrival(int handle, long timeNanos, int packed, byte[] bytes) {}

    private final String why;
    private final String system;
    private final Map<Integer, Port> ports = new HashMap<>();
    /** Ports by handle for the Conductor, who takes no lock. */
    private final AtomicReferenceArray<Port> sends = new AtomicReferenceArray<>(MOST_PORTS);
    private final Map<MidiDevice, Integer> users = new IdentityHashMap<>();
    private final MpscArrayQueue<Arrival> arrived = new MpscArrayQueue<>(MOST_ARRIVED);
    private final AtomicLong droppedIn = new AtomicLong();
    private final AtomicLong droppedOut = new AtomicLong();
    private final AtomicReferenceArray<Boolean> lost = new AtomicReferenceArray<>(MOST_PORTS);
    private final Thread watcher = new Thread(this::watch, "roadcase looks at ports");
    private volatile Thread waiter;
    private volatile boolean woken;
    private volatile boolean changed;
    private volatile boolean closed;
    private int nextHandle;

    private JavaBackend(String why, String system) {
        this.why = why;
        this.system = system.toLowerCase(Locale.ROOT);
        watcher.setDaemon(true);
    }

    /** @param why see {@link Backend#why} */
    public static JavaBackend open(String why) {
        return open(why, System.getProperty("os.name", ""));
    }

    /** @param system as {@code os.name} has it: what to advise depends on it */
    static JavaBackend open(String why, String system) {
        JavaBackend backend = new JavaBackend(why, system);
        backend.watcher.start();
        return backend;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public String why() {
        return why;
    }

    @Override
    public List<RealPort> ports() {
        return JavaDevices.ports();
    }

    @Override
    public synchronized int open(Direction direction, String name, boolean owned) {
        if (closed) throw new MidiFault("Java's MIDI is closed");
        if (name.isEmpty()) throw new MidiFault("a port needs a name");
        if (ports.size() == MOST_PORTS) throw new MidiFault("there are " + MOST_PORTS + " ports open; close one first");
        Port port = new Port(freeHandle(), direction, name, owned);
        // Java makes no ports: one of that name must be there.
        if (owned) join(port, PortNames.find(name, direction, ports())
                .orElseThrow(() -> new MidiFault(JavaAdvice.noVirtualPorts(name, system))));
        ports.put(port.handle, port);
        sends.set(port.handle % MOST_PORTS, port);
        return port.handle;
    }

    private int freeHandle() {
        while (sends.get(nextHandle % MOST_PORTS) != null) nextHandle++;
        return nextHandle++;
    }

    @Override
    public synchronized void connect(int handle, RealPort real) {
        Port port = ports.get(handle);
        if (port == null) throw new MidiFault("this port is closed");
        if (port.owned) throw new MidiFault("'" + port.name + "' is for others to connect to");
        if (port.direction != real.direction())
            throw new MidiFault("'" + port.name + "' and '" + real.name() + "' do not go the same way");
        part(port);
        join(port, real);
    }

    private void join(Port port, RealPort real) {
        try {
            // A second time where the list changed between the look and the opening.
            if (!tryToJoin(port, real) && !tryToJoin(port, real)) throw notThere(real);
        } catch (MidiUnavailableException busy) {
            part(port);
            throw new PortBusy(JavaAdvice.busy(real, system), real.id(), busy);
        }
    }

    private static MidiFault notThere(RealPort real) {
        return new MidiFault("'" + real.name() + "' is not there any more; look at the list of ports again");
    }

    private boolean tryToJoin(Port port, RealPort real) throws MidiUnavailableException {
        try {
            MidiDevice device = JavaDevices.device(real);
            if (device == null) return false;
            port.device = device;
            port.real = real;
            users.merge(device, 1, Integer::sum);
            if (!device.isOpen()) device.open();
            if (port.direction == Direction.OUTPUT) {
                port.output = new JavaOutput(port.name, device.getReceiver(), droppedOut);
            } else {
                port.input = new JavaInput(new Arriving(port.handle));
                port.transmitter = device.getTransmitter();
                port.transmitter.setReceiver(port.input);
            }
            return true;
        } catch (IllegalArgumentException stale) {
            part(port);
            return false;
        }
    }

    /** Lets go of the real port. Under the lock. */
    private void part(Port port) {
        if (port.transmitter != null) port.transmitter.close();
        if (port.input != null) port.input.close();
        JavaOutput output = port.output;
        port.output = null;
        if (output != null) output.close();
        // Closing a device ends it for all who use it.
        if (port.device != null && users.merge(port.device, -1, Integer::sum) <= 0) {
            users.remove(port.device);
            if (port.device.isOpen()) port.device.close();
        }
        port.transmitter = null;
        port.input = null;
        port.device = null;
        port.real = null;
    }

    @Override
    public synchronized void disconnect(int handle) {
        Port port = ports.get(handle);
        if (port != null && !port.owned) part(port);
    }

    @Override
    public synchronized void close(int handle) {
        Port port = ports.remove(handle);
        if (port == null) return;
        sends.set(handle % MOST_PORTS, null);
        part(port);
    }

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        Kind kind = Packed.kind(packed);
        JavaOutput output = kind == null || kind == Kind.SYSEX ? null : output(handle);
        return output != null && output.put(timeNanos, packed, null);
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        JavaOutput output = length < 1 || length > Message.MAX_LENGTH ? null : output(handle);
        if (output == null) return false;
        byte[] whole = java.util.Arrays.copyOf(bytes, length);
        return Message.isWhole(whole) && output.put(timeNanos, 0, whole);
    }

    private JavaOutput output(int handle) {
        Port port = handle < 0 ? null : sends.get(handle % MOST_PORTS);
        return port == null || port.handle != handle ? null : port.output;
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        waiter = Thread.currentThread();
        while (!handOver(receiver) && !closed && !Thread.currentThread().isInterrupted()) {
            if (deadlineNanos == Long.MAX_VALUE) {
                LockSupport.park(this);
                continue;
            }
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) return;
            LockSupport.parkNanos(this, left);
        }
    }

    /** Whether there is a reason to return. */
    private boolean handOver(Receiver receiver) {
        boolean reason = woken;
        woken = false;
        if (changed) {
            changed = false;
            reason = true;
            receiver.portsChanged();
        }
        for (Arrival one; (one = arrived.relaxedPoll()) != null; reason = true) {
            if (one.bytes == null) receiver.received(one.handle, one.timeNanos, one.packed);
            else receiver.received(one.handle, one.timeNanos, one.bytes, one.bytes.length);
        }
        for (int i = 0; droppedIn.get() > 0 && i < MOST_PORTS; i++) {
            Port port = lost.getAndSet(i, null) == null ? null : sends.get(i);
            if (port == null) continue;
            receiver.skipped(port.handle, System.nanoTime());
            reason = true;
        }
        return reason;
    }

    /** What a device says, on its provider's thread. */
    private final class Arriving implements Decoder.Output {
        private final int handle;

        Arriving(int handle) {
            this.handle = handle;
        }

        @Override
        public void message(long timeNanos, int packed) {
            arrive(new Arrival(handle, timeNanos, packed, null));
        }

        @Override
        public void message(long timeNanos, byte[] bytes, int length) {
            arrive(new Arrival(handle, timeNanos, 0, java.util.Arrays.copyOf(bytes, length)));
        }

        private void arrive(Arrival one) {
            if (!arrived.offer(one)) {
                droppedIn.incrementAndGet();
                lost.set(handle % MOST_PORTS, Boolean.TRUE);
            }
            LockSupport.unpark(waiter);
        }
    }

    @Override
    public void wake() {
        woken = true;
        LockSupport.unpark(waiter);
    }

    private void watch() {
        List<RealPort> known = null;
        while (!closed) {
            List<RealPort> seen = ports();
            if (known != null && !seen.equals(known)) {
                letGoOfWhatIsGone(seen);
                changed = true;
                LockSupport.unpark(waiter);
            }
            known = seen;
            LockSupport.parkNanos(this, LOOK_AGAIN);
        }
    }

    /** An open device that was unplugged keeps its number from the one that is plugged in next. */
    private synchronized void letGoOfWhatIsGone(List<RealPort> there) {
        for (Port port : ports.values()) if (port.real != null && !there.contains(port.real)) part(port);
    }

    /** How many messages were lost: those that came while nobody took any, and those that could not be sent. */
    public long lost() {
        return droppedIn.get() + droppedOut.get();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
        wake();
        synchronized (this) {
            ports.values().forEach(this::part);
            ports.clear();
            for (int i = 0; i < MOST_PORTS; i++) sends.set(i, null);
        }
    }
}
