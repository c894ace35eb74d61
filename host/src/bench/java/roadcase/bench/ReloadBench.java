package roadcase.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import roadcase.cli.OnStage;

/** A save of a script of 200 lines, until the new rig plays: watching, compiling, checking and swapping together. */
final class ReloadBench implements Measure {
    private static final int COLD = 20;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        FeedBackend ports = new FeedBackend("MIDI Mix", "Keys", "Pads", "Synth");
        try (OnStage show = new OnStage(ports, setup.folder("reload"), LongGig.text(0))) {
            show.warmUp();
            Samples first = new Samples(1);
            Samples cold = new Samples(COLD);
            Samples warm = new Samples(1_000);
            for (int i = 1; i <= COLD + setup.rounds(200, 20); i++) {
                Thread.sleep(120); // the hand leaves the keys; what the last save left behind is done
                long nanos = save(show, LongGig.text(i));
                first.add(nanos);
                (i <= COLD ? cold : warm).add(nanos);
            }
            Samples.Summary time = warm.summary();
            return List.of(new Row("save to live, 200 lines, warm, " + time.count() + " saves", time, Row.NOT_MEASURED,
                    "p95 " + Plainly.time(time.p95()) + ", 60 ms of it to be sure that the editor is done; the first save "
                            + Plainly.time(first.summary().max()) + ", of the first 20 median "
                            + Plainly.time(cold.summary().median()),
                    new Goals().most("p95", time.p95(), 150e6, Plainly::time)));
        }
    }

    private static long save(OnStage show, String text) {
        long readings = show.readings();
        long begin = System.nanoTime();
        show.save(text);
        while (show.readings() == readings) {
            if (System.nanoTime() - begin > 20_000_000_000L)
                throw new IllegalStateException("never reloaded: " + show.said());
            LockSupport.parkNanos(300_000);
        }
        return System.nanoTime() - begin;
    }
}
