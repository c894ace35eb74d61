package roadcase.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import roadcase.audio.EngineRack;
import roadcase.audio.News;
import roadcase.audio.Plugin;

/**
 * The same effects in the same order in our engine, offline, and in Python's pedalboard, in blocks of 64. Ours has an
 * instrument before them, whose time is measured by itself and taken off.
 */
final class PedalboardBench implements Measure {
    private static final String WHAT = "the same three effects against Python: pedalboard, 64 frames";
    private static final List<String> CHAIN = List.of("ZamEQ2", "ZamComp", "ZamTube");
    private static final int RATE = 48_000;
    private static final int BLOCK = 64;
    private static final int STRETCH = 16_384;

    @Override
    public List<Row> run(Setup setup) throws Exception {
        if (!FullRack.hasPlugins())
            return List.of(Row.skipped(WHAT, "the module for plugins is not built, or zam-plugins is not installed"));
        int seconds = setup.rounds(20, 5);
        try {
            Path python = python(setup);
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            List<Double> times = new ArrayList<>();
            try (EngineRack rack = EngineRack.open(setup.folder("pedalboard").toString())) {
                rack.device("offline", "", RATE, BLOCK);
                load(rack, 0, Plugin.BUILT_IN);
                for (int round = 0; round < setup.rounds(5, 2); round++) {
                    for (int i = 0; i < CHAIN.size(); i++) rack.remove(1, i + 1);
                    double without = render(rack, seconds);
                    for (int i = 0; i < CHAIN.size(); i++) load(rack, i + 1, "/usr/lib/vst3/" + CHAIN.get(i) + ".vst3");
                    double with = render(rack, seconds);
                    JsonNode told = new ObjectMapper().readTree(RackBench.run(setup, 300, python.toString(),
                            Setup.house().resolve("host/src/bench/python/chain.py").toString(), "" + seconds, "" + RATE, "" + BLOCK,
                            String.join(",", CHAIN)));
                    ours.add((with - without) / (seconds * (double) RATE / BLOCK));
                    theirs.add(told.get("nanos_a_block").asDouble());
                    times.add(theirs.get(round) / ours.get(round));
                }
            }
            return List.of(row(ours, theirs, times));
        } catch (IOException cannot) {
            return List.of(Row.skipped(WHAT, cannot.getMessage()));
        }
    }

    private static Row row(List<Double> ours, List<Double> theirs, List<Double> times) {
        for (List<Double> each : List.of(ours, theirs, times)) each.sort(null);
        int middle = times.size() / 2;
        return new Row(WHAT, null, Row.NOT_MEASURED, Plainly.number(times.get(middle)) + " times as fast: "
                + Plainly.time(ours.get(middle)) + " a block, the instrument's own time taken off; theirs "
                + Plainly.time(theirs.get(middle)) + ", in one call for all blocks; " + times.size() + " rounds, "
                + Plainly.number(times.get(0)) + " to " + Plainly.number(times.get(times.size() - 1)) + "; " + String.join(", ", CHAIN),
                new Goals().least("times", times.get(middle), 1, Plainly::number));
    }

    private static void load(EngineRack rack, int position, String plugin) throws IOException {
        int number = rack.load(1, position, plugin, null);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); System.nanoTime() < end;) {
            for (News news : rack.await(System.nanoTime() + 100_000_000)) {
                if (news.kind() == News.Kind.FAILED) throw new IOException(news.text());
                if (news.kind() == News.Kind.LOADED && news.number() == number) return;
            }
        }
        throw new IOException(plugin + " was not loaded within a minute");
    }

    /** Nanoseconds for so much of a held chord. */
    private static double render(EngineRack rack, int seconds) {
        float[] sound = new float[STRETCH * 2];
        for (int note : new int[] {48, 55, 60, 64}) rack.midi(1, 0, 0x90 | note << 8 | 90 << 16);
        for (int i = 0; i < 5; i++) rack.render(sound, STRETCH);
        long frames = (long) seconds * RATE;
        long begun = System.nanoTime();
        for (long done = 0; done < frames; done += STRETCH) rack.render(sound, STRETCH);
        double took = (System.nanoTime() - begun) * (double) frames / ((frames + STRETCH - 1) / STRETCH * STRETCH);
        rack.panic();
        return took;
    }

    /** A Python with pedalboard, in a folder of the build; made once. */
    private static Path python(Setup setup) throws IOException, InterruptedException {
        Path venv = Setup.house().resolve("host/target/bench-pedalboard");
        Path python = venv.resolve("bin/python");
        if (Files.exists(venv.resolve("ready"))) return python;
        setup.tell("setting up Python in " + venv);
        RackBench.run(setup, 120, "python3", "-m", "venv", venv.toString());
        RackBench.run(setup, 300, python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                "pedalboard==0.9.26", "numpy");
        Files.createFile(venv.resolve("ready"));
        return python;
    }
}
