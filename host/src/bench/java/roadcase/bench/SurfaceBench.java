package roadcase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** The Masterator gig: a press of MUTE 1 is a toggle for the host and a light on the unit. */
final class SurfaceBench implements Measure {
    private static final String UNIT = "MIDI Mix";
    private static final String HOST = "Masterator OUT";
    /** MUTE 1 down and, as the unit says it, up. */
    private static final int[] PRESS = {Packed.of(0x90, 1, 127), Packed.of(0x80, 1, 127)};

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend ports = new FeedBackend(UNIT);
        try (OnStage show = new OnStage(ports, setup.folder("surface"), gig())) {
            int in = ports.input(UNIT);
            int count = setup.rounds(40_000, 4_000);
            ports.burst(in, PRESS, 2_000_000, null).nanos();
            Thread.sleep(200);
            Answers toggles = ports.answer(in, ports.output(HOST), SurfaceBench::isDown, count);
            Answers lights = ports.answer(in, ports.output(UNIT), SurfaceBench::isDown, count);
            lights.latest();
            Allocated allocated = new Allocated(ports.conductor());
            new Feeder(ports, in, PRESS, 400_000).start(count).join();
            RouteBench.settle(toggles);
            double bytes = allocated.perMessage(count);
            return List.of(
                    row("MIDImix button to its toggle", toggles, bytes), row("MIDImix button to its light", lights, bytes));
        }
    }

    private static boolean isDown(int packed) {
        return (packed & 0xF0) == 0x90;
    }

    private static String gig() throws IOException {
        return Files.readString(Setup.house().resolve("scripts/gigs/masterator.groovy"));
    }

    private static Row row(String what, Answers answers, double bytes) {
        Samples.Summary time = answers.samples.summary();
        return new Row(what, time, bytes, answers.merged() > 0 ? answers.merged() + " were one with the next" : "", new Goals()
                .most("p50", time.median(), 20_000, Plainly::time)
                .most("p99.9", time.p999(), 200_000, Plainly::time)
                .none("bytes", bytes)
                .none("lost", answers.open()));
    }
}
