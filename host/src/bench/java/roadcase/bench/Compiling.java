package roadcase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import roadcase.cli.InstalledGigs;
import roadcase.files.Folders;

/** Reads a gig of 200 lines anew and anew, as the background of a reload does, until it is closed. */
final class Compiling implements AutoCloseable {
    private final Path folder;
    private final Thread thread = new Thread(this::run, "roadcase-compiling");
    private volatile boolean stop;
    private volatile int readings;

    Compiling(Path folder) {
        this.folder = folder;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void run() {
        Map<String, String> homes = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Folders folders = new Folders(homes::get, "Linux", folder);
        InstalledGigs gigs = new InstalledGigs(folders);
        Path gig = folder.resolve("other.groovy");
        try {
            for (int i = 0; !stop; i++) {
                Files.writeString(gig, LongGig.text(i));
                gigs.read(gig, gig).forget().run();
                readings = i;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the compiler is warm. */
    void warm(int after) throws InterruptedException {
        while (readings < after) Thread.sleep(20);
    }

    int readings() {
        return readings;
    }

    @Override
    public void close() throws InterruptedException {
        stop = true;
        thread.join();
    }
}
