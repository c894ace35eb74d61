package roadcase.bench;

import java.util.ArrayList;
import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** From the ring to send through a reaction: the Conductor hands over, the Soloist runs it, the Conductor sends. */
final class HandlerBench implements Measure {
    private static final long EVERY = 400_000;
    private static final String GIG = """
            def keys  = input('Keys')
            def synth = output('Synth')
            keys.cc(1).onEvent { message -> synth.send(controlChange(74, 127 - message.value)) }
            """;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        List<Row> rows = new ArrayList<>();
        try (OnStage show = new OnStage(ports, setup.folder("handler"), GIG)) {
            int count = setup.rounds(50_000, 3_000);
            show.warmUp();
            new Feeder(ports, ports.input(Mapping.INPUT), wheel(), 100_000).start(setup.rounds(60_000, 10_000)).join();
            Samples.Summary floor = Floor.thereAndBack(count);
            rows.add(new Row("this machine: a thread wakes another, that one a third and back", floor, Row.NOT_MEASURED, "",
                    new Goals()));
            rows.add(row("ring to send, through a Groovy reaction, idle", ports, count).beside(floor));
            try (Compiling compiling = new Compiling(setup.folder("compiling"))) {
                compiling.warm(setup.rounds(10, 2));
                rows.add(row("the same while Groovy compiles all the time", ports, count));
            }
            if (!show.said().isEmpty()) setup.tell(String.join("\n  ", show.said()));
        }
        return rows;
    }

    private static int[] wheel() {
        int[] all = new int[128];
        for (int i = 0; i < all.length; i++) all[i] = Packed.of(0xB0, 1, i);
        return all;
    }

    private static Row row(String what, FeedBackend ports, int count) throws Exception {
        int in = ports.input(Mapping.INPUT);
        Answers answers = ports.answer(in, ports.output(Mapping.OUTPUT), m -> true, count);
        Allocated allocated = new Allocated(ports.conductor());
        new Feeder(ports, in, wheel(), EVERY).start(count).join();
        RouteBench.settle(answers);
        Samples.Summary time = answers.samples.summary();
        return new Row(what, time, allocated.perMessage(count), "", new Goals()
                .most("p50", time.median(), 25_000, Plainly::time)
                .most("p99.9", time.p999(), 250_000, Plainly::time)
                .none("lost", answers.open()));
    }
}
