package roadcase.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import roadcase.cli.OnStage;
import roadcase.loop.Loop;
import roadcase.loop.LoopSettings;
import roadcase.loop.Strategy;

/** Sixteen level loops, 20 times a second: what they take of a processor, alone and on the Conductor of a show. */
final class LoopsBench implements Measure {
    private static final int LOOPS = 16;
    private static final int A_SECOND = 20;
    private static final long FRAME_NANOS = 1_000_000_000L / A_SECOND;
    private static final double GOAL_PERCENT = 2;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        return List.of(alone(setup), onStage(setup));
    }

    /** All of them on programme that never stands still, so that they always move. */
    private static Row alone(Setup setup) {
        Loop[] loops = new Loop[LOOPS];
        double[] faders = new double[LOOPS];
        for (int i = 0; i < LOOPS; i++) {
            loops[i] = new Loop(LoopSettings.USUAL.with(i % 2 == 0 ? Strategy.FEEDBACK : Strategy.FORWARD));
            loops[i].reads(0, 0);
            loops[i].turn(true);
        }
        double[] programme = new Random(1).doubles(1 << 16, -30, -10).toArray();
        int count = setup.rounds(400_000, 60_000);
        for (int warm = 0; warm < 30_000; warm++) tick(loops, faders, programme, warm, warm * FRAME_NANOS);
        Samples samples = new Samples(count);
        Allocated allocated = new Allocated(Thread.currentThread());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int n = 30_000; n < 30_000 + count; n++) {
            long begin = System.nanoTime();
            tick(loops, faders, programme, n, n * FRAME_NANOS);
            samples.add(System.nanoTime() - begin);
        }
        double percent = (threads.getCurrentThreadCpuTime() - cpu) / (double) count * A_SECOND / 1e9 * 100;
        return row("16 loops at work, one tick of all", samples.summary(), allocated.perMessage(count), percent);
    }

    private static void tick(Loop[] loops, double[] faders, double[] programme, int n, long now) {
        for (int i = 0; i < LOOPS; i++) {
            // slower than the window, so that none of them ever rests
            double level = programme[(n / 40 + i * 977) & programme.length - 1];
            loops[i].reads(faders[i], now);
            loops[i].heard(level, level + 9, now);
            double output = loops[i].step(now);
            if (!Double.isNaN(output)) faders[i] = output;
        }
    }

    /** What the Conductor takes with loops, less what it takes without; wake-ups count. */
    private static Row onStage(Setup setup) throws Exception {
        double without = percent(setup, gig(0));
        double with = percent(setup, gig(LOOPS));
        return row("16 loops of a show, whose meter is away", null, Row.NOT_MEASURED, with - without);
    }

    private static double percent(Setup setup, String gig) throws Exception {
        FeedBackend ports = new FeedBackend("Keys");
        try (OnStage show = new OnStage(ports, setup.folder("loops"), gig)) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long conductor = id(ports.conductor());
            Thread.sleep(setup.rounds(5_000, 2_000));
            long cpu = threads.getThreadCpuTime(conductor);
            long begin = System.nanoTime();
            Thread.sleep(setup.rounds(20_000, 5_000));
            return (threads.getThreadCpuTime(conductor) - cpu) * 100.0 / (System.nanoTime() - begin);
        }
    }

    @SuppressWarnings("deprecation") // threadId() came with 19
    private static long id(Thread thread) {
        return thread.getId();
    }

    private static String gig(int loops) {
        StringBuilder text = new StringBuilder("""
                def keys = input('Keys')
                def rack = device(Rack)
                keys.to(rack.slots[1])
                """);
        for (int n = 1; n <= loops; n++) text.append("""
                loop('Level %1$d') {
                    measure  rack.master.meter
                    move(remember('fader %1$d', -6.dB))
                    strategy FEEDBACK
                }
                """.formatted(n));
        return text.toString();
    }

    private static Row row(String what, Samples.Summary time, double bytes, double percent) {
        Goals goals = new Goals().most("of a core", percent, GOAL_PERCENT, p -> Plainly.number(p) + " %");
        if (bytes >= 0) goals.none("bytes", bytes);
        return new Row(what, time, bytes, Plainly.number(percent) + " % of a core at 20 Hz", goals);
    }
}
