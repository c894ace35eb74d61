package roadcase.cli;

import java.util.ServiceLoader;
import roadcase.script.Dialect;

/** The language that is installed beside the kernel. */
final class Languages {
    private Languages() {}

    /** @throws IllegalStateException where none is installed */
    static Dialect installed() {
        return ServiceLoader.load(Dialect.class).findFirst().orElseThrow(() -> new IllegalStateException(
                "no language is installed: roadcase-stdlib is missing from the class path"));
    }
}
