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
        return new Face(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.console() != null,
                System.getenv(),
                Folders.ofThisMachine(),
                new InstalledGigs(),
                Path.of("").toAbsolutePath());
    }

    /** A path as the user means it. */
    public Path path(String given) {
        try {
            return here.resolve(given);
        } catch (InvalidPathException e) {
            throw new Mistake("'" + given + "' cannot be the name of a file: " + e.getReason());
        }
    }
}
