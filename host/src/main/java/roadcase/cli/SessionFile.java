package roadcase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import roadcase.files.AtomicFile;
import roadcase.files.TextFile;
import roadcase.rig.Session;
import roadcase.rig.SessionText;

/** Where a show keeps its session, and what was read there. One thread. */
final class SessionFile {
    /** The session of whoever starts without a gig. */
    static final String USUAL = "session";

    private final AtomicFile file;
    private final boolean wins;
    private Session read = Session.NOTHING;

    /**
     * @param wins whether what it says of levels counts for more than what the gig remembers: it is shared, or was asked
     *     for
     */
    SessionFile(Path path, boolean wins) {
        this.file = new AtomicFile(path, SessionText::unusable);
        this.wins = wins;
    }

    AtomicFile file() {
        return file;
    }

    /** The folder for what plugins know, beside the file. */
    Path plugins() {
        if (!wins) return file.path().resolveSibling("plugins");
        return file.path().resolveSibling(file.path().getFileName().toString().replaceFirst("\\.json$", "")
                + ".plugins");
    }

    boolean wins() {
        return wins;
    }

    /** What was read; nothing where nothing was. */
    Session session() {
        return read;
    }

    /** Reads what is there; says what is wrong with it. */
    void load(Consumer<String> say) {
        AtomicFile.Read bytes = file.read();
        bytes.warnings().forEach(say);
        if (bytes.bytes() == null) return;
        SessionText.Read text = SessionText.read(bytes.bytes());
        text.warnings().forEach(w -> say.accept(file.path().getFileName() + ": " + w));
        read = text.session();
    }

    /**
     * A file that a player names: it must be a session, or not be there yet.
     *
     * @throws Mistake where it is something else, which is not to be overwritten
     */
    static void mustBeOne(Path path) {
        if (!Files.exists(path)) return;
        try {
            String why = SessionText.unusable(Files.readAllBytes(path));
            if (why != null) throw new Mistake(path + " cannot be the session: " + why);
        } catch (IOException e) {
            throw new Mistake(path + " cannot be read as a session: is it a file, and yours?");
        }
    }

    /** Reads a session somewhere else. @throws Mistake with a sentence where that is none */
    static SessionText.Read of(Path path) {
        TextFile.Text text = TextFile.read(path);
        if (!text.ok()) throw new Mistake(text.fault().contains(path.toString()) ? text.fault() : path + ": "
                + text.fault());
        try {
            return SessionText.read(text.text().getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException none) {
            throw new Mistake(path + " cannot be restored: " + none.getMessage());
        }
    }

    /** A path as players type it: from here, {@code ~} for home. */
    static Path typed(String given, Path here) {
        try {
            String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home", ""));
            return here.resolve(given.equals("~") || given.startsWith("~/") ? home + given.substring(1) : given)
                    .normalize();
        } catch (InvalidPathException e) {
            throw new Mistake("'" + given + "' cannot be the name of a file: " + e.getReason());
        }
    }
}
