package roadcase.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import roadcase.rig.Spelling;

/** Writes a commented start for a gig. Never touches a file that exists. */
@Command(
        name = "new",
        header = "Writes a commented start for a gig.",
        description = "Writes a commented start for a gig of your own.",
        footer = {"", "Example: roadcase new friday.groovy --for masterator"})
final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME.groovy", description = "the file to write; one that exists is left alone")
    private String name;

    @Option(names = "--for", paramLabel = "WHAT", description = "what kind of gig (without it: the first there is)")
    private String kind;

    private final Face face;

    NewCommand(Face face) {
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> scaffolds = Languages.installed().scaffolds();
        if (scaffolds.isEmpty()) throw new IllegalStateException("the language brings no starts for gigs");
        String chosen = kind == null ? scaffolds.keySet().iterator().next() : kind;
        String text = scaffolds.get(chosen);
        if (text == null) {
            String near = Spelling.didYouMean(chosen, scaffolds.keySet());
            throw new Mistake("There is no start for '" + chosen + "'" + (near.isEmpty() ? "." : near)
                    + " There are: " + String.join(", ", scaffolds.keySet()));
        }
        Path file = face.path(name.endsWith(".groovy") ? name : name + ".groovy");
        write(file, text);
        Path shown = file.startsWith(face.here()) ? face.here().relativize(file) : file;
        face.out().println("Wrote " + shown + ". Play it: roadcase play " + shown);
        return Main.FINE;
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Mistake(file + " exists already and is left as it is: choose another name");
        } catch (NoSuchFileException e) {
            throw new Mistake("There is no folder " + file.getParent() + ": make it first");
        } catch (AccessDeniedException e) {
            throw new Mistake(file.getParent() + " cannot be written to: choose another folder");
        }
    }
}
