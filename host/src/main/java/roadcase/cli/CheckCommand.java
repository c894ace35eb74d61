package roadcase.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.script.ScriptError;

/** Compiles and checks gigs without playing them. */
@Command(
        name = "check",
        header = "Compiles and checks gigs without playing them.",
        description = "Compiles and checks gigs without playing them: silent where all is well, else one error per"
                + " file as file:line:column: sentence. Warnings go to standard error.",
        footer = {"", "Example: roadcase check friday.groovy"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GIG.groovy", arity = "1..*", description = "every one of these files is checked")
    private List<String> files;

    @Option(names = "--json", description = "errors and warnings as one JSON list, for editors")
    private boolean json;

    private final Face face;

    /** What an editor reads. */
    private record Mark(String severity, String file, int line, int column, String sentence) {
        ScriptError error() {
            return new ScriptError(file, line, column, sentence, "");
        }
    }

    CheckCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Gigs gigs = face.gigs();
        List<Mark> marks = new ArrayList<>();
        for (String file : new LinkedHashSet<>(files)) {
            Path path = face.path(file);
            GigRead read = gigs.read(path, path);
            read.errors().forEach(e -> marks.add(mark("error", e)));
            read.warnings().forEach(w -> marks.add(mark("warning", w)));
        }
        if (json) face.out().println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(marks));
        else for (Mark mark : marks) say(mark);
        return marks.stream().anyMatch(m -> m.severity.equals("error")) ? Main.MISTAKE : Main.FINE;
    }

    private static Mark mark(String severity, ScriptError e) {
        return new Mark(severity, e.file(), e.line(), e.column(), e.sentence());
    }

    private void say(Mark m) {
        if (m.severity.equals("error")) face.out().println(m.error().oneLine());
        else face.err().println("warning: " + m.error().oneLine());
    }
}
