package roadcase.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import roadcase.cli.shell.Reply;
import roadcase.files.AtomicFile;
import roadcase.files.Folders;
import roadcase.midi.Backend;
import roadcase.rig.Memory;
import roadcase.rig.Standing;
import roadcase.script.Result;
import roadcase.script.WarmUp;

/** A gig that benches play: wired as {@code roadcase play} wires it, without a shell and with the bench's ports. */
public final class OnStage implements AutoCloseable {
    private final Path gig;
    private final Herald herald;
    private final Show show;
    private final InstalledGigs gigs;
    private final List<String> said = new CopyOnWriteArrayList<>();

    /** @param folder an empty one: gig, memory and cache are kept there */
    public OnStage(Backend backend, Path folder, String script) {
        gig = folder.resolve("gig.groovy");
        save(script);
        Map<String, String> homes = Map.of("XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString());
        Folders folders = new Folders(homes::get, "Linux", folder);
        gigs = new InstalledGigs(folders);
        herald = new Herald(said::add);
        Memory memory = new Memory(new AtomicFile(folders.state(gig).resolve("memory.json"), Memory::unusable), "gig",
                Clock.systemUTC());
        if (!(gigs.reader().read(gig) instanceof Result.Read read))
            throw new IllegalStateException("the gig of a bench has a mistake: " + gigs.read(gig, gig).errors());
        show = new Show(backend, herald, fault -> said.add(fault.toString()), memory, true);
        show.start(gigs.reader(), gigs.prompt(), gig, read);
    }

    /** As {@code play} does after its start; returns when it is done. */
    public void warmUp() throws InterruptedException {
        WarmUp.start(gigs.compiler()).join();
    }

    /** Writes the gig as most editors do: a new file that takes the place of the old. */
    public void save(String script) {
        try {
            Path fresh = Files.writeString(gig.resolveSibling("gig.groovy~"), script);
            Files.move(fresh, gig, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the gig now, without waiting for the watch. @return whether it plays */
    public boolean reload() {
        return show.playing().reload(null) != null && readings() > 0;
    }

    /** How many times the gig was read again. */
    public long readings() {
        return show.reload().readings();
    }

    public Standing standing() {
        return show.standing();
    }

    /** What a player would have read so far. */
    public List<String> said() {
        return said;
    }

    @Override
    public void close() {
        show.close();
        herald.close();
    }
}
