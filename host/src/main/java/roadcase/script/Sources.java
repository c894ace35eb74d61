package roadcase.script;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What a reading looked at, and what is therefore to be watched.
 *
 * @param files scripts, there or not
 * @param folders in which every {@code .groovy} file counts: lib
 * @param hashes of the files as they were read
 */
public record Sources(Set<Path> files, Set<Path> folders, Map<Path, String> hashes) {
    public Sources {
        files = Set.copyOf(files);
        folders = Set.copyOf(folders);
        hashes = Map.copyOf(hashes);
    }
}
