package roadcase.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What JACK's own recorder heard at an audio port: 16 bit, one channel. */
record Recording(short[] sound, long endNanos, int rate) {
    private static final int RATE = 48_000;
    private static final int HEADER = 44;

    /** A recording under way. */
    static final class Running {
        private final Process process;
        private final Path file;
        private final int seconds;

        private Running(Process process, Path file, int seconds) {
            this.process = process;
            this.file = file;
            this.seconds = seconds;
        }

        /** From now on whoever makes the sound anew is heard too. */
        Connecting connectAgain(Jack server) {
            return new Connecting(server);
        }

        /** Waits for its end. */
        Recording take() throws IOException, InterruptedException {
            if (!process.waitFor(seconds + 20, TimeUnit.SECONDS)) process.destroyForcibly();
            long end = System.nanoTime();
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (bytes.length <= HEADER) throw new IOException("jack_rec recorded nothing");
            ShortBuffer samples = ByteBuffer.wrap(bytes, HEADER, bytes.length - HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            short[] sound = new short[samples.remaining()];
            samples.get(sound);
            return new Recording(sound, end, RATE);
        }
    }

    static Running begin(Setup setup, Jack server, String port, int seconds) throws IOException {
        Path file = Files.createTempFile(setup.work(), "heard", ".wav");
        ProcessBuilder builder = new ProcessBuilder("jack_rec", "-f", file.toString(), "-d", "" + seconds, "-b", "16", port);
        builder.environment().put("JACK_DEFAULT_SERVER", server.name);
        builder.redirectErrorStream(true).redirectOutput(setup.work().resolve("jack_rec.log").toFile());
        return new Running(builder.start(), file, seconds);
    }

    /** The audio port of a show, or null while there is none. */
    static String port(Jack server) throws IOException, InterruptedException {
        String all = tool(server, "jack_lsp");
        return all.lines().filter(line -> line.matches("Roadcase sound.*:left")).findFirst().orElse(null);
    }

    static String tool(Jack server, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JACK_DEFAULT_SERVER", server.name);
        Process process = builder.redirectErrorStream(true).start();
        String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return all;
    }

    private static boolean silent(short sample) {
        return Math.abs(sample) < 2;
    }

    /** The first frame that sounds, -1 for none. */
    int begin() {
        for (int i = 0; i < sound.length; i++) if (!silent(sound[i])) return i;
        return -1;
    }

    /** Frames of silence in runs longer than a millisecond, between the first and the last sound. */
    long silentFrames() {
        long all = 0;
        int run = 0;
        for (int i = Math.max(0, begin()); i < sound.length; i++) {
            if (silent(sound[i])) {
                run++;
            } else {
                if (run > rate / 1_000) all += run;
                run = 0;
            }
        }
        return all;
    }

    /** The longest silence between two sounds, in ns. */
    long longestSilence() {
        int most = 0;
        int run = 0;
        for (int i = Math.max(0, begin()); i < sound.length; i++) {
            run = silent(sound[i]) ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most * 1_000_000_000L / rate;
    }

    /** When a frame was heard, to some ten milliseconds: by the end of the recording. */
    long nanos(int frame) {
        return endNanos - (long) ((sound.length - frame) * 1e9 / rate);
    }
}
