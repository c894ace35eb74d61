package roadcase.bench;

import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** Chains of filters, transforms and splits, and values of 14 bits: how many messages a second, and what they allocate. */
final class ChainsBench implements Measure {
    private static final String PARAMETERS = """
            def keys  = input('Keys')
            def synth = output('Synth')
            keys.nrpn(0..300).becomes(cc14(7)).to(synth)
            keys.cc(7).becomes(nrpn(8, 0..255)).to(synth)
            """;
    /** An NRPN with its null, and a CC that becomes one. */
    private static final int[] VALUES = {Packed.of(0xB0, 99, 0), Packed.of(0xB0, 98, 8), Packed.of(0xB0, 6, 1),
        Packed.of(0xB0, 38, 127), Packed.of(0xB0, 101, 127), Packed.of(0xB0, 100, 127), Packed.of(0xB0, 7, 64)};

    @Override
    public List<Row> run(Setup setup) throws Exception {
        return List.of(
                row(setup, "filter, transform and split, messages that wait already", RouterMapping.GIG, Mapping.messages()),
                row(setup, "NRPN in and out, messages that wait already", PARAMETERS, VALUES));
    }

    private static Row row(Setup setup, String what, String gig, int[] messages) throws Exception {
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        try (OnStage show = new OnStage(ports, setup.folder("chains"), gig)) {
            int in = ports.input(Mapping.INPUT);
            int count = setup.rounds(5_000_000, 1_000_000);
            ports.burst(in, messages, 3_000_000, new Samples(0)).nanos();
            Samples each = new Samples(1_000_000);
            ports.burst(in, messages, count, each).nanos();
            Allocated allocated = new Allocated(ports.conductor());
            double nanos = ports.burst(in, messages, count, null).nanos();
            double bytes = allocated.perMessage(count);
            double second = count / nanos * 1e9;
            return new Row(what, each.summary(), bytes, Plainly.number(second) + " messages a second", new Goals()
                    .least("messages a second", second, 1_000_000, Plainly::number)
                    .none("bytes", bytes));
        }
    }
}
