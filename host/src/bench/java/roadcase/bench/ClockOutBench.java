package roadcase.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import roadcase.cli.OnStage;
import roadcase.clock.Session;
import roadcase.link.LinkFault;
import roadcase.link.LinkPeer;
import roadcase.midi.MidiFault;
import roadcase.midi.NativeBackend;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.midi.RealPort.Direction;

/**
 * MIDI clock of a gig on Link as another program hears it through JACK, beside a second peer who says where the beat is:
 * how far the ticks are from that, and how much that differs from tick to tick. JACK stamps the ticks, so what holds up
 * this JVM is heard only where it holds up the clock.
 */
final class ClockOutBench implements Measure {
    private static final int FRAMES = 64;
    private static final long PERIOD = FRAMES * 1_000_000_000L / 48_000;
    private static final int TICK = 0xF8;
    private static final int TICKS_PER_BEAT = 24;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final double JITTER = 300_000;
    private static final double BEAT = 1_000_000;
    private static final double BPM = 128;
    private static final String GIG = """
            def out  = virtualOutput('Clock')
            def keys = virtualInput('Keys')
            def link = clock(LINK, 128.bpm)
            out.follows link
            keys.to(out)
            """;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        String what = "MIDI clock out";
        try (Jack server = Jack.start(setup, FRAMES)) {
            return rows(setup, server);
        } catch (MidiFault | LinkFault | java.io.IOException cannot) {
            return List.of(Row.skipped(what, cannot.getMessage()));
        }
    }

    private static List<Row> rows(Setup setup, Jack server) throws Exception {
        List<Row> rows = new ArrayList<>();
        int seconds = setup.rounds(60, 10);
        Path folder = setup.folder("clock-out");
        try (NativeBackend rig = NativeBackend.open("jack", "bench-rig", server.name, "");
                OnStage show = new OnStage(rig, folder, GIG);
                TickEar ear = new TickEar(server.name)) {
            ear.settle();
            rows.add(row("MIDI clock out, idle", ear, seconds, ""));
            try (Compiling compiling = new Compiling(setup.folder("compiling"))) {
                compiling.warm(10);
                int before = compiling.readings();
                Row row = row("the same while Groovy compiles all the time", ear, seconds, "");
                rows.add(new Row(row.what(), row.time(), row.bytes(), row.also() + "; " + (compiling.readings() - before)
                        + " scripts compiled meanwhile", row.goals()));
            }
            try (Garbage garbage = new Garbage()) {
                Row row = row("the same while Java collects all the time", ear, seconds, "");
                rows.add(new Row(row.what(), row.time(), row.bytes(), row.also() + "; " + garbage.collections
                        + " full collections meanwhile", row.goals()));
            }
        }
        return rows;
    }

    private static Row row(String what, TickEar ear, int seconds, String also) throws InterruptedException {
        long[] errors = ear.listen(seconds);
        long[] sorted = errors.clone();
        Arrays.sort(sorted);
        long middle = sorted[sorted.length / 2];
        Samples jitter = new Samples(errors.length);
        for (long error : errors) jitter.add(Math.abs(error - middle));
        Samples.Summary time = jitter.summary();
        long expected = Math.round(seconds * BPM / 60 * TICKS_PER_BEAT);
        String said = "the beat is " + Plainly.time(Math.abs(middle)) + (middle < 0 ? " before" : " behind") + " that of another peer; "
                + errors.length + " ticks";
        return new Row(what, time, Row.NOT_MEASURED, said, new Goals().most("jitter p99", time.p99(), JITTER, Plainly::time)
                .most("beat", Math.abs(middle), BEAT, Plainly::time)
                .most("ticks too many or too few", Math.abs(errors.length - expected), TICKS_PER_BEAT, Plainly::number));
    }

    /** Another program on JACK, and another peer on Link. */
    private static final class TickEar extends Ear {
        private final LinkPeer peer;
        private final long[] errors = new long[1 << 16];
        private volatile Session.Line line;
        private volatile int count;
        private volatile boolean listens;

        TickEar(String server) throws InterruptedException {
            super("bench-ear", server);
            int in = backend.open(Direction.INPUT, "in", true);
            RealPort from = PortNames.find("bench-rig:Clock", Direction.INPUT, backend.ports())
                    .orElseThrow(() -> new MidiFault("JACK does not show the port of the rig; it shows " + backend.ports()));
            backend.connect(in, from);
            peer = LinkPeer.open(4, told -> line = told);
            peer.join(BPM, 0, System.nanoTime());
            start();
        }

        /** Until both peers have met and keep one beat. */
        void settle() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (line == null || line.peers() == 0) {
                if (System.nanoTime() > end) throw new MidiFault("the two peers on Link do not meet: is there no multicast here?");
                Thread.sleep(20);
            }
            Thread.sleep(3_000);
        }

        /** How far each tick of so many seconds was from where it should have been, in ns. */
        long[] listen(int seconds) throws InterruptedException {
            count = 0;
            listens = true;
            Thread.sleep(TimeUnit.SECONDS.toMillis(seconds));
            listens = false;
            return Arrays.copyOf(errors, count);
        }

        @Override
        public void received(int handle, long timeNanos, int packed) {
            Session.Line now = line;
            if (!listens || now == null || packed != TICK || count == errors.length) return;
            // A stamp lies one period before the cycle that hands the message over.
            double tick = (now.beat() + (timeNanos + PERIOD - now.nanos()) * now.bpm() / NANOS_PER_MINUTE) * TICKS_PER_BEAT;
            errors[count] = Math.round((tick - Math.rint(tick)) * NANOS_PER_MINUTE / now.bpm() / TICKS_PER_BEAT);
            count++;
        }

        @Override
        public void close() {
            super.close();
            peer.close();
        }
    }

    /** Makes garbage, and has it collected, until it is closed. */
    private static final class Garbage implements AutoCloseable {
        private final Thread thread = new Thread(this::run, "bench-garbage");
        private volatile boolean stop;
        private volatile int collections;

        Garbage() {
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            List<byte[]> kept = new ArrayList<>();
            while (!stop) {
                for (int i = 0; i < 2_000 && !stop; i++) kept.add(new byte[10_000]);
                kept.clear();
                System.gc();
                collections++;
            }
        }

        @Override
        public void close() throws InterruptedException {
            stop = true;
            thread.join();
        }
    }
}
