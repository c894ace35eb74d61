package roadcase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roadcase.cli.Benches;
import roadcase.cli.Face;

/** All benches by name, and how they are run: one after the other, in one process, so that ratios mean something. */
public final class AllBenches implements Benches {
    private record Known(String says, Measure measure) {}

    private final Map<String, Known> all = new LinkedHashMap<>();

    public AllBenches() {
        add("route", "from the ring to send, along declared routes, idle and while Groovy compiles", new RouteBench());
        add("routes", "the same with 10 and with 10,000 routes, and filters", new RoutesBench());
        add("chains", "filters, transforms, splits and NRPN", new ChainsBench());
        add("python", "the same mapping in Python, by mido and python-rtmidi", new PythonBench());
        add("handler", "from the ring to send, through a reaction of the script", new HandlerBench());
        add("surface", "from a MIDImix button to its toggle and its light", new SurfaceBench());
        add("pictures", "a grid that moves thirty times a second, and a button beside it", new PicturesBench());
        add("jack", "through real JACK ports, in and out", new JackBench());
        add("presets", "1,000 presets selected a second under 1,000 messages a second", new PresetsBench());
        add("network", "there and back between two Roadcases, through network ports", new NetworkBench());
        add("clocks", "MIDI clock from eight inputs, each followed by a clock of its own", new ClocksBench());
        add("clock-out", "MIDI clock of a gig on Link, as JACK and another peer have it", new ClockOutBench());
        add("flood", "50,000 messages a second on one port, and another port beside it", new FloodBench());
        add("reload", "from a save of 200 lines to the new rig", new ReloadBench());
        add("reloads", "1,000 reloads under 1,000 messages a second", new ReloadsBench());
        add("loops", "16 level loops, 20 times a second", new LoopsBench());
        add("rack", "the engine's rack against calling its processors directly", new RackBench());
        add("pedalboard", "the same effects in Python's pedalboard", new PedalboardBench());
        add("sound", "a full rack for five minutes while Groovy compiles and Java collects", new SoundBench());
        add("dying", "what is heard when Java stands still or dies, or the engine; the first sound after a start", new DyingBench());
        add("start", "from the start of `roadcase play` to its port", new StartBench());
    }

    private void add(String name, String says, Measure measure) {
        all.put(name, new Known(says, measure));
    }

    @Override
    public List<Bench> benches() {
        return all.entrySet().stream().map(e -> new Bench(e.getKey(), e.getValue().says())).toList();
    }

    @Override
    public void run(List<String> names, boolean quick, boolean json, Face face) {
        double before = ThisMachine.load();
        List<Row> rows = new ArrayList<>();
        Path work = workFolder();
        for (String name : names) {
            face.err().println(name + ": " + all.get(name).says());
            try {
                List<Row> made = all.get(name).measure().run(new Setup(quick, work, face.err()));
                rows.addAll(made);
                made.forEach(row -> face.err().println("  " + row.markdown()));
            } catch (Exception e) {
                rows.add(Row.skipped(name, "it went wrong: " + e));
                e.printStackTrace(face.err());
            }
        }
        empty(work);
        Table table = new Table(ThisMachine.line(before), rows);
        if (json) table.json(face.out());
        else table.markdown(face.out());
    }

    private static Path workFolder() {
        try {
            return Files.createTempDirectory("roadcase-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
