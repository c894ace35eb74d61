package roadcase.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import roadcase.files.TextFile;

/** The files around a gig, and what was read of them. Any thread: a reading that is left behind may still read. */
final class GigFiles {
    static final String ROOM = "room.groovy";
    private static final int MOST_LIB_FILES = 1_000;

    private final Path folder;
    private final boolean some;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final Map<Path, String> hashes = new LinkedHashMap<>();

    /** A file that cannot be read as text. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ScriptError error;

        Unreadable(ScriptError error) {
            super(error.oneLine());
            this.error = error;
        }

        ScriptError error() {
            return error;
        }
    }

    GigFiles(Path gig) {
        some = true;
        Path at = gig.toAbsolutePath().normalize();
        folder = at.getParent() == null ? at : at.getParent();
    }

    private GigFiles() {
        some = false;
        folder = Path.of("").toAbsolutePath();
    }

    /** Of no gig: nothing is read, nothing is watched. */
    static GigFiles none() {
        return new GigFiles();
    }

    Path folder() {
        return folder;
    }

    Path room() {
        return folder.resolve(ROOM);
    }

    Path lib() {
        return folder.resolve("lib");
    }

    /** A path as an include names it, or null where that can be no path. */
    Path included(String name) {
        try {
            return folder.resolve(name.endsWith(".groovy") ? name : name + ".groovy").normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Relative to the gig where that is possible. */
    String shown(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Names that an include could have meant. */
    List<String> beside() {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(f -> f.toString().endsWith(".groovy")).filter(f -> !f.startsWith(lib()))
                    .map(f -> shown(f).replaceFirst("\\.groovy$", "")).filter(n -> !n.equals("room")).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** Looks at a file: whether there or not, it is watched from now on. */
    synchronized String read(Path file, String shown) throws Unreadable {
        Path at = file.toAbsolutePath().normalize();
        files.add(at);
        TextFile.Text text = TextFile.read(at);
        if (text.hash() != null) hashes.put(at, text.hash());
        if (!text.ok())
            throw new Unreadable(new ScriptError(shown, text.line(), text.column(),
                    text.fault().replace(at.toString(), "this file"), ""));
        texts.put(shown, text.text());
        return text.text();
    }

    /** Watches for a file that need not be there. */
    synchronized void expect(Path file) {
        files.add(file);
    }

    synchronized LibSources readLib() throws Unreadable {
        Map<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(lib())) return LibSources.NONE;
        List<Path> all;
        try (Stream<Path> walk = Files.walk(lib())) {
            all = walk.filter(f -> f.toString().endsWith(".groovy") && !f.getFileName().toString().startsWith("."))
                    .filter(Files::isRegularFile).limit(MOST_LIB_FILES + 1L).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable(new ScriptError("lib", 0, 0, "this folder cannot be read", ""));
        }
        if (all.size() > MOST_LIB_FILES)
            throw new Unreadable(new ScriptError("lib", 0, 0, "there are more than " + MOST_LIB_FILES + " classes here",
                    ""));
        for (Path file : all) found.put(shown(file), read(file, shown(file)));
        return new LibSources(found);
    }

    /** The text of a file that was read, or null. */
    synchronized String text(String shown) {
        return texts.get(shown);
    }

    synchronized Sources sources() {
        return new Sources(files, some ? Set.of(lib()) : Set.of(), hashes);
    }
}
