package roadcase.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import roadcase.cli.OnStage;
import roadcase.midi.Packed;

/** A grid whose 64 pads all change thirty times a second, by the script's own code, and a button beside it. */
final class PicturesBench implements Measure {
    private static final String GRID = "APC MINI";
    private static final String UNIT = "MIDI Mix";
    /** MUTE 1 down and up. */
    private static final int[] PRESS = {Packed.of(0x90, 1, 127), Packed.of(0x80, 1, 127)};
    private static final double GOAL_PERCENT = 2;
    private static final String BUTTON_LINE = """
            def mix = device(MidiMix)
            def apc = device(ApcMini)
            mix.mute[1].onPress { mix.mute[1].lit = !mix.mute[1].lit }
            """;
    private static final String PICTURE_LINE = """
            apc.grid.animate(33.ms) { frame ->
                for (column in 1..8) frame.column(column, (frame.step + column) % 2 == 0 ? GREEN : RED)
            }
            """;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        double still = percent(setup, BUTTON_LINE);
        double moving = percent(setup, BUTTON_LINE + PICTURE_LINE);
        double cost = moving - still;
        return List.of(
                new Row("64 pads changed 30 times a second by a script", null, Row.NOT_MEASURED,
                        Plainly.number(cost) + " % of a core", new Goals()
                        .most("of a core", cost, GOAL_PERCENT, p -> Plainly.number(p) + " %")),
                press(setup, "press to light through a reaction", BUTTON_LINE),
                press(setup, "the same beside the moving grid", BUTTON_LINE + PICTURE_LINE));
    }

    private static Row press(Setup setup, String what, String gig) throws Exception {
        FeedBackend ports = new FeedBackend(UNIT, GRID);
        try (OnStage show = new OnStage(ports, setup.folder("pictures"), gig)) {
            int in = ports.input(UNIT);
            int count = setup.rounds(40_000, 3_000);
            ports.burst(in, PRESS, 2_000_000, null).nanos();
            show.warmUp();
            Answers lights = ports.answer(in, ports.output(UNIT), PicturesBench::isDown, count);
            new Feeder(ports, in, PRESS, 1_000_000).start(count).join();
            RouteBench.settle(lights);
            Samples.Summary time = lights.samples.summary();
            return new Row(what, time, Row.NOT_MEASURED, "", new Goals()
                    .most("p99", time.p99(), 1_000_000, Plainly::time));
        }
    }

    private static boolean isDown(int packed) {
        return (packed & 0xF0) == 0x90;
    }

    /** What the Conductor and the thread of the script's code take. */
    private static double percent(Setup setup, String gig) throws Exception {
        FeedBackend ports = new FeedBackend(UNIT, GRID);
        try (OnStage show = new OnStage(ports, setup.folder("pictures"), gig)) {
            Thread.sleep(setup.rounds(10_000, 6_000));
            long cpu = cpu(ports);
            long begin = System.nanoTime();
            Thread.sleep(setup.rounds(20_000, 5_000));
            return (cpu(ports) - cpu) * 100.0 / (System.nanoTime() - begin);
        }
    }

    @SuppressWarnings("deprecation") // threadId() came with 19
    private static long cpu(FeedBackend ports) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long all = threads.getThreadCpuTime(ports.conductor().getId());
        for (Thread thread : Thread.getAllStackTraces().keySet())
            if (thread.getName().startsWith("roadcase-soloist"))
                all += Math.max(0, threads.getThreadCpuTime(thread.getId()));
        return all;
    }
}
