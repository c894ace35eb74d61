package roadcase.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import roadcase.files.Folders;

/**
 * What a command hears, prints to and stands in: the process's own, or a Spec's.
 *
 * @param terminal whether a person sits in front of it
 * @param environment the process's variables
 * @param folders where state is kept and faults are written down
 * @param gigs reads scripts
 * @param here what paths on the command line are relative to
 */
public record Face(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Folders folders,
        Gigs gigs,
        Path here) {

    /** This process's own. Text is UTF-8 whatever the locale says: port names are. */
    public static Face ofProcess() {
        Folders folders = Folders.ofThisMachine();
        return new Face(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.console() != null,
                System.getenv(),
                folders,
                new InstalledGigs(folders),
                Path.of("").toAbsolutePath());
    }

    /** A path as the user means it, and as short as the user wrote it where that is possible. */
    public Path path(String given) {
        try {
            Path path = Path.of(given);
            return path.toAbsolutePath().equals(here.resolve(path)) ? path : here.resolve(path);
        } catch (InvalidPathException e) {
            throw new Mistake("'" + given + "' cannot be the name of a file: " + e.getReason());
        }
    }
}
