package roadcase.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import roadcase.cli.OnStage;
import roadcase.midi.Backend;
import roadcase.midi.MidiFault;
import roadcase.midi.NativeBackend;
import roadcase.midi.Packed;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;

/** The declared path with its real ends: JACK's ring, await, the Conductor, send, JACK. */
final class JackBench implements Measure {
    private static final int FRAMES = 64;
    private static final long PERIOD = FRAMES * 1_000_000_000L / 48_000;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        String what = "through JACK: from its cycle to send";
        try (Jack server = Jack.start(setup, FRAMES)) {
            return List.of(row(what, setup, server));
        } catch (MidiFault | java.io.IOException cannot) {
            return List.of(Row.skipped(what, cannot.getMessage()));
        }
    }

    private static Row row(String what, Setup setup, Jack server) throws Exception {
        Watched ports = new Watched(NativeBackend.open("jack", "bench-rig", server.name, ""), setup.rounds(20_000, 2_000));
        try (NativeBackend player = NativeBackend.open("jack", "bench-player", server.name, "");
                ports; OnStage show = new OnStage(ports, setup.folder("jack"), Mapping.GIG)) {
            int out = player.open(Direction.OUTPUT, "keys", true);
            RealPort keys = find(player.ports());
            player.connect(out, keys);
            int[] messages = Mapping.messages();
            int count = setup.rounds(20_000, 2_000);
            play(player, out, messages, 2_000);
            ports.samples.clear();
            Allocated allocated = new Allocated(ports.conductor);
            long before = ports.sent;
            play(player, out, messages, count);
            double bytes = allocated.perMessage(count);
            long lost = count - (ports.sent - before);
            Samples.Summary time = ports.samples.summary();
            return new Row(what, time, bytes, "server of its own, dummy driver, " + FRAMES + " frames", new Goals()
                    .none("bytes", bytes).none("lost", lost));
        }
    }

    private static RealPort find(List<RealPort> all) {
        return PortNames.find("bench-rig:Keys", Direction.OUTPUT, all)
                .orElseThrow(() -> new MidiFault("JACK does not show the port of the rig; it shows " + all));
    }

    private static void play(NativeBackend player, int out, int[] messages, int count) throws InterruptedException {
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            due += 1_000_000 + i * 7_919L % 500_000;
            for (long now; (now = System.nanoTime()) < due; ) LockSupport.parkNanos(due - now);
            player.send(out, 0, messages[i % messages.length]);
        }
        Thread.sleep(100);
    }

    /** A backend that notes when what was received goes out again. One message in is one out. */
    private static final class Watched implements Backend {
        private final Backend real;
        private final Samples samples;
        private final long[] stamps = new long[1 << 12];
        private long received;
        private volatile long sent;
        private volatile Thread conductor;

        Watched(Backend real, int most) {
            this.real = real;
            samples = new Samples(most);
        }

        private Receiver noting(Receiver to) {
            return new Receiver() {
                @Override
                public void received(int handle, long timeNanos, int packed) {
                    // A stamp lies one period before the cycle that hands the message over.
                    stamps[(int) (received++ & stamps.length - 1)] = timeNanos + PERIOD;
                    to.received(handle, timeNanos, packed);
                }

                @Override
                public void received(int handle, long timeNanos, byte[] bytes, int length) {
                    to.received(handle, timeNanos, bytes, length);
                }

                @Override
                public void portsChanged() {
                    to.portsChanged();
                }

                @Override
                public void skipped(int handle, long timeNanos) {
                    to.skipped(handle, timeNanos);
                }
            };
        }

        private Receiver noting;

        @Override
        public void await(long deadlineNanos, Receiver receiver) {
            if (noting == null) {
                noting = noting(receiver);
                conductor = Thread.currentThread();
            }
            real.await(deadlineNanos, noting);
        }

        @Override
        public boolean send(int handle, long timeNanos, int packed) {
            boolean taken = real.send(handle, timeNanos, packed);
            if (sent < received) samples.add(Math.max(0, System.nanoTime() - stamps[(int) (sent & stamps.length - 1)]));
            if (taken) sent++;
            return taken;
        }

        @Override
        public boolean send(int handle, long timeNanos, byte[] bytes, int length) {
            return real.send(handle, timeNanos, bytes, length);
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public String why() {
            return real.why();
        }

        @Override
        public List<RealPort> ports() {
            return real.ports();
        }

        @Override
        public int open(Direction direction, String name, boolean owned) {
            return real.open(direction, name, owned);
        }

        @Override
        public void connect(int handle, RealPort port) {
            real.connect(handle, port);
        }

        @Override
        public void disconnect(int handle) {
            real.disconnect(handle);
        }

        @Override
        public void close(int handle) {
            real.close(handle);
        }

        @Override
        public void wake() {
            real.wake();
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
