package roadcase.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** `roadcase play` as a process of its own on a JACK server, with its prompt. */
final class ShowProcess implements AutoCloseable {
    private static final Pattern SOUND = Pattern.compile("sound: .*load (\\d+) %, (\\d+) overruns");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    final Process process;
    private final Path gig;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** Load as a part of a block's time, and blocks that were late. */
    record Load(double part, long overruns) {}

    /** @param home state is kept there; {@code cache} outlives it */
    ShowProcess(Jack server, Path home, Path cache, String script) throws IOException {
        gig = Files.writeString(home.resolve("gig.groovy"), script);
        ProcessBuilder builder = new ProcessBuilder(Setup.house().resolve("host/bin/roadcase").toString(), "play",
                gig.toString(), "--midi", "jack", "--audio", "jack", "--fresh").redirectErrorStream(true);
        builder.environment().put("JACK_DEFAULT_SERVER", server.name);
        builder.environment().put("JACK_NO_START_SERVER", "1");
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("XDG_CACHE_HOME", cache.toString());
        process = builder.start();
        Thread reader = new Thread(this::read, "bench-reads-the-show");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) said.add(line);
        } catch (IOException closed) {
            said.add("(its output ended: " + closed.getMessage() + ")");
        }
    }

    void save(String script) throws IOException {
        Files.writeString(gig, script);
    }

    boolean hasSaid(String part) {
        return said.stream().anyMatch(line -> line.contains(part));
    }

    long count(String part) {
        return said.stream().filter(line -> line.contains(part)).count();
    }

    /** What the engine says of itself. */
    Load load() throws IOException, InterruptedException {
        int before = said.size();
        try {
            process.getOutputStream().write("slots\n".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new IOException("the show has ended; it said " + tail());
        }
        Matcher[] found = new Matcher[1];
        await("it tells its load", () -> {
            for (int i = before; i < said.size(); i++) {
                Matcher told = SOUND.matcher(said.get(i));
                if (told.find()) found[0] = told;
            }
            return found[0] != null;
        });
        return new Load(Integer.parseInt(found[0].group(1)) / 100.0, Long.parseLong(found[0].group(2)));
    }

    /** The engine's process, null for none. */
    ProcessHandle engine() {
        return process.descendants().filter(p -> p.info().command().orElse("").endsWith("roadcase-engine")).findFirst().orElse(null);
    }

    void signal(String which) throws IOException, InterruptedException {
        signal(which, process.pid());
    }

    static void signal(String which, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + which, "" + process).start().waitFor();
    }

    void await(String what, BooleanSupplier holds) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) throw new IOException(what + ": never; the show said " + tail());
            Thread.sleep(5);
        }
    }

    private List<String> tail() {
        return said.subList(Math.max(0, said.size() - 12), said.size());
    }

    @Override
    public void close() {
        signalQuietly();
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that stands still would not hear that it is to end. */
    private void signalQuietly() {
        try {
            if (process.isAlive()) signal("CONT");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
