package roadcase.rig;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roadcase.files.AtomicFile;
import roadcase.files.ContentHash;
import roadcase.files.Shelf;

/**
 * What plugins knew the last time, by written names: the part of a gig's memory that only plugins understand. One thread.
 */
public final class MemoryStates {
    private final Shelf shelf;
    private final boolean fresh;
    /** What is on disk by our own doing. */
    private final Map<String, String> hashes = new HashMap<>();

    /** @param bytes null where there is nothing; {@code warnings} sentences */
    record Found(byte[] bytes, List<String> warnings) {}

    /**
     * @param shelf null to keep nothing
     * @param fresh begin as if nothing were kept
     */
    public MemoryStates(Shelf shelf, boolean fresh) {
        this.shelf = shelf;
        this.fresh = fresh;
    }

    /** Whether anything is kept at all. */
    boolean isKept() {
        return shelf != null;
    }

    Found find(String name) {
        if (shelf == null || fresh && !hashes.containsKey(name)) return new Found(null, List.of());
        AtomicFile.Read read = shelf.read(name);
        return new Found(read.bytes(), read.warnings());
    }

    /** Writes what is not on disk yet. @return null, or the sentence why not */
    String keep(String name, byte[] state) {
        String hash = ContentHash.of(state);
        if (shelf == null || hash.equals(hashes.get(name))) return null;
        String problem = shelf.write(name, state);
        if (problem == null) hashes.put(name, hash);
        return problem;
    }
}
