package roadcase.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.shell.Shell;
import roadcase.files.AtomicFile;
import roadcase.files.Shelf;
import roadcase.files.WholePath;
import roadcase.midi.Backend;
import roadcase.midi.net.ListenAddress;
import roadcase.rig.AudioWish;
import roadcase.rig.Memory;
import roadcase.rig.MemoryStates;
import roadcase.rig.PresetStanding;
import roadcase.rig.RackFiles;
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
    /** Of plugins, for each gig. */
    private static final int MOST_STATES = 256;

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

    @Option(names = "--link", description = "join Ableton Link, also where the gig does not say clock(LINK)")
    private boolean link;

    @Option(names = "--audio", paramLabel = "SYSTEM",
            description = "jack, alsa, coreaudio, wasapi or none for a gig with a rack (without it: the best there is)")
    private String audio;

    @Option(names = "--output", paramLabel = "NAME", description = "the sound card, by its name or a part of it")
    private String output;

    @Option(names = "--rate", paramLabel = "HZ", description = "frames a second (without it: as the script or the card says)")
    private int rate;

    @Option(names = "--buffer", paramLabel = "FRAMES", description = "frames of a block (without it: as the script or the card says)")
    private int buffer;

    @Option(names = "--page", paramLabel = "off",
            description = "off is all there is for now: the page comes with a later version")
    private String page = "off";

    @Option(names = "--network", paramLabel = "[ADDRESS:]PORT|off", arity = "0..1", fallbackValue = "12345",
            description = "others reach this gig's ports there: programs on this machine, unless an address says more")
    private String network;

    private final Face face;

    PlayCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        AudioWish sound = sound();
        if (!page.equals("off")) throw new Mistake("--page " + page + " comes with a later version; for now only off");
        if (bpm != null && !(bpm >= 20 && bpm <= 999)) throw new Mistake("--bpm is " + bpm + "; a tempo is 20 to 999");
        ListenAddress reached = reachedAt();
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
            show.network(reached);
            show.audio(files(path), sound);
            show.time(bpm, link);
            if (path == null) show.start(new RigBuilder("empty").finish());
            else show.start(gigs.reader(), gigs.prompt(), path, (Result.Read) first);
            WarmUp.start(gigs.compiler());
            show.ports().forEach(face.out()::println);
            presets(show.presets()).forEach(face.out()::println);
            attend(front, show, gigs);
        }
        return Main.FINE;
    }

    /** Which are on and which is shown: what they do to a key is better known before it is pressed. */
    private static List<String> presets(List<PresetStanding> presets) {
        if (presets.isEmpty()) return List.of();
        String on = names(presets, PresetStanding::on);
        return List.of("Presets on: " + (on.isEmpty() ? "none" : on) + "; shown: " + names(presets, PresetStanding::shown));
    }

    private static String names(List<PresetStanding> presets, Predicate<PresetStanding> which) {
        return presets.stream().filter(which).map(PresetStanding::name).collect(Collectors.joining(", "));
    }

    private AudioWish sound() {
        if (audio != null && !AudioWish.TYPES.contains(audio))
            throw new Mistake("There is no audio system '" + audio + "'; there are " + String.join(", ", AudioWish.TYPES));
        if (rate != 0 && (rate < 8_000 || rate > 384_000)) throw new Mistake("--rate is " + rate + "; sample rates are 8000 to 384000");
        if (buffer != 0 && (buffer < 16 || buffer > 8_192)) throw new Mistake("--buffer is " + buffer + "; buffers are 16 to 8192 frames");
        return new AudioWish(audio == null ? "" : audio, output == null ? "" : output, rate, buffer);
    }

    private ListenAddress reachedAt() {
        try {
            return network == null ? null : ListenAddress.parse(network);
        } catch (IllegalArgumentException wrong) {
            throw new Mistake("--network: " + wrong.getMessage());
        }
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

    private RackFiles files(Path path) {
        Path folder = (path == null ? Path.of("") : path).toAbsolutePath().getParent();
        Shelf states = path == null ? null : new Shelf(face.folders().state(path).resolve("plugins"), MOST_STATES);
        WholePath paths = new WholePath(folder, Path.of(System.getProperty("user.home", "")));
        return new RackFiles(face.folders().cache().toString(), new MemoryStates(states, fresh), paths);
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
