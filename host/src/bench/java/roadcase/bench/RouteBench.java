package roadcase.bench;

import java.util.ArrayList;
import java.util.List;
import roadcase.cli.OnStage;

/** From the ring to send along declared routes: latency, allocation, throughput. */
final class RouteBench implements Measure {
    private static final long EVERY = 400_000;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Row> rows = new ArrayList<>();
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        try (OnStage show = new OnStage(ports, setup.folder("route"), Mapping.GIG)) {
            int in = ports.input(Mapping.INPUT);
            int out = ports.output(Mapping.OUTPUT);
            int[] messages = Mapping.messages();
            int count = setup.rounds(50_000, 3_000);
            ports.burst(in, messages, 3_000_000, new Samples(0)).nanos();
            Samples.Summary floor = Floor.wake(count);
            rows.add(new Row("this machine: a thread wakes another, nothing else", floor, Row.NOT_MEASURED, "", new Goals()));
            rows.add(latency("ring to send, declared routes, idle", ports, in, out, messages, count).beside(floor));
            try (Compiling compiling = new Compiling(setup.folder("compiling"))) {
                compiling.warm(setup.rounds(30, 3));
                int before = compiling.readings();
                Row busy = latency("the same while Groovy compiles all the time", ports, in, out, messages, count);
                rows.add(new Row(busy.what(), busy.time(), busy.bytes(),
                        compiling.readings() - before + " scripts compiled meanwhile", busy.goals()));
            }
            rows.add(throughput(ports, in, messages, setup.rounds(5_000_000, 1_000_000)));
        }
        return rows;
    }

    static Row latency(String what, FeedBackend ports, int in, int out, int[] messages, int count) throws Exception {
        Answers warm = ports.answer(in, out, m -> true, 0);
        new Feeder(ports, in, messages, EVERY).start(2_000).join();
        settle(warm);
        Answers answers = ports.answer(in, out, m -> true, count);
        Allocated allocated = new Allocated(ports.conductor());
        new Feeder(ports, in, messages, EVERY).start(count).join();
        settle(answers);
        double bytes = allocated.perMessage(count);
        Samples.Summary time = answers.samples.summary();
        return new Row(what, time, bytes, "", new Goals()
                .most("p50", time.median(), 20_000, Plainly::time)
                .most("p99.9", time.p999(), 200_000, Plainly::time)
                .none("bytes", bytes)
                .none("lost", answers.open()));
    }

    /** Until everything that was put in has come out, or for a second. */
    static void settle(Answers answers) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            if (answers.open() == 0 && i > 2) return;
            Thread.sleep(10);
        }
    }

    private static Row throughput(FeedBackend ports, int in, int[] messages, int count) throws Exception {
        Samples each = new Samples(1_000_000);
        ports.burst(in, messages, count, each).nanos();
        Allocated allocated = new Allocated(ports.conductor());
        double nanos = ports.burst(in, messages, count, null).nanos();
        double bytes = allocated.perMessage(count);
        double second = count / nanos * 1e9;
        return new Row("messages that wait already, one by one", each.summary(), bytes,
                Plainly.number(second) + " messages a second", new Goals()
                .least("messages a second", second, 1_000_000, Plainly::number)
                .none("bytes", bytes));
    }
}
