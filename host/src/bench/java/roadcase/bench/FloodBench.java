package roadcase.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;
import roadcase.rig.RealTime;

/** One port that will not stop, and somebody who plays on another. */
final class FloodBench implements Measure {
    private static final int A_SECOND = 50_000;
    private static final String GIG = """
            def flood = input('Flood')
            def keys  = input('Keys')
            def drain = output('Drain')
            def synth = output('Synth')
            flood.to(drain)
            keys.transpose(12).to(synth)
            """;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend ports = new FeedBackend("Flood", "Keys", "Drain", "Synth");
        try (OnStage show = new OnStage(ports, setup.folder("flood"), GIG)) {
            int keys = ports.input("Keys");
            int flood = ports.input("Flood");
            int drain = ports.output("Drain");
            int synth = ports.output("Synth");
            ports.burst(flood, Mapping.messages(), 2_000_000, null).nanos();
            ports.burst(keys, NOTES, 1_000_000, null).nanos();
            long seconds = setup.rounds(10, 2);
            int played = (int) (seconds * 1_000);
            Samples.Summary calm = latency(ports, keys, synth, played);
            System.gc();
            long before = used();
            long drained = ports.sentTo(drain);
            Answers through = ports.answer(flood, drain, m -> true, (int) (A_SECOND * seconds) + 1);
            Flooding water = new Flooding(ports, flood, A_SECOND);
            Samples.Summary busy = latency(ports, keys, synth, played);
            water.stop();
            RouteBench.settle(through);
            System.gc();
            double heap = (used() - before) / 1e6;
            long lost = water.fed - (ports.sentTo(drain) - drained);
            double second = water.fed / water.seconds();
            return List.of(
                    new Row("flood: " + Plainly.number(second) + " notes and knobs a second, the flood itself",
                            through.samples.summary(), Row.NOT_MEASURED,
                            "never more than " + Plainly.number(water.most) + " waiting, heap " + (heap < 0 ? "" : "+")
                                    + Plainly.number(heap) + " MB",
                            new Goals().none("lost or doubled", Math.abs(lost) + water.refused)
                                    .least("a second", Math.rint(second), A_SECOND * 0.95, Plainly::number)),
                    new Row("flood: another port meanwhile", busy, Row.NOT_MEASURED,
                            "without the flood: median " + Plainly.time(calm.median()) + ", p99.9 "
                                    + Plainly.time(calm.p999()),
                            new Goals().most("p50", busy.median(), 20_000, Plainly::time)
                                    .most("p99.9", busy.p999(), 200_000, Plainly::time)));
        }
    }

    private static final int[] NOTES = {Packed.of(0x90, 60, 100), Packed.of(0x80, 60, 0)};

    private static Samples.Summary latency(FeedBackend ports, int in, int out, int count) throws Exception {
        Answers answers = ports.answer(in, out, m -> true, count);
        new Feeder(ports, in, NOTES, 1_000_000).start(count).join();
        RouteBench.settle(answers);
        if (answers.open() != 0) throw new IllegalStateException(answers.open() + " notes of the other port were lost");
        return answers.samples.summary();
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A driver that hands over what came in a fifth of a millisecond. */
    private static final class Flooding {
        private final Thread thread;
        private final long begin = System.nanoTime();
        private long end;
        private volatile boolean stop;
        private long fed;
        private long refused;
        private long most;

        Flooding(FeedBackend ports, int in, int aSecond) {
            int[] messages = Mapping.messages();
            int each = aSecond / 5_000;
            thread = new Thread(() -> {
                RealTime.ask();
                for (long tick = 1; !stop; tick++) {
                    for (int i = 0; i < each; i++) {
                        if (ports.feed(in, messages[(int) ((fed + refused) % messages.length)])) fed++;
                        else refused++;
                    }
                    most = Math.max(most, ports.lane(in).waiting());
                    long due = begin + tick * 200_000;
                    for (long now; (now = System.nanoTime()) < due; ) LockSupport.parkNanos(due - now);
                }
            }, "roadcase-flood");
            thread.setDaemon(true);
            thread.start();
        }

        void stop() throws InterruptedException {
            stop = true;
            thread.join();
            end = System.nanoTime();
        }

        double seconds() {
            return (end - begin) / 1e9;
        }
    }
}
