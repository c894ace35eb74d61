package roadcase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.files.AtomicFile;
import roadcase.files.TextFile;
import roadcase.rig.Memory;
import roadcase.rig.SessionText;
import roadcase.script.Importer;
import roadcase.rig.Spelling;

/** Turns the files of another system into a gig, or into what a gig remembers. The report goes to standard error. */
@Command(
        name = "import",
        header = "Takes over what another system knew.",
        description = "Turns the files of another system into a gig, or into what a gig remembers, and says what was"
                + " changed or left out.",
        footer = {"", "Example: roadcase import masterator ~/MidiMasterator -o masterator.groovy",
                  "         roadcase import midi-router midiRouterClient.json -o router.groovy",
                  "         roadcase import linkvst ~/.config/linkvst/session.json -o linkrig.groovy"})
final class ImportCommand implements Callable<Integer> {
    private static final Duration WRITING = Duration.ofSeconds(5);

    @Parameters(index = "0", paramLabel = "SYSTEM", description = "masterator, midi-router or linkvst")
    private String system;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE",
            description = "its files, or the folder they are in")
    private List<String> given;

    @Option(names = "-o", required = true, paramLabel = "OUT",
            description = "masterator: the gig whose memory takes it over (GIG.groovy), or a memory file of its own"
                    + " (FILE.json); midi-router, linkvst: the gig to write, - for standard output")
    private String out;

    @Option(names = "--report", paramLabel = "FILE", description = "writes the report there as well")
    private String report;

    @Option(names = "--replace", description = "writes over a gig that exists")
    private boolean replace;

    private final Face face;

    ImportCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        Importer importer = importer();
        Importer.Imported imported = importer.read(texts(importer));
        imported.report().forEach(face.err()::println);
        if (report != null) TextOut.write(face.path(report), String.join("\n", imported.report()) + "\n", true);
        if (imported.gig() != null) return gig(imported);
        if (imported.remembered().isEmpty())
            throw new Mistake("Nothing in these files could be taken over. '" + importer.name() + "' takes "
                    + importer.takes());
        Path file = target();
        keep(file, imported.remembered());
        face.out().println(imported.remembered().size() + " states are remembered in " + file + ".");
        return Main.FINE;
    }

    private int gig(Importer.Imported imported) throws IOException {
        String text = imported.gig();
        if (out.equals("-")) {
            face.out().print(text);
            if (imported.session() != null)
                face.err().println("Left out: mutes, solos and parameters, which belong to a gig's file:"
                        + " say -o GIG.groovy");
            return Main.FINE;
        }
        if (!out.endsWith(".groovy")) throw new Mistake("A gig is written to a file that ends in .groovy, and '" + out
                + "' does not");
        Path file = face.path(out);
        TextOut.write(file, text, replace);
        if (!imported.remembered().isEmpty()) keep(face.folders().state(file).resolve("memory.json"),
                imported.remembered());
        if (imported.session() != null) {
            String fault = new AtomicFile(face.folders().state(file).resolve("session.json"), SessionText::unusable)
                    .write(imported.session());
            if (fault != null) throw new Mistake(fault);
        }
        Path shown = file.startsWith(face.here()) ? face.here().relativize(file) : file;
        face.out().println("Wrote " + shown + ". See it in sentences: roadcase explain " + shown);
        return Main.FINE;
    }

    private Importer importer() {
        List<Importer> all = Languages.installed().importers();
        List<String> names = all.stream().map(Importer::name).toList();
        return all.stream().filter(i -> i.name().equals(system)).findFirst().orElseThrow(() -> new Mistake(
                "There is no import for '" + system + "'" + Spelling.didYouMean(system, names) + " There are: "
                        + String.join(", ", names)));
    }

    private Map<String, String> texts(Importer importer) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(importer)) {
            TextFile.Text text = TextFile.read(file);
            if (text.fault() != null) throw new Mistake(file + ": " + text.fault());
            texts.put(file.getFileName().toString(), text.text());
        }
        return texts;
    }

    private List<Path> files(Importer importer) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : given) {
            Path path = face.path(name);
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                List<Path> meant = inside.filter(f -> importer.takes(f.getFileName().toString())).sorted()
                        .collect(Collectors.toList());
                if (meant.isEmpty()) throw new Mistake("There is nothing to take over in " + path + ": '"
                        + importer.name()
                        + "' takes " + importer.takes());
                files.addAll(meant);
            }
        }
        return files;
    }

    private Path target() {
        Path path = face.path(out);
        if (!out.endsWith(".groovy")) return path;
        if (!Files.isRegularFile(path)) throw new Mistake("There is no gig " + path + ": is the name right?");
        return face.folders().state(path).resolve("memory.json");
    }

    /** What was remembered under other names stays. */
    private static void keep(Path file, Map<String, Memory.Entry> entries) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        try (Memory memory = new Memory(new AtomicFile(file, Memory::unusable), name, Clock.systemUTC())) {
            memory.load();
            memory.start(new Memory.Source() {
                @Override
                public long revision() {
                    return 1;
                }

                @Override
                public void collect(Map<String, Memory.Entry> into) {
                    into.putAll(entries);
                }
            });
            String fault = memory.flush(WRITING);
            if (fault != null) throw new Mistake(fault);
        }
    }
}
