package roadcase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import roadcase.cli.demo.Demo;
import roadcase.cli.demo.DemoScore;
import roadcase.cli.demo.DemoScreen;
import roadcase.cli.demo.LightPicture;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.VirtualBackend;
import roadcase.rig.Memory;
import roadcase.rig.Rig;
import roadcase.rig.Standing;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.PortPlan;
import roadcase.script.Result;
import roadcase.script.WarmUp;

/** The main job without any gear: a scripted performer on virtual gear plays a gig and edits it. */
@Command(
        name = "demo",
        header = "Shows the main job without any gear, in this terminal.",
        description = "A scripted performer on virtual gear plays a gig for twenty seconds: banks, switches, lights,"
                + " and an edit of the script while it plays. Nothing of this machine's MIDI is touched, and there is"
                + " no sound yet.",
        footer = {"", "Example: roadcase demo"})
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--speed", paramLabel = "N", description = "so many times as fast, 0.5 to 4")
    private double speed = 1;

    private final Face face;

    DemoCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        if (!(speed >= 0.5 && speed <= 4)) throw new Mistake("--speed is " + speed + "; it is 0.5 to 4");
        DemoScore score = DemoScore.installed();
        InstalledGigs gigs = new InstalledGigs(face.folders());
        Path folder = Files.createTempDirectory("roadcase-demo");
        Thread tidy = new Thread(() -> remove(folder), "roadcase-demo-tidy");
        Runtime.getRuntime().addShutdownHook(tidy);
        try {
            play(score, gigs, Files.write(folder.resolve(score.gig()), score.gigText()));
        } finally {
            remove(folder);
        }
        return Main.FINE;
    }

    private void play(DemoScore score, InstalledGigs gigs, Path gig) throws IOException {
        // Warm before it begins: nobody watches a cold compiler, and a show has been on for a while when it is edited.
        face.out().println("Getting ready ...");
        Thread warm = WarmUp.start(gigs.compiler());
        if (!(gigs.reader().read(gig) instanceof Result.Read first))
            throw new IllegalStateException("the demo's gig has a mistake");
        await(warm);
        Rig rig = first.rig();
        DevicePlan device = rig.devices().get(0);
        List<String> hosts = rig.ports().stream()
                .filter(p -> p.direction() == Direction.OUTPUT && p.device() == null).map(PortPlan::name).toList();
        DemoScreen screen = new DemoScreen(face.out(), face.terminal(), new LightPicture(device.spec()));
        VirtualBackend midi = new VirtualBackend();
        midi.gear(device.in().name());
        try (midi;
                Herald herald = new Herald(text -> screen.note(text.replace(gig.toString(), gig.getFileName().toString())));
                Show show = new Show(midi, herald, fault -> FaultLog.write(face.folders().state(), fault),
                        new Memory(null, "demo", Clock.systemUTC()), true)) {
            show.start(gigs.reader(), gigs.prompt(), gig, first);
            Demo demo = new Demo(midi, screen, gig, () -> show.reload().readings(), device.in().name(), hosts);
            demo.play(score, speed);
            summary(demo, show.standing());
        }
    }

    private void summary(Demo demo, Standing standing) {
        String reloads = demo.reloadNanos().stream()
                .map(nanos -> String.format(Locale.ROOT, "%.0f ms", nanos / 1e6)).collect(Collectors.joining(", "));
        face.out().println();
        face.out().println("messages sent: " + demo.sent());
        face.out().println("from saving to playing: " + reloads);
        face.out().println("notes hanging: " + standing.held());
    }

    private static void await(Thread warm) {
        try {
            warm.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also where Ctrl-C ended the demo. What cannot be removed is left to whoever empties the temporary folder. */
    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException busy) {
            return;
        }
    }
}
