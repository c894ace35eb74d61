package roadcase.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import roadcase.midi.MidiFault;
import roadcase.midi.NativeBackend;

/** `roadcase play` as a process of its own, until another JACK client sees the port of its script. */
final class StartBench implements Measure {
    private static final String PORT = "Masterator OUT";

    @Override
    public List<Row> run(Setup setup) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Jack server = Jack.start(setup, 256);
                NativeBackend eye = NativeBackend.open("jack", "bench-eye", server.name, "")) {
            Samples cold = new Samples(10);
            Samples warm = new Samples(10);
            for (int i = 0; i < setup.rounds(5, 2); i++) {
                Path home = setup.folder("start");
                cold.add(start(server, eye, home));
                warm.add(start(server, eye, home));
            }
            rows.add(row("start of `play` to live MIDI, the gig never compiled before", cold));
            rows.add(row("the same again, from the script cache", warm));
        } catch (MidiFault | IOException cannot) {
            rows.add(Row.skipped("start of `play` to live MIDI", cannot.getMessage()));
        }
        return rows;
    }

    private static Row row(String what, Samples samples) {
        Samples.Summary time = samples.summary();
        return new Row(what, time, Row.NOT_MEASURED, time.count() + " starts",
                new Goals().most("median", time.median(), 2e9, Plainly::time));
    }

    private static long start(Jack server, NativeBackend eye, Path home) throws IOException, InterruptedException {
        Path house = Setup.house();
        Path log = home.resolve("play.log");
        ProcessBuilder builder = new ProcessBuilder(house.resolve("host/bin/roadcase").toString(), "play",
                house.resolve("scripts/gigs/masterator.groovy").toString(), "--headless", "--midi", "jack");
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JACK_DEFAULT_SERVER", server.name);
        builder.environment().put("JACK_NO_START_SERVER", "1");
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        long begin = System.nanoTime();
        Process play = builder.start();
        try {
            while (!sees(eye)) {
                if (System.nanoTime() - begin > 30_000_000_000L || !play.isAlive())
                    throw new IOException("`play` never made its port: " + Files.readString(log));
                Thread.sleep(3);
            }
            return System.nanoTime() - begin;
        } finally {
            play.destroy();
            if (!play.waitFor(10, TimeUnit.SECONDS)) play.destroyForcibly();
            while (sees(eye)) Thread.sleep(20);
        }
    }

    private static boolean sees(NativeBackend eye) {
        return eye.ports().stream().anyMatch(p -> p.id().endsWith(":" + PORT));
    }
}
