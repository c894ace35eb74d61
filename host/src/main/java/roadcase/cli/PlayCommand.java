package roadcase.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.shell.Shell;
import roadcase.cli.shell.ShellCommands;
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
import roadcase.rig.RackStanding;
import roadcase.rig.Session;
import roadcase.rig.plan.Overlay;
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

    @Option(names = {"--fresh", "--no-restore"}, description = "begin as if nothing were remembered")
    private boolean fresh;

    @Option(names = "--session", paramLabel = "FILE",
            description = "what is loaded and turned is restored from there and kept there; a session of"
                    + " LinkVST will do")
    private String session;

    @Option(names = "--seq-midi", paramLabel = "PORT",
            description = "the sequencer's MIDI port, by number or name: see midi_ports")
    private String sequencer;

    @Option(names = "--mix-midi", paramLabel = "PORT", description = "the MIDImix's port, by number or name")
    private String mixer;

    @Option(names = "--headless", description = "no shell: play until Ctrl-C or SIGTERM")
    private boolean headless;

    @Option(names = "--bpm", paramLabel = "N", description = "begin at this tempo, whatever the script says")
    private Double bpm;

    @Option(names = "--link", description = "join Ableton Link, also where the gig does not say clock(LINK)")
    private boolean link;

    @Option(names = "--audio", paramLabel = "SYSTEM",
            description = "jack, alsa, coreaudio, wasapi or none for a gig with a rack (without it: the best there is)")
    private String audio;

    @Option(names = "--output", paramLabel = "NAME",
            description = "the sound card, by its name or a part of it, or its number: see devices")
    private String output;

    @Option(names = {"--rate", "--sr"}, paramLabel = "HZ",
            description = "frames a second (without it: as the script or the card says)")
    private int rate;

    @Option(names = {"--buffer", "--buf"}, paramLabel = "FRAMES",
            description = "frames of a block (without it: as the script or the card says)")
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
        Result alone = gigs.reader().read(path, path, Overlay.NOTHING);
        if (alone instanceof Result.Failed failed) {
            failed.errors().stream().map(ScriptError::withMark).forEach(face.err()::println);
            return Main.MISTAKE;
        }
        SessionFile kept = sessionFile(path, (Result.Read) alone);
        try (FrontOfHouse front = new FrontOfHouse(face)) {
            if (!fresh) kept.load(front.herald()::say);
            Result.Read first = withSession(gigs, path, (Result.Read) alone, kept, front.herald());
            // Before anything plays: it may take minutes.
            PluginsPart.ofThisHouse(face).offer(first.rig().rack(), face.environment().containsKey("ROADCASE_YES"),
                    !headless && face.terminal());
            play(gigs, path, first, kept, front, sound, reached);
        }
        return Main.FINE;
    }

    private void play(InstalledGigs gigs, Path path, Result.Read first, SessionFile kept, FrontOfHouse front,
            AudioWish sound,
            ListenAddress reached) {
        boolean wins = kept.wins() && first.rig().rack() != null && kept.session() != Session.NOTHING;
        try (Backend backend = midi.open();
                Show show = new Show(backend, front.herald(), this::writeDown, memory(path), fresh,
                        wins ? kept.session().entries(first.rig().rack()) : Map.of())) {
            Thread stop = new Thread(() -> end(show), "roadcase-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            face.out().println("MIDI through " + backend.name() + ": " + backend.why());
            show.network(reached);
            show.audio(files(path, kept), sound);
            ShowAdditions additions = new ShowAdditions(show, kept, sound, front.herald()::say,
                    () -> parts(backend, show), face.here());
            show.additions(additions);
            show.time(bpm != null || !wins || kept.session().bpm() == 0 ? bpm : (Double) kept.session().bpm(), link);
            show.start(gigs.reader(), gigs.prompt(), path, first);
            additions.start();
            WarmUp.start(gigs.compiler());
            show.playing().ports().forEach(face.out()::println);
            presets(show.playing().presets()).forEach(face.out()::println);
            ShellCommands commands = new ShellCommands(show.playing(), List.of());
            asked().forEach(line -> commands.execute(line).text().forEach(face.out()::println));
            attend(front, show, gigs);
        }
    }

    /** Options that are commands. */
    private List<String> asked() {
        List<String> lines = new ArrayList<>();
        if (sequencer != null) lines.add("midi_seq \"" + sequencer + "\"");
        if (mixer != null) lines.add("midi_mix \"" + mixer + "\"");
        if (isNumber(output)) lines.add("audio_start " + output);
        return lines;
    }

    private static boolean isNumber(String text) {
        return text != null && text.matches("\\d{1,3}");
    }

    /** Where this show's session is: as asked for, shared by gigs of one session, the gig's own, or that of no gig. */
    private SessionFile sessionFile(Path path, Result.Read alone) {
        if (session != null) {
            Path asked = SessionFile.typed(session, face.here());
            SessionFile.mustBeOne(asked);
            return new SessionFile(asked, true);
        }
        String shared = alone.rig().rack() == null ? null : alone.rig().rack().session();
        if (path == null || shared != null) return new SessionFile(face.folders().session(shared == null
                ? SessionFile.USUAL : shared), true);
        return new SessionFile(face.folders().state(path).resolve("session.json"), false);
    }

    /** Where gig and session do not go together, the gig plays. */
    private static Result.Read withSession(InstalledGigs gigs, Path path, Result.Read alone, SessionFile kept,
            Herald herald) {
        Overlay overlay = kept.session().overlay(path == null);
        if (overlay.isEmpty()) return alone;
        Result both = gigs.reader().read(path, path, overlay);
        if (both instanceof Result.Read read) {
            alone.generation().close();
            return read;
        }
        ((Result.Failed) both).errors().forEach(e -> herald.say("What was added at the prompt is left out: "
                + e.sentence()));
        return alone;
    }

    private List<String> parts(Backend backend, Show show) {
        List<String> lines = new ArrayList<>();
        new Doctor(new Machine(Path.of("/")), face.folders()).system().forEach(s -> lines.add(s.line()));
        lines.add("MIDI through " + backend.name() + ": " + backend.why());
        RackStanding sound = show.playing().rack();
        lines.add(sound == null ? "sound: no rack" : sound.line());
        return lines;
    }

    /** Which are on and which is shown: what they do to a key is better known before it is pressed. */
    private static List<String> presets(List<PresetStanding> presets) {
        if (presets.isEmpty()) return List.of();
        String on = names(presets, PresetStanding::on);
        return List.of("Presets on: " + (on.isEmpty() ? "none" : on) + "; shown: " + names(presets,
                PresetStanding::shown));
    }

    private static String names(List<PresetStanding> presets, Predicate<PresetStanding> which) {
        return presets.stream().filter(which).map(PresetStanding::name).collect(Collectors.joining(", "));
    }

    private AudioWish sound() {
        if (audio != null && !AudioWish.TYPES.contains(audio))
            throw new Mistake("There is no audio system '" + audio + "'; there are " + String.join(", ",
                    AudioWish.TYPES));
        if (rate != 0 && (rate < 8_000 || rate > 384_000)) throw new Mistake("--rate is " + rate
                + "; sample rates are 8000 to 384000");
        if (buffer != 0 && (buffer < 16 || buffer > 8_192)) throw new Mistake("--buffer is " + buffer
                + "; buffers are 16 to 8192 frames");
        return new AudioWish(audio == null ? "" : audio, output == null || isNumber(output) ? "" : output, rate,
                buffer);
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

    private RackFiles files(Path path, SessionFile kept) {
        Path folder = path == null ? face.here() : path.toAbsolutePath().getParent();
        Shelf states = new Shelf(kept.plugins(), MOST_STATES);
        WholePath paths = new WholePath(folder, Path.of(System.getProperty("user.home", "")));
        return new RackFiles(face.folders().cache().toString(), new MemoryStates(states, fresh), paths);
    }

    /** Until somebody wants the end. */
    private void attend(FrontOfHouse front, Show show, InstalledGigs gigs) {
        if (!headless && front.shell(show.playing(), gigs.dialect().words()).run() == Shell.End.QUIT) return;
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
