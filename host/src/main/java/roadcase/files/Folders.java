package roadcase.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;

/**
 * Where Roadcase keeps its things on this machine.
 *
 * <p>Linux: the XDG Base Directory specification ({@code $XDG_STATE_HOME/roadcase}, else {@code
 * ~/.local/state/roadcase}, and so on; a relative path in such a variable is ignored, as the specification asks).
 * macOS: {@code ~/Library/Application Support/Roadcase}, Windows: {@code %LOCALAPPDATA%\Roadcase}, each with {@code
 * state}, {@code data}, {@code cache} and {@code config} inside. An XDG variable that is set wins everywhere.
 *
 * <p>Any thread. Nothing is made but by {@link #state(Path)}.
 */
public final class Folders {
    private static final String MARKER = "gig.path";
    private static final int SAME_NAMES = 99;
    /** With four bytes to a letter this stays under the 255 bytes that file systems allow. */
    private static final int LONGEST = 56;

    private final Function<String, String> env;
    private final Path home;
    private final Path beside;

    /**
     * @param env a variable's value or null
     * @param os as in the system property {@code os.name}
     */
    public Folders(Function<String, String> env, String os, Path home) {
        this.env = env;
        this.home = home.toAbsolutePath();
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            beside = this.home.resolve("Library/Application Support/Roadcase");
        } else if (system.startsWith("windows")) {
            Path local = absolute("LOCALAPPDATA");
            beside = (local == null ? this.home.resolve("AppData/Local") : local).resolve("Roadcase");
        } else {
            beside = null;
        }
    }

    public static Folders ofThisMachine() {
        String home = System.getProperty("user.home", "?");
        // Java says "?" for a user without a home, as services often are.
        if (home.isBlank() || home.equals("?")) home = System.getProperty("java.io.tmpdir");
        return new Folders(System::getenv, System.getProperty("os.name", ""), Path.of(home));
    }

    /** What a gig remembers, the shell's history. */
    public Path state() {
        return folder("XDG_STATE_HOME", "state", ".local/state");
    }

    /** What a player would miss: desk backups, packs. */
    public Path data() {
        return folder("XDG_DATA_HOME", "data", ".local/share");
    }

    /** What can be made again: compiled scripts. */
    public Path cache() {
        return folder("XDG_CACHE_HOME", "cache", ".cache");
    }

    public Path config() {
        return folder("XDG_CONFIG_HOME", "config", ".config");
    }

    /**
     * The state folder of one gig: {@code GIG} below {@link #state()}, GIG being its file name without {@code .groovy},
     * made safe.
     *
     * <p>Two gigs of one name in different folders must not share a memory: a folder holds a small {@code gig.path}
     * with the absolute path of the gig it belongs to, and the second gig gets {@code GIG-2}. A folder whose gig is gone
     * goes to the next gig of that name, so moving a gig keeps its memory; a folder without {@code gig.path} belongs to
     * whoever comes first. The folder and its {@code gig.path} are made here. Where the disk refuses, the plain folder
     * is returned all the same: the first write there will say what is wrong.
     *
     * @param gig as given on the command line
     */
    public Path state(Path gig) {
        Path owner = gig.toAbsolutePath().normalize();
        String name = safe(owner.getFileName() == null ? "" : owner.getFileName().toString());
        Path free = null;
        for (int n = 1; n <= SAME_NAMES; n++) {
            Path folder = below(state(), n == 1 ? name : name + "-" + n);
            String marked = marked(folder);
            if (owner.toString().equals(marked)) return folder;
            if (free == null && (marked == null || !exists(marked))) free = folder;
            if (!Files.exists(folder)) break;
        }
        if (free == null) free = below(state(), name + "-" + ContentHash.of(owner.toString()).substring(0, 12));
        return claim(free, owner) ? free : state(gig);
    }

    /** False where another Roadcase was faster: then look again. */
    private static boolean claim(Path folder, Path owner) {
        Path marker = folder.resolve(MARKER);
        try {
            if (!Files.isDirectory(folder)) Files.createDirectories(folder);
            // An unfinished marker (killed while writing) or that of a vanished gig makes room.
            Files.deleteIfExists(marker);
            Files.writeString(marker, owner + "\n", StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException faster) {
            return !Files.isRegularFile(marker);
        } catch (IOException refused) {
            return true;
        }
    }

    /** The path in the folder's marker; null where there is none, or only half of one. */
    private static String marked(Path folder) {
        Path marker = folder.resolve(MARKER);
        if (!Files.isRegularFile(marker)) return null;
        try {
            String text = new String(Files.readAllBytes(marker), StandardCharsets.UTF_8);
            return text.endsWith("\n") && text.length() > 1 ? text.substring(0, text.length() - 1) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException notEvenAPath) {
            return false;
        }
    }

    /** The file of a session that gigs share by this name. */
    public Path session(String name) {
        return below(state().resolve("sessions"), safe(name) + ".json");
    }

    private Path folder(String variable, String mine, String usual) {
        Path named = absolute(variable);
        if (named != null) return named.resolve("roadcase");
        return beside != null ? beside.resolve(mine) : home.resolve(usual).resolve("roadcase");
    }

    private Path absolute(String variable) {
        String value = env.apply(variable);
        if (value == null || value.isBlank()) return null;
        try {
            Path path = Path.of(value);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException useless) {
            return null;
        }
    }

    /** A locale without UTF-8 cannot name every file; then the letters it lacks become underscores. */
    private static Path below(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            return folder.resolve(name.replaceAll("[^\\x20-\\x7e]", "_"));
        }
    }

    /** A folder name that every file system takes: no separators, no leading or trailing dot, no device of Windows. */
    static String safe(String fileName) {
        String name = fileName.endsWith(".groovy") ? fileName.substring(0, fileName.length() - 7) : fileName;
        name = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{N}\\p{M} ._-]", "_").strip();
        if (name.codePointCount(0, name.length()) > LONGEST)
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
        name = name.replaceAll("^\\.+|\\.+$", "_");
        if (name.isEmpty()) return "gig";
        return name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?") ? "_" + name : name;
    }
}
