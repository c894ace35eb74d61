package roadcase.bench;

import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** Presets selected a thousand times a second while somebody plays: nothing lost, nothing hung, no garbage. */
final class PresetsBench implements Measure {
    private static final String SWITCHES = "Pads";
    /** One preset is on at a time, and one line of it takes each note: what goes in comes out. */
    private static final String GIG = """
            def keys  = input('Keys')
            def pads  = input('Pads')
            def synth = output('Synth')
            for (int i = 0; i < 16; i++) {
                int number = i
                preset("Preset $i") {
                    selectBy pads.program(number)
                    toggleBy pads.cc(number).above(100)
                    keys.notes(0..59).transpose(12).toChannel(number + 1).to(synth)
                    keys.notes(60..127).toChannel(number + 1).to(synth)
                    for (int c = 16; c < 48; c++) keys.cc(c).toChannel(number + 1).to(synth)
                }
            }
            """;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend ports = new FeedBackend(Mapping.INPUT, SWITCHES, Mapping.OUTPUT);
        try (OnStage show = new OnStage(ports, setup.folder("presets"), GIG)) {
            int keys = ports.input(Mapping.INPUT);
            int pads = ports.input(SWITCHES);
            int synth = ports.output(Mapping.OUTPUT);
            int[] selects = new int[16];
            for (int i = 0; i < selects.length; i++) selects[i] = Packed.of(0xC0, i * 7 % 16, 0);
            ports.burst(pads, selects, 400_000, null).nanos();
            ports.burst(keys, notes(), 400_000, null).nanos();
            return List.of(under(setup, ports, show, keys, pads, synth, selects), alone(setup, ports, pads, selects));
        }
    }

    private static Row under(Setup setup, FeedBackend ports, OnStage show, int keys, int pads, int synth, int[] selects)
            throws Exception {
        int count = setup.rounds(10_000, 2_000);
        long before = ports.sentTo(synth);
        Answers answers = ports.answer(keys, synth, m -> true, count);
        Allocated allocated = new Allocated(ports.conductor());
        Feeder switcher = new Feeder(ports, pads, selects, 1_000_000).start(Long.MAX_VALUE);
        Feeder player = new Feeder(ports, keys, notes(), 1_000_000).start(count);
        player.join();
        switcher.stop();
        switcher.join();
        RouteBench.settle(answers);
        double bytes = allocated.perMessage(count + switcher.fed());
        return new Row("1,000 presets selected a second under 1,000 messages a second", answers.samples.summary(),
                bytes, Plainly.number(switcher.fed()) + " selected", new Goals()
                        .none("bytes", bytes)
                        .none("lost or doubled", Math.abs(ports.sentTo(synth) - before - count))
                        .none("hung", show.standing().held()));
    }

    private static Row alone(Setup setup, FeedBackend ports, int pads, int[] selects) throws Exception {
        int count = setup.rounds(1_000_000, 100_000);
        Allocated allocated = new Allocated(ports.conductor());
        double nanos = ports.burst(pads, selects, count, null).nanos();
        double bytes = allocated.perMessage(count);
        return new Row("presets selected one by one, as fast as it goes", null, bytes,
                Plainly.time(nanos / count) + " a switch among 16 presets with 34 lines each",
                new Goals().least("a second", count / nanos * 1e9, 1_000, Plainly::number).none("bytes", bytes));
    }

    /** Four keys down, then up, so that switching falls into held notes; the count is even with nothing held. */
    private static int[] notes() {
        int[] all = new int[80];
        for (int i = 0; i < all.length; i++)
            all[i] = Packed.of(i % 8 < 4 ? 0x90 : 0x80, 30 + i / 8 * 6 + i % 4, i % 8 < 4 ? 90 : 0);
        return all;
    }
}
