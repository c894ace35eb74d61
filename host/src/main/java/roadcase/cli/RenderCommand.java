package roadcase.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.rehearsal.Events;
import roadcase.cli.rehearsal.RehearsalReader;
import roadcase.cli.rehearsal.RehearsalRun;
import roadcase.cli.render.MidiScore;
import roadcase.cli.render.Rendering;
import roadcase.cli.render.Sentences;
import roadcase.cli.render.WavFile;
import roadcase.files.LargeFile;
import roadcase.files.WholePath;
import roadcase.rig.RackFiles;
import roadcase.rig.Remembered;
import roadcase.rig.Rig;
import roadcase.rig.Spelling;
import roadcase.rig.Studio;
import roadcase.rig.StudioFault;
import roadcase.rig.Witness;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.Target;
import roadcase.midi.RealPort.Direction;
import roadcase.script.ScriptError;

/** Plays a gig in virtual time into a file of sound. */
@Command(
        name = "render",
        header = "Plays a MIDI file through a gig, into a WAV file.",
        description = "Plays a gig in virtual time and writes what its rack sounds like, faster than it is"
                + " played. Nothing real is opened; the same input always gives the same file, where the plugins do.",
        footer = {
            "",
            "Example: roadcase render rack.groovy --midi song.mid --out song.wav",
            "         roadcase render rack.groovy --midi Keys=a.mid --midi Pads=b.mid --out both.wav",
            "         roadcase render rack.groovy --events lines.jsonl --out lines.wav"
        })
final class RenderCommand implements Callable<Integer> {
    private static final List<Integer> BITS = List.of(16, 24, 32);
    private static final double SECOND = 1e9;
    private static final double LONGEST = 86_400;
    private static final long TELL_EVERY = 200_000_000L;

    @Parameters(paramLabel = "GIG.groovy", description = "the gig")
    private String gig;

    @Option(names = "--midi", paramLabel = "[PORT=]FILE",
            description = "a Standard MIDI File, and the input it comes in at; may be said several times")
    private List<String> midi = List.of();

    @Option(names = "--port", paramLabel = "NAME",
            description = "the input for files that name none (without it: the first that leads to a slot)")
    private String port;

    @Option(names = "--events", paramLabel = "FILE",
            description = "instead of MIDI files: lines as `rehearse` reads them")
    private String events;

    @Option(names = "--out", paramLabel = "FILE.wav", required = true, description = "the file to write")
    private String out;

    @Option(names = "--bits", paramLabel = "N", description = "16, 24, or 32 for float (without it: 24)")
    private int bits = 24;

    @Option(names = "--rate", paramLabel = "HZ",
            description = "frames a second (without it: as the script says, else 48000)")
    private int rate;

    @Option(names = "--bpm", paramLabel = "N", description = "play the files at this tempo, whatever they say")
    private double bpm;

    @Option(names = "--length", paramLabel = "SECONDS",
            description = "exactly so long (without it: until nothing sounds any more)")
    private double length;

    @Option(names = "--tail", paramLabel = "SECONDS",
            description = "how long it may sound on behind the last event (without it: 30)")
    private double tail = 30;

    private final Face face;
    private long told;

    RenderCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Path path = face.path(gig);
        GigRead read = face.gigs().read(path, path);
        read.errors().stream().map(ScriptError::withMark).forEach(face.err()::println);
        if (!read.plays()) return Main.MISTAKE;
        Rig rig = read.declared().rig();
        if (rig.rack() == null)
            throw new Mistake(gig + " has no rack, so nothing of it is heard: say def rack = device(Rack) in it");
        if (events == null) return render(path, read, score(rig));
        try (InputStream in = lines()) {
            return render(path, read, new RehearsalReader(in));
        }
    }

    private void check() {
        if (midi.isEmpty() == (events == null))
            throw new Mistake("say what is played: either --midi song.mid or --events lines.jsonl");
        if (!BITS.contains(bits)) throw new Mistake("--bits is " + bits + "; it is 16, 24, or 32 for float");
        if (rate != 0 && (rate < 8_000 || rate > 384_000))
            throw new Mistake("--rate is " + rate + "; sample rates are 8000 to 384000");
        if (bpm != 0 && !(bpm >= 20 && bpm <= 999)) throw new Mistake("--bpm is " + bpm + "; a tempo is 20 to 999");
        if (!(length >= 0 && length <= LONGEST))
            throw new Mistake("--length is " + length + "; it is seconds, 86400 at most");
        if (!(tail >= 0 && tail <= LONGEST))
            throw new Mistake("--tail is " + tail + "; it is seconds, 86400 at most");
    }

    private InputStream lines() {
        try {
            return Files.newInputStream(face.path(events));
        } catch (IOException e) {
            throw new Mistake(events + " cannot be read: is the name right?");
        }
    }

    private MidiScore score(Rig rig) {
        List<String> inputs = inputs(rig);
        MidiScore score = new MidiScore();
        for (String said : midi) {
            int equals = said.indexOf('=');
            boolean names = equals > 0 && !Files.exists(face.path(said));
            String to = names ? known(said.substring(0, equals), inputs)
                    : port == null ? first(rig) : known(port, inputs);
            score.add(face.path(names ? said.substring(equals + 1) : said), to, bpm);
        }
        return score;
    }

    private static List<String> inputs(Rig rig) {
        return rig.ports().stream().filter(p -> p.direction() == Direction.INPUT)
                .map(PortPlan::name).distinct().toList();
    }

    private String known(String name, List<String> inputs) {
        if (inputs.contains(name)) return name;
        throw new Mistake(gig + " has no input '" + name + "'" + Spelling.didYouMean(name, inputs));
    }

    /** The first input that leads to a slot. */
    private String first(Rig rig) {
        for (RoutePlan route : rig.routes())
            if (route.source() instanceof Source.Port from && route.targets().stream().anyMatch(RenderCommand::isSlot))
                return from.port().name();
        throw new Mistake("no input of " + gig + " leads to a slot of its rack; say --port and the name of one");
    }

    private static boolean isSlot(Target target) {
        return target instanceof Target.ToPort to && to.port().slot() > 0;
    }

    private int render(Path path, GigRead read, Events played) throws IOException {
        Rendering[] rendering = new Rendering[1];
        try (WavFile wav = WavFile.begin(face.path(out), bits);
                Studio studio = Studio.open(files(path), read.declared().rig(), rate, told(), this::progress,
                        (sound, from, frames) -> rendering[0].sound(sound, from, frames))) {
            RehearsalRun run = new RehearsalRun(face.gigs(), path, Remembered.NOTHING, false, false,
                    Languages.installed().words(), new Sentences(this::say));
            rendering[0] = new Rendering(run, studio, wav, Math.round(length * SECOND), Math.round(tail * SECOND),
                    frames -> progress(frames, studio.rate()));
            long begun = System.nanoTime();
            Rendering.Rendered done = rendering[0].play(read, played);
            clear();
            report(done, studio, System.nanoTime() - begun);
            return Main.FINE;
        } catch (StudioFault fault) {
            clear();
            throw new Mistake(fault.getMessage());
        } catch (UncheckedIOException | IOException fault) {
            clear();
            IOException cause = fault instanceof UncheckedIOException from ? from.getCause() : (IOException) fault;
            throw new Mistake(out + " could not be written: " + LargeFile.reason(cause));
        }
    }

    /** Nothing is remembered of it. */
    private RackFiles files(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        WholePath paths = new WholePath(folder, Path.of(System.getProperty("user.home", "")));
        return new RackFiles(face.folders().cache().toString(), null, paths);
    }

    private void report(Rendering.Rendered done, Studio studio, long took) {
        double seconds = done.frames() / (double) studio.rate();
        double peak = 20 * Math.log10(done.peak());
        face.out().printf(Locale.ROOT, "%s: %.3f s, %d Hz, %s, %s; %.0f times as fast as it is played%n", out, seconds,
                studio.rate(), bits == 32 ? "32 bit float" : bits + " bit",
                done.peak() == 0 ? "silent" : String.format(Locale.ROOT, "peak %.1f dB", peak),
                seconds * SECOND / Math.max(1, took));
        if (done.cutOff())
            say(String.format(Locale.ROOT, "it still sounded %.0f s behind the last event and was cut off there;"
                    + " say --tail or --length", tail));
        if (studio.unplayed() > 0)
            say(studio.unplayed() + " messages came too thick for the engine and were not played");
    }

    private Witness told() {
        return new Witness() {
            @Override
            public void fault(long timeNanos, Origin where, String sentence) {
                say(where.line() == 0 ? sentence
                        : new ScriptError(where.file(), where.line(), where.column(), sentence, "").oneLine());
            }

            @Override
            public void note(long timeNanos, String sentence) {
                say(sentence);
            }

            @Override
            public void light(long timeNanos, String port, String control, boolean on) {}
        };
    }

    private void say(String line) {
        clear();
        face.err().println(line);
    }

    private void progress(long frames, int framesASecond) {
        if (!face.terminal() || System.nanoTime() - told < TELL_EVERY) return;
        told = System.nanoTime();
        progress(frames / framesASecond + " s are rendered");
    }

    /** One line that the next takes the place of. */
    private void progress(String line) {
        if (!face.terminal()) return;
        face.err().print("\r" + line + "\u001B[K");
        face.err().flush();
    }

    private void clear() {
        if (face.terminal()) face.err().print("\r\u001B[K");
    }
}
