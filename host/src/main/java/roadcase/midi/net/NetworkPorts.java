package roadcase.midi.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import roadcase.midi.Backend;
import roadcase.midi.ClockOut;
import roadcase.midi.Held;
import roadcase.midi.MidiFault;
import roadcase.midi.Packed;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.Traffic;

/**
 * This machine's ports and those of others: names such as {@code studio:12345/Synth} are ports on another machine, all
 * other names go to the system's driver. Where asked for, others reach this gig's ports as well.
 *
 * <p>Threads as {@link Backend} says. Nothing here waits for the network: each network port and the server have threads
 * of their own. The system's driver belongs to whoever opened it; {@link #close} leaves it open.
 *
 * <p>Handles: even ones are the system's, doubled; odd ones are ports on the network.
 */
public final class NetworkPorts implements Backend {
    private static final int MOST_REMOTE = 128;
    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;
    /** Ports that a peer may hold something at, by handle. */
    private static final int MOST_HANDLES = 4_096;
    private static final long CLOSE_MILLIS = 500;

    private final Backend system;
    private final Consumer<String> say;
    private final Inbox inbox;
    private final Offers offers = new Offers();
    private final Ears ears = new Ears();
    /** What peers hold at our virtual inputs: there they are one program among others, and only we can tell them apart. */
    private final Held atInputs = new Held(MOST_HANDLES);
    private volatile RemotePort[] remote = {};
    private volatile boolean changed;
    private Facing facing;
    private Door door;
    private int opened;
    /** Closed, and still sending what they had to. */
    private final List<RemotePort> leaving = new ArrayList<>();

    /** @param say told what a player should know, on any thread; must not block */
    public NetworkPorts(Backend system, Consumer<String> say) {
        this.system = system;
        this.say = say;
        this.inbox = new Inbox(system::wake);
    }

    // ---- the server

    /**
     * From now on others reach this gig's ports there, or nowhere where it is off. Returns at once; that it listens, or
     * cannot, is said.
     */
    public synchronized void listen(ListenAddress address) {
        if (door != null && door.address().equals(address)) return;
        if (door != null) door.close();
        door = address.isOff() ? null : new Door(address, offers, ears, inbox, say);
    }

    /** The port that it listens at, or -1. */
    public synchronized int listensAt() {
        return door == null ? -1 : door.port();
    }

    /** How the server is, in words; empty where there is none. */
    public synchronized Optional<String> server() {
        return door == null ? Optional.empty() : Optional.of(door.state());
    }

    /** How many messages of peers were refused. */
    public synchronized long refused() {
        return door == null ? 0 : door.refused();
    }

    /** Outputs that nobody but the gig may send to: the lights of surfaces. */
    public void hide(Set<String> outputs) {
        offers.hide(outputs);
    }

    /** How a network port is, in words; empty for others. */
    public Optional<String> state(Direction direction, String name) {
        for (RemotePort port : remote)
            if (port != null && port.direction() == direction && port.address().toString().equals(name)) return Optional.of(port.state());
        return Optional.empty();
    }

    // ---- ports

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public String why() {
        return system.why();
    }

    @Override
    public List<RealPort> ports() {
        List<RealPort> all = new ArrayList<>(system.ports());
        for (RemotePort port : remote) if (port != null && port.isPresent()) all.add(real(port));
        return all;
    }

    private static RealPort real(RemotePort port) {
        return new RealPort(port.address().toString(), port.address().toString(), port.direction());
    }

    @Override
    public int open(Direction direction, String name, boolean owned) {
        Optional<NetworkAddress> address = NetworkAddress.of(name);
        if (address.isPresent()) return openRemote(direction, address.get());
        int handle = 2 * system.open(direction, name, owned);
        offers.opened(handle, direction, name, owned);
        return handle;
    }

    private synchronized int openRemote(Direction direction, NetworkAddress address) {
        if (Arrays.stream(remote).filter(port -> port != null).count() == MOST_REMOTE)
            throw new MidiFault("there are " + MOST_REMOTE + " network ports open; close one first");
        int handle = 2 * opened + 1;
        RemotePort port = new RemotePort(handle, direction, address, inbox, this::changed, say);
        RemotePort[] more = Arrays.copyOf(remote, opened + 1);
        more[opened++] = port;
        remote = more;
        port.start();
        return handle;
    }

    private RemotePort remote(int handle) {
        RemotePort[] all = remote;
        return handle >> 1 < all.length ? all[handle >> 1] : null;
    }

    private static boolean isRemote(int handle) {
        return (handle & 1) == 1;
    }

    private void changed() {
        changed = true;
        system.wake();
    }

    @Override
    public void connect(int handle, RealPort port) {
        if (!isRemote(handle)) {
            system.connect(handle / 2, port);
            return;
        }
        RemotePort mine = remote(handle);
        if (mine == null) throw new MidiFault("this port is closed");
        if (!real(mine).equals(port)) throw new MidiFault("'" + mine.address() + "' leads to no other port than that");
        if (!mine.isPresent()) throw new MidiFault("'" + mine.address() + "' is not there any more");
    }

    @Override
    public void disconnect(int handle) {
        if (!isRemote(handle)) system.disconnect(handle / 2);
    }

    @Override
    public void close(int handle) {
        if (isRemote(handle)) {
            closeRemote(handle);
            return;
        }
        offers.closed(handle);
        system.close(handle / 2);
    }

    private synchronized void closeRemote(int handle) {
        RemotePort port = remote(handle);
        if (port == null) return;
        RemotePort[] less = remote.clone();
        less[handle >> 1] = null;
        remote = less;
        leaving.removeIf(other -> !other.isAlive());
        leaving.add(port);
        port.close();
    }

    // ---- messages

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        if (isRemote(handle)) {
            RemotePort port = remote(handle);
            return port != null && port.put(timeNanos, packed, null);
        }
        if (ears.any(handle)) ears.heard(handle, timeNanos, packed, null);
        return system.send(handle / 2, timeNanos, packed);
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        if (isRemote(handle)) {
            RemotePort port = remote(handle);
            return port != null && port.put(timeNanos, 0, Arrays.copyOf(bytes, length));
        }
        if (ears.any(handle)) ears.heard(handle, timeNanos, 0, Arrays.copyOf(bytes, length));
        return system.send(handle / 2, timeNanos, bytes, length);
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        if (facing == null || facing.to != receiver) facing = new Facing(receiver);
        boolean any = fromNetwork();
        system.await(any ? System.nanoTime() : deadlineNanos, facing);
        fromNetwork();
    }

    private boolean fromNetwork() {
        boolean news = changed;
        if (news) {
            changed = false;
            facing.to.portsChanged();
        }
        return inbox.handTo(facing) || news;
    }

    /** Network ports have no native clock, and those who listen to our outputs do not hear it. */
    @Override
    public ClockOut clockOut(long session) {
        ClockOut made = system.clockOut(session);
        return made == null ? null : new SystemClock(made);
    }

    @Override
    public Traffic traffic() {
        return system.traffic();
    }

    @Override
    public void wake() {
        system.wake();
    }

    /** Ends the server and all network ports; what waits leaves first, for half a second at most. */
    @Override
    public void close() {
        listen(ListenAddress.OFF);
        List<RemotePort> those;
        synchronized (this) {
            for (int i = 0; i < remote.length; i++) closeRemote(2 * i + 1);
            those = List.copyOf(leaving);
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        try {
            for (RemotePort port : those) port.join(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The system's MIDI clock, by our handles. */
    private record SystemClock(ClockOut system) implements ClockOut {
        @Override
        public boolean output(int handle, boolean on) {
            return !isRemote(handle) && system.output(handle / 2, on);
        }

        @Override
        public void timeline(double bpm, double beat, long nanos, double bar) {
            system.timeline(bpm, beat, nanos, bar);
        }

        @Override
        public void start() {
            system.start();
        }

        @Override
        public void stop() {
            system.stop();
        }

        @Override
        public void join() {
            system.join();
        }

        @Override
        public void close() {
            system.close();
        }
    }

    /** Between the system's driver, the network and the Conductor. The Conductor's thread. */
    private final class Facing implements Receiver, Inbox.Taker {
        private final Receiver to;
        private long heardAt;
        private final Held.Sink off = this::ended;

        Facing(Receiver to) {
            this.to = to;
        }

        @Override
        public void received(int handle, long timeNanos, int packed) {
            if (ears.any(2 * handle)) ears.heard(2 * handle, timeNanos, packed, null);
            to.received(2 * handle, timeNanos, packed);
        }

        @Override
        public void received(int handle, long timeNanos, byte[] bytes, int length) {
            if (ears.any(2 * handle)) ears.heard(2 * handle, timeNanos, 0, Arrays.copyOf(bytes, length));
            to.received(2 * handle, timeNanos, bytes, length);
        }

        @Override
        public void portsChanged() {
            to.portsChanged();
        }

        @Override
        public void skipped(int handle, long timeNanos) {
            to.skipped(2 * handle, timeNanos);
        }

        // ---- from the network

        @Override
        public void message(int handle, int who, long timeNanos, int packed, byte[] bytes) {
            if (who < 0) {
                if (bytes == null) to.received(handle, timeNanos, packed);
                else to.received(handle, timeNanos, bytes, bytes.length);
            } else if (offers.passesOn(handle)) {
                if (bytes == null) to.peer(handle, who, timeNanos, packed);
                else to.peer(handle, who, timeNanos, bytes, bytes.length);
            } else if (bytes != null) {
                to.received(handle, timeNanos, bytes, bytes.length);
            } else {
                atInput(handle, who, timeNanos, packed);
            }
        }

        /** Several peers may hold one key of one input: it goes up with the last. */
        private void atInput(int handle, int who, long timeNanos, int packed) {
            int channel = Packed.channel(packed);
            int number = Packed.data1(packed);
            int value = Packed.data2(packed);
            boolean pedal = (packed & 0xF0) == 0xB0 && (number == SUSTAIN || number == SOSTENUTO);
            heardAt = timeNanos;
            if (Packed.isNoteOn(packed)) {
                if (!holds(handle, who, Held.NOTE, channel, number, packed)) return;
            } else if (pedal && value >= HALF) {
                if (!holds(handle, who, Held.PEDAL, channel, number, packed)) return;
            } else if (Packed.isNoteOff(packed)) {
                atInputs.off(who, Held.NOTE, channel, number, handle, 0x90 | channel - 1, number, value, off);
                return;
            } else if (pedal) {
                atInputs.off(who, Held.PEDAL, channel, number, handle, 0xB0 | channel - 1, number, 0, off);
                return;
            }
            to.received(handle, timeNanos, packed);
        }

        private void ended(int handle, int status, int number, int value, long delay) {
            to.received(handle, heardAt, Packed.of((status & 0xF0) == 0x90 ? 0x80 | status & 0x0F : status, number, value));
        }

        /** What is not known to sound could not be ended: where too much is held, it does not begin. */
        private boolean holds(int handle, int who, int type, int channel, int number, int packed) {
            return handle < MOST_HANDLES && atInputs.on(who, type, channel, number, handle, packed & 0xFF, number, 0, 0, 0);
        }

        @Override
        public void lost(int handle, int who, long timeNanos) {
            if (who < 0) {
                to.skipped(handle, timeNanos);
                return;
            }
            to.peerLeft(who);
            heardAt = timeNanos;
            atInputs.endInput(who, off);
        }
    }
}
