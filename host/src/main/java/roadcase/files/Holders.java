package roadcase.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which programs hold a file of devices open, as far as a Linux kernel tells us: of programs of the same user, and of
 * all to root. Elsewhere nobody is found. Any thread; takes milliseconds, once for each process of the machine.
 *
 * <p>Source: proc(5), {@code /proc/PID/fd} and {@code /proc/PID/comm}.
 */
public final class Holders {
    private final Path proc;

    public Holders() {
        this(Path.of("/proc"));
    }

    /** @param proc where processes are listed */
    Holders(Path proc) {
        this.proc = proc;
    }

    /** Names of other programs with their numbers, such as {@code a2jmidid (1234)}. */
    public List<String> of(Path device) {
        Set<String> found = new TreeSet<>();
        String own = Long.toString(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                String number = process.getFileName().toString();
                if (!number.equals(own) && holds(process, device)) found.add(name(process) + " (" + number + ")");
            }
        } catch (IOException | DirectoryIteratorException notLinux) {
            return List.of();
        }
        return List.copyOf(found);
    }

    /** False for a process that ended meanwhile or is none of our business. */
    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : open) if (leadsTo(file, device)) return true;
            return false;
        } catch (IOException | DirectoryIteratorException | UncheckedIOException notOurs) {
            return false;
        }
    }

    private static boolean leadsTo(Path file, Path device) {
        try {
            return Files.readSymbolicLink(file).equals(device);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException ended) {
            return "a program";
        }
    }
}
