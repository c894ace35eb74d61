package roadcase.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import roadcase.cli.OnStage;

/** The same mapping, the same messages, fed in memory to the callbacks of mido and python-rtmidi. */
final class PythonBench implements Measure {
    private static final String WHAT = "against Python: ";

    @Override
    public List<Row> run(Setup setup) throws Exception {
        Path python;
        try {
            python = python(setup);
        } catch (IOException cannot) {
            return List.of(Row.skipped(WHAT + "mido and python-rtmidi", cannot.getMessage()));
        }
        int count = setup.rounds(400_000, 50_000);
        Path feed = Files.writeString(setup.work().resolve("messages.txt"), Arrays.stream(Mapping.messages())
                .mapToObj(m -> (m & 0xFF) + " " + (m >> 8 & 0xFF) + " " + (m >> 16 & 0xFF))
                .collect(Collectors.joining("\n")));
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        List<Row> rows = new ArrayList<>();
        try (OnStage show = new OnStage(ports, setup.folder("python"), Mapping.GIG)) {
            int in = ports.input(Mapping.INPUT);
            ports.burst(in, Mapping.messages(), 3_000_000, new Samples(0)).nanos();
            for (String library : List.of("mido", "rtmidi")) {
                Samples each = new Samples(1_000_000);
                ports.burst(in, Mapping.messages(), 1_000_000, each).nanos();
                double ours = 5e15 / ports.burst(in, Mapping.messages(), 5_000_000, null).nanos();
                JsonNode theirs = new ObjectMapper().readTree(run(setup, python.toString(),
                        Setup.house().resolve("host/src/bench/python/mapping.py").toString(), library,
                        feed.toString(), "" + count));
                rows.add(row((library.equals("mido") ? "mido" : "python-rtmidi") + " doing the same mapping", each.summary(),
                        ours, theirs));
            }
        }
        rows.add(filters(setup, python, feed, count));
        return rows;
    }

    /** The MIDI Router's filters, by us and by mido. */
    private static Row filters(Setup setup, Path python, Path feed, int count) throws Exception {
        FeedBackend ports = new FeedBackend(Mapping.INPUT, Mapping.OUTPUT);
        try (OnStage show = new OnStage(ports, setup.folder("filters"), RouterMapping.GIG)) {
            int in = ports.input(Mapping.INPUT);
            ports.burst(in, Mapping.messages(), 3_000_000, new Samples(0)).nanos();
            Samples each = new Samples(1_000_000);
            ports.burst(in, Mapping.messages(), 1_000_000, each).nanos();
            double ours = 5e15 / ports.burst(in, Mapping.messages(), 5_000_000, null).nanos();
            JsonNode theirs = new ObjectMapper().readTree(run(setup, python.toString(),
                    Setup.house().resolve("host/src/bench/python/mapping.py").toString(), "mido-router", feed.toString(), "" + count));
            return row("mido doing the same filters", each.summary(), ours, theirs);
        }
    }

    private static Row row(String what, Samples.Summary ours, double second, JsonNode theirs) {
        double ratio = second / theirs.get("a_second").asDouble();
        double p99 = theirs.get("p99_ns").asDouble();
        return new Row(WHAT + what, ours, Row.NOT_MEASURED,
                Plainly.number(ratio) + " times the messages a second (" + Plainly.number(second) + " to "
                        + Plainly.number(theirs.get("a_second").asDouble()) + "); theirs: median "
                        + Plainly.time(theirs.get("median_ns").asDouble()) + ", p99 " + Plainly.time(p99) + ", p99.9 "
                        + Plainly.time(theirs.get("p999_ns").asDouble()),
                new Goals().least("times", ratio, 100, Plainly::number).most("p99", ours.p99(), p99, Plainly::time));
    }

    /** A Python with both libraries, in a folder of the build; made once. */
    private static Path python(Setup setup) throws IOException, InterruptedException {
        Path venv = Setup.house().resolve("host/target/bench-python");
        Path python = venv.resolve("bin/python");
        if (Files.exists(venv.resolve("ready"))) return python;
        setup.tell("setting up Python in " + venv);
        run(setup, "python3", "-m", "venv", venv.toString());
        run(setup, python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "mido==1.3.3",
                "python-rtmidi==1.5.8");
        Files.createFile(venv.resolve("ready"));
        return python;
    }

    private static String run(Setup setup, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(setup.work(), "python", ".out");
        Path err = Files.createTempFile(setup.work(), "python", ".err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not end within three minutes");
        }
        if (process.exitValue() != 0) throw new IOException("`" + String.join(" ", command) + "` failed: "
                + Files.readString(err).lines().filter(l -> !l.isBlank()).reduce((a, b) -> b).orElse("without a word"));
        return Files.readString(out);
    }
}
