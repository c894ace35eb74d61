package roadcase.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import roadcase.midi.MidiFault;
import roadcase.midi.NativeBackend;

/** A JACK server of a bench's own, with a dummy driver; synchronous, so that no cycle is skipped unseen. */
final class Jack implements AutoCloseable {
    final String name;
    private final Process process;

    private Jack(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** @throws IOException or {@link MidiFault} with a sentence where this machine cannot */
    static Jack start(Setup setup, int frames) throws IOException, InterruptedException {
        String name = "bench-" + ProcessHandle.current().pid();
        Path log = setup.work().resolve("jackd.log");
        Process process;
        try {
            ProcessBuilder builder = new ProcessBuilder("jackd", "-n", name, "-R", "-P", "70", "-S",
                    "-d", "dummy", "-r", "48000", "-p", "" + frames);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("JACK_NO_AUDIO_RESERVATION", "1");
            process = builder.start();
        } catch (IOException missing) {
            throw new IOException("jackd is not installed");
        }
        Jack server = new Jack(name, process);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                NativeBackend.open("jack", "bench-asks", name, "").close();
                return server;
            } catch (MidiFault notYet) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    server.close();
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
