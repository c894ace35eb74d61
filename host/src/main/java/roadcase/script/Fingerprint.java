package roadcase.script;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import roadcase.files.ContentHash;

/** Tells one build of the compiler or the language from another: by size and time of its jar, or of its class files. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Class<?> anyOfIt) {
        CodeSource source = anyOfIt.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) return anyOfIt.getName();
        try {
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(place)) return stamp(place);
            try (Stream<Path> files = Files.walk(place)) {
                List<String> stamps = files.filter(f -> f.toString().endsWith(".class")).map(Fingerprint::stamp)
                        .sorted().toList();
                return ContentHash.of(String.join("\n", stamps));
            }
        } catch (IOException | URISyntaxException e) {
            // Never equal to another: then nothing is taken from the cache, and that is safe.
            return "unknown " + System.nanoTime();
        }
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return file + " " + System.nanoTime();
        }
    }
}
