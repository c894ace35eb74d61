package roadcase.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import roadcase.cli.explain.Explanation;

/** Says in sentences what a gig does. */
@Command(
        name = "explain",
        header = "Says in sentences what a gig does.",
        description = "Says in sentences what a gig does, leaving out what has no effect.",
        footer = {"", "Example: roadcase explain friday.groovy"})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GIG.groovy", description = "the gig")
    private String gig;

    private final Face face;

    ExplainCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() {
        Path path = face.path(gig);
        GigRead read = face.gigs().read(path, path);
        read.errors().forEach(e -> face.err().println(e.withMark()));
        if (!read.plays()) return Main.MISTAKE;
        Explanation.of(read.declared().rig()).forEach(face.out()::println);
        return Main.FINE;
    }
}
