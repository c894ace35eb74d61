package roadcase.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's rack against calling its processors one after another, in one native program. */
final class RackBench implements Measure {
    private static final String WHAT = "engine over calling its processors directly, 8 synths, 8 inserts, 2 on the master, 64 frames";
    private static final Pattern TOLD = Pattern.compile("directly ([\\d.]+) us, through the rack ([\\d.]+) us a block of 64: ([\\d.]+) times");

    @Override
    public List<Row> run(Setup setup) throws Exception {
        Path build = Setup.house().resolve("native/build");
        List<Double> times = new ArrayList<>();
        String figures = "";
        try {
            if (!Files.exists(build)) throw new IOException("native is not built");
            run(setup, 300, "cmake", "--build", build.toString(), "--target", "rack_bench");
            for (int i = 0; i < setup.rounds(5, 1); i++) {
                Matcher told = TOLD.matcher(run(setup, 120, build.resolve("rack_bench").toString()));
                if (!told.find()) throw new IOException("rack_bench told no figures");
                times.add(Double.parseDouble(told.group(3)));
                figures = told.group(1) + " µs directly, " + told.group(2) + " µs through the rack";
            }
        } catch (IOException cannot) {
            return List.of(Row.skipped(WHAT, cannot.getMessage()));
        }
        times.sort(null);
        double median = times.get(times.size() / 2);
        return List.of(new Row(WHAT, null, Row.NOT_MEASURED, median + " times, median of " + times.size() + " runs ("
                + times.get(0) + " to " + times.get(times.size() - 1) + "); of the last: " + figures + ", of the processor's own time",
                new Goals().most("times", median, 1.05, Plainly::number)));
    }

    static String run(Setup setup, int seconds, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(setup.work(), "native", ".out");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not end within " + seconds + " s");
        }
        String said = Files.readString(out);
        if (process.exitValue() != 0)
            throw new IOException("`" + String.join(" ", command) + "` failed: " + said.lines().reduce((a, b) -> b).orElse("without a word"));
        return said;
    }
}
