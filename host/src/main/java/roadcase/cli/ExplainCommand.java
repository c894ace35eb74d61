package roadcase.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.cli.explain.Explanation;
import roadcase.files.TextFile;
import roadcase.script.Importer;

/** Says in sentences what a gig does. */
@Command(
        name = "explain",
        header = "Says in sentences what a gig does.",
        description = "Says in sentences what a gig, or a file of a MIDI Router, does, leaving out what has no effect.",
        footer = {"", "Example: roadcase explain friday.groovy",
                  "         roadcase explain --router midiRouterClient.json"})
final class ExplainCommand implements Callable<Integer> {
    private static final String ROUTER = "midi-router";

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--lists", description = "tells what is in the lists of labels, too")
    private boolean lists;

    private static final class What {
        @Parameters(paramLabel = "GIG.groovy", description = "the gig")
        private String gig;

        @Option(names = "--router", paramLabel = "FILE.json", description = "a MIDI Router Client's configuration instead")
        private String router;
    }

    private final Face face;

    ExplainCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        if (what.router != null) return router(face.path(what.router));
        Path path = face.path(what.gig);
        GigRead read = face.gigs().read(path, path);
        read.errors().forEach(e -> face.err().println(e.withMark()));
        if (!read.plays()) return Main.MISTAKE;
        Explanation.of(read.declared().rig()).forEach(face.out()::println);
        return Main.FINE;
    }

    private int router(Path path) {
        TextFile.Text text = TextFile.read(path);
        if (!text.ok()) throw new Mistake(text.fault());
        Importer importer = Languages.installed().importers().stream().filter(i -> i.name().equals(ROUTER)).findFirst()
                .orElseThrow(() -> new Mistake("The language of this Roadcase cannot read files of a MIDI Router"));
        importer.explain(path.getFileName().toString(), text.text(), lists).forEach(face.out()::println);
        return Main.FINE;
    }
}
