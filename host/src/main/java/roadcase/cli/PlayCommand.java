package roadcase.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.shell.Shell;
import roadcase.files.AtomicFile;
import roadcase.midi.Backend;
import roadcase.rig.Memory;
import roadcase.rig.RigBuilder;
import roadcase.script.Result;
import roadcase.script.ScriptError;
import roadcase.script.WarmUp;

/** Plays a gig on this machine's MIDI ports, with the shell, until somebody ends it. */
@Command(
        name = "play",
        header = "Plays a gig, and reads it again whenever it is saved.",
        description = "Plays a gig on this machine's MIDI ports with a shell to type at, and reads it again whenever"
                + " one of its files is saved. Without a gig: an empty rig. Ctrl-C or `quit` ends it; held notes end"
                + " first.",
        footer = {"", "Example: roadcase play friday.groovy"})
final class PlayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GIG.groovy", arity = "0..1", description = "the gig")
    private String gig;

    @Mixin
    private MidiChoice midi;

    @Option(names = "--fresh", description = "begin as if nothing were remembered")
    private boolean fresh;

    @Option(names = "--headless", description = "no shell: play until Ctrl-C or SIGTERM")
    private boolean headless;

    @Option(names = "--bpm", paramLabel = "N", description = "begin at this tempo, whatever the script says")
    private Double bpm;

    @Option(names = "--audio", paramLabel = "none",
            description = "none is all there is for now: sound comes with a later version")
    private String audio = "none";

    @Option(names = "--page", paramLabel = "off",
            description = "off is all there is for now: the page comes with a later version")
    private String page = "off";

    private final Face face;

    PlayCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (!audio.equals("none")) throw new Mistake("--audio " + audio
                + " comes with a later version; for now only none");
        if (!page.equals("off")) throw new Mistake("--page " + page + " comes with a later version; for now only off");
        if (bpm != null && !(bpm >= 20 && bpm <= 999)) throw new Mistake("--bpm is " + bpm + "; a tempo is 20 to 999");
        InstalledGigs gigs = new InstalledGigs(face.folders());
        Path path = gig == null ? null : face.path(gig);
        Result first = path == null ? null : gigs.reader().read(path);
        if (first instanceof Result.Failed failed) {
            failed.errors().stream().map(ScriptError::withMark).forEach(face.err()::println);
            return Main.MISTAKE;
        }
        try (Backend backend = midi.open();
                FrontOfHouse front = new FrontOfHouse(face);
                Show show = new Show(backend, front.herald(), this::writeDown, memory(path), fresh)) {
            Thread stop = new Thread(() -> end(show), "roadcase-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            face.out().println("MIDI through " + backend.name() + ": " + backend.why());
            if (path == null) show.start(new RigBuilder("empty").finish());
            else show.start(gigs.reader(), gigs.prompt(), path, (Result.Read) first);
            if (bpm != null) show.tempo(bpm);
            WarmUp.start(gigs.compiler());
            show.ports().forEach(face.out()::println);
            attend(front, show, gigs);
        }
        return Main.FINE;
    }

    private void writeDown(Throwable fault) {
        FaultLog.write(face.folders().state(), fault);
    }

    private Memory memory(Path path) {
        if (path == null) return new Memory(null, "", Clock.systemUTC());
        Path file = face.folders().state(path).resolve("memory.json");
        String name = path.getFileName().toString().replaceFirst("\\.groovy$", "");
        return new Memory(new AtomicFile(file, Memory::unusable), name, Clock.systemUTC());
    }

    /** Until somebody wants the end. */
    private void attend(FrontOfHouse front, Show show, InstalledGigs gigs) {
        if (!headless && front.shell(show, gigs.dialect().words()).run() == Shell.End.QUIT) return;
        if (!headless) face.out().println("Nothing more can be typed here; the gig plays on until Ctrl-C or SIGTERM.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A signal: the clean stop, with a deadline, because whoever sent the signal waits. */
    private static void end(Show show) {
        Thread closing = new Thread(show::close, "roadcase-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
