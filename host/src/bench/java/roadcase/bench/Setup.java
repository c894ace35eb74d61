package roadcase.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a bench is given: how long it may be, a place to write to, somebody to tell. */
record Setup(boolean quick, Path work, PrintStream progress) {
    /** Where the clone of Roadcase is. */
    static Path house() {
        return Path.of(System.getProperty("roadcase.house"));
    }

    int rounds(int usual, int fewer) {
        return quick ? fewer : usual;
    }

    Path folder(String name) throws IOException {
        return Files.createTempDirectory(work, name);
    }

    void tell(String line) {
        progress.println("  " + line);
    }
}
