package roadcase.midi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Transmitter;
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

    private final String why;
    private final String system;
    private final Map<Integer, Port> ports = new HashMap<>();
    /** Ports by handle for the Conductor, who takes no lock. */
    private final AtomicReferenceArray<Port> sends = new AtomicReferenceArray<>(MOST_PORTS);
    private final Map<MidiDevice, Integer> users = new IdentityHashMap<>();
    private final JavaCounts counts = new JavaCounts();
    private final JavaInbox inbox = new JavaInbox(counts, MOST_PORTS);
    private final Thread watcher = new Thread(this::watch, "roadcase looks at ports");
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
                port.output = new JavaOutput(port.name, device.getReceiver(), counts);
            } else {
                port.input = new JavaInput(inbox.of(port.handle), counts);
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
        return counted(output != null && output.put(timeNanos, packed, null));
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        JavaOutput output = length < 1 || length > Message.MAX_LENGTH ? null : output(handle);
        if (output == null) return counted(false);
        byte[] whole = Arrays.copyOf(bytes, length);
        return counted(Message.isWhole(whole) && output.put(timeNanos, 0, whole));
    }

    private boolean counted(boolean taken) {
        if (!taken) counts.refused.incrementAndGet();
        return taken;
    }

    private JavaOutput output(int handle) {
        Port port = handle < 0 ? null : sends.get(handle % MOST_PORTS);
        return port == null || port.handle != handle ? null : port.output;
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        inbox.await(deadlineNanos, receiver);
    }

    @Override
    public void wake() {
        inbox.wake();
    }

    @Override
    public Traffic traffic() {
        return counts.traffic();
    }

    private void watch() {
        List<RealPort> known = null;
        while (!closed) {
            try {
                List<RealPort> seen = ports();
                if (known != null && !seen.equals(known)) {
                    letGoOfWhatIsGone(seen);
                    inbox.portsChanged();
                }
                known = seen;
            } catch (RuntimeException providersFault) {
                // Whoever asks for the ports now meets the same fault and tells it; we look again.
                inbox.portsChanged();
            }
            LockSupport.parkNanos(this, LOOK_AGAIN);
        }
    }

    /** An open device that was unplugged keeps its number from the one that is plugged in next. */
    private synchronized void letGoOfWhatIsGone(List<RealPort> there) {
        for (Port port : ports.values()) if (port.real != null && !there.contains(port.real)) part(port);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
        inbox.close();
        synchronized (this) {
            ports.values().forEach(this::part);
            ports.clear();
            for (int i = 0; i < MOST_PORTS; i++) sends.set(i, null);
        }
    }
}
