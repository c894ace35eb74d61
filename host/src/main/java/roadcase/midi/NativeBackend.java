package roadcase.midi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import roadcase.engine.EngineFault;
import roadcase.engine.MidiLibrary;
import roadcase.midi.RealPort.Direction;

/**
 * The ports of this machine by way of the native library: JACK, ALSA, CoreMIDI, WinMM.
 *
 * <p>Threads as {@link Backend} says; {@link #await} and {@link #send} may be on two different threads. When the JACK
 * server dies, sends return false until it is back, and our ports and the connections that we made come back with it.
 *
 * <p>Hazard: a call on native memory that was freed ends the process, so every call is behind a {@link Gate} or a
 * lock.
 */
public final class NativeBackend implements Backend {
    private static final int BUFFER = 256 * 1024;
    private static final int SENTENCE = 1024;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final String why;
    private final Pointer midi;
    private final Gate awaiting = new Gate();
    private final Gate sending = new Gate();
    private final Memory inbox = new Memory(BUFFER);
    private final ByteBuffer records = inbox.getByteBuffer(0, BUFFER).order(ByteOrder.nativeOrder());
    private final byte[] longMessage = new byte[MidiLibrary.MAX_MESSAGE];
    private final Memory outgoing = new Memory(MidiLibrary.MAX_MESSAGE);
    private final Memory counters = new Memory(MidiLibrary.COUNTERS_BYTES);
    private final ReentrantLock control = new ReentrantLock();
    /** Guards {@link #ended} and {@link #counters}; held for an instant only, unlike {@link #control}. */
    private final Object waking = new Object();
    private final List<ClockOut> clocks = new ArrayList<>();
    private int position;
    private int limit;
    private volatile boolean closed;
    private boolean ended;

    private NativeBackend(String name, String why, Pointer midi) {
        this.name = name;
        this.why = why;
        this.midi = midi;
    }

    /**
     * Opens a driver.
     *
     * @param api {@code jack}, {@code alsa}, {@code coremidi} or {@code winmm}
     * @param client what other programs see us as
     * @param server name of a JACK server, or null for the default one; none is started
     * @param why see {@link Backend#why}
     * @throws MidiFault where the driver does not answer or the native library is missing
     */
    public static NativeBackend open(String api, String client, String server, String why) {
        try {
            MidiLibrary.load();
        } catch (EngineFault missing) {
            throw new NoNativeLibrary(missing);
        }
        byte[] error = new byte[SENTENCE];
        Pointer midi = MidiLibrary.rc_midi_open(api, client, server, error, SENTENCE);
        if (midi == null) throw new MidiFault(sentence(error));
        return new NativeBackend(api, why, midi);
    }

    private static String sentence(byte[] error) {
        int length = 0;
        while (length < error.length && error[length] != 0) length++;
        return new String(error, 0, length, UTF_8);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String why() {
        return why;
    }

    /**
     * Does something that the driver may take its time for.
     *
     * @throws MidiFault where it hangs in an earlier request
     */
    private <T> T control(Supplier<T> request) {
        if (!takeControl()) throw new MidiFault("the MIDI driver '" + name + "' does not answer; is its server hanging?");
        try {
            return request.get();
        } finally {
            control.unlock();
        }
    }

    private boolean takeControl() {
        try {
            return control.tryLock(PATIENCE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public List<RealPort> ports() {
        return control(() -> closed ? List.of() : list());
    }

    private List<RealPort> list() {
        byte[] error = new byte[SENTENCE];
        byte[] text = new byte[16 * 1024];
        int length = MidiLibrary.rc_midi_list(midi, text, text.length, error, SENTENCE);
        while (length > text.length) {
            text = new byte[length * 2];
            length = MidiLibrary.rc_midi_list(midi, text, text.length, error, SENTENCE);
        }
        if (length < 0) throw new MidiFault(sentence(error));
        return parse(new String(text, 0, length, UTF_8));
    }

    private static List<RealPort> parse(String text) {
        List<RealPort> ports = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end; (end = text.indexOf('\0', start)) >= 0; start = end + 1) {
            if (end > start) {
                parts.add(text.substring(start, end));
                continue;
            }
            Direction direction = parts.get(0).equals("i") ? Direction.INPUT : Direction.OUTPUT;
            List<String> aliases = List.copyOf(parts.subList(2, parts.size()));
            ports.add(new RealPort(parts.get(1), PortNames.plain(parts.get(1), aliases), direction, aliases));
            parts.clear();
        }
        return List.copyOf(ports);
    }

    @Override
    public int open(Direction direction, String portName, boolean owned) {
        return control(() -> {
            requireOpen();
            byte[] error = new byte[SENTENCE];
            int way = direction == Direction.INPUT ? MidiLibrary.INPUT : MidiLibrary.OUTPUT;
            int handle = MidiLibrary.rc_midi_port_open(midi, way, portName, owned ? 1 : 0, error, SENTENCE);
            if (handle < 0) throw new MidiFault(sentence(error));
            return handle;
        });
    }

    @Override
    public void connect(int handle, RealPort port) {
        control(() -> {
            requireOpen();
            byte[] error = new byte[SENTENCE];
            int answer = MidiLibrary.rc_midi_port_connect(midi, handle, port.id(), error, SENTENCE);
            if (answer < 0) throw new MidiFault(sentence(error));
            return answer;
        });
    }

    private void requireOpen() {
        if (closed) throw new MidiFault("the MIDI driver '" + name + "' is closed");
    }

    @Override
    public void disconnect(int handle) {
        control(() -> {
            if (!closed) MidiLibrary.rc_midi_port_disconnect(midi, handle);
            return null;
        });
    }

    @Override
    public void close(int handle) {
        control(() -> {
            if (!closed) MidiLibrary.rc_midi_port_close(midi, handle);
            return null;
        });
    }

    @Override
    public boolean send(int handle, long timeNanos, int packed) {
        if (!sending.enter()) return false;
        try {
            return MidiLibrary.rc_midi_send_short(midi, handle, timeNanos, packed) != 0;
        } finally {
            sending.leave();
        }
    }

    @Override
    public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
        if (length < 1 || length > MidiLibrary.MAX_MESSAGE || !sending.enter()) return false;
        try {
            outgoing.write(0, bytes, 0, length);
            return MidiLibrary.rc_midi_send_long(midi, handle, timeNanos, outgoing, length) != 0;
        } finally {
            sending.leave();
        }
    }

    @Override
    public void await(long deadlineNanos, Receiver receiver) {
        if (!awaiting.enter()) return;
        try {
            // What a receiver that threw left behind comes first.
            if (position == limit) {
                position = 0;
                limit = Math.max(0, MidiLibrary.rc_midi_wait(midi, deadlineNanos, inbox, BUFFER));
            }
            while (position < limit) handOver(receiver);
        } finally {
            awaiting.leave();
        }
    }

    private void handOver(Receiver receiver) {
        int at = position;
        int payload = at + MidiLibrary.RECORD_PAYLOAD;
        int length = records.getInt(at + MidiLibrary.RECORD_LENGTH);
        position = payload + (length + 7 & ~7);
        long time = records.getLong(at + MidiLibrary.RECORD_TIME);
        int handle = records.getInt(at + MidiLibrary.RECORD_PORT);
        switch (records.get(at + MidiLibrary.RECORD_KIND)) {
            case MidiLibrary.SHORT -> receiver.received(handle, time, records.getInt(payload));
            case MidiLibrary.LONG -> {
                records.get(payload, longMessage, 0, length);
                receiver.received(handle, time, longMessage, length);
            }
            case MidiLibrary.SKIPPED -> receiver.skipped(handle, time);
            case MidiLibrary.PORTS_CHANGED -> receiver.portsChanged();
            default -> throw new IllegalStateException("a record of a kind that midi.h does not know");
        }
    }

    @Override
    public void wake() {
        synchronized (waking) {
            if (!ended) MidiLibrary.rc_midi_wake(midi);
        }
    }

    /** Those that were made are closed with the backend at the latest. */
    @Override
    public ClockOut clockOut(long session) {
        return control(() -> {
            requireOpen();
            NativeBackendClock made = NativeBackendClock.open(midi, session);
            clocks.add(made);
            return made;
        });
    }

    @Override
    public Traffic traffic() {
        synchronized (waking) {
            if (ended) throw new MidiFault("the MIDI driver '" + name + "' is closed");
            counters.setInt(MidiLibrary.COUNTERS_SIZE, MidiLibrary.COUNTERS_BYTES);
            MidiLibrary.rc_midi_count(midi, counters);
            long[] n = counters.getLongArray(MidiLibrary.COUNTERS_FIRST, 12);
            boolean alive = counters.getInt(MidiLibrary.COUNTERS_ALIVE) != 0;
            return new Traffic(
                    alive, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11]);
        }
    }

    @Override
    public void close() {
        boolean controlled = takeControl();
        try {
            if (controlled && closed) return;
            closed = true;
            wake();
            boolean empty = awaiting.shut(PATIENCE) & sending.shut(PATIENCE);
            synchronized (waking) {
                ended = true;
            }
            // Whoever is still inside (a receiver that does not return, a request to a server that hangs) would find
            // its memory gone: better to leave the driver open to the end.
            if (controlled && empty) {
                clocks.forEach(ClockOut::close);
                closeInTime();
            }
        } finally {
            if (controlled) control.unlock();
        }
    }

    /** A server that stands still never answers; we do not wait for it. */
    private void closeInTime() {
        Thread closing = new Thread(() -> MidiLibrary.rc_midi_close(midi), "roadcase closes " + name);
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
