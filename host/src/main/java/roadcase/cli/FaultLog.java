package roadcase.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Faults of ours, written down for whoever mends them. Never larger than two files of one megabyte. */
final class FaultLog {
    private static final long LIMIT = 1 << 20;

    private FaultLog() {}

    /** Where it was written; empty where the disk refuses. */
    static Optional<Path> write(Path stateFolder, Throwable fault) {
        Path file = stateFolder.resolve("faults.txt");
        StringWriter text = new StringWriter();
        text.append(Instant.now().toString()).append(' ').append(Versions.own()).append('\n');
        fault.printStackTrace(new PrintWriter(text));
        try {
            Files.createDirectories(stateFolder);
            if (Files.exists(file) && Files.size(file) > LIMIT)
                Files.move(file, file.resolveSibling("faults.old.txt"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.of(file);
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
