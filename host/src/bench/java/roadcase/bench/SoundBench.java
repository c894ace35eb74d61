package roadcase.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import roadcase.midi.MidiFault;

/**
 * Eight synths with their effects play for five minutes while Groovy compiles and Java collects: who misses a block? What
 * the machine itself misses is measured before, with a JACK server and a client that does nothing.
 */
final class SoundBench implements Measure {
    private static final String WHAT = "8 synths, 8 inserts, 2 on the master, while Groovy compiles and Java collects";
    private static final int FRAMES = 64;
    /** A gig as long as such gigs are. */
    private static final int OTHER_LINES = 60;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        try (Jack server = Jack.start(setup, FRAMES); Player player = new Player(server)) {
            int alone = setup.rounds(30, 5);
            Thread.sleep(TimeUnit.SECONDS.toMillis(alone));
            double floor = player.xruns() / (double) alone;
            return List.of(row(setup, server, player, setup.rounds(300, 15), floor));
        } catch (MidiFault | IOException cannot) {
            return List.of(Row.skipped(WHAT, cannot.getMessage()));
        }
    }

    private static Row row(Setup setup, Jack server, Player player, int seconds, double floor) throws Exception {
        Path home = setup.folder("sound");
        try (ShowProcess show = new ShowProcess(server, home, home.resolve("cache"), FullRack.text(0, OTHER_LINES))) {
            player.playTo(show);
            player.holdChords();
            TimeUnit.SECONDS.sleep(2);
            long before = player.xruns();
            ShowProcess.Load begin = show.load();
            Recording.Running last = null;
            List<Double> loads = new ArrayList<>();
            int saves = 0;
            int collections = 0;
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < end) {
                show.save(FullRack.text(++saves, OTHER_LINES));
                if (saves % 2 == 0) {
                    loads.add(show.load().part());
                    collect(show);
                    collections++;
                }
                if (last == null && end - System.nanoTime() < TimeUnit.SECONDS.toNanos(12))
                    last = Recording.begin(setup, server, player.audio(), 8);
                Thread.sleep(400);
            }
            long overruns = show.load().overruns() - begin.overruns();
            long xruns = player.xruns() - before;
            double silent = last.take().silentFrames();
            loads.sort(null);
            String also = FullRack.what() + "; " + seconds + " s at " + FRAMES + " frames; " + saves + " saves, " + collections
                    + " collections asked for; load median " + Plainly.number(loads.get(loads.size() / 2) * 100) + " %, max "
                    + Plainly.number(loads.get(loads.size() - 1) * 100) + " %; xruns that the server told the engine: " + overruns
                    + ", and another client: " + xruns + " (without a show "
                    + Plainly.number(floor * seconds) + " in as long)";
            return new Row(WHAT, null, Row.NOT_MEASURED, also,
                    new Goals().none("xruns more than without a show", Math.max(0, Math.ceil(overruns - floor * seconds)))
                            .none("frames of silence", silent));
        }
    }

    private static void collect(ShowProcess show) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, "" + show.process.pid(), "GC.run").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!asked.waitFor(20, TimeUnit.SECONDS)) asked.destroyForcibly();
    }
}
