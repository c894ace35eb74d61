package roadcase.files;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A small file that is always whole: what was there before, or what was written last, whenever the process is killed or
 * the power goes.
 *
 * <p>Beside {@code memory.json} stand {@code memory.json.last}, the last good copy, and what did not validate as {@code
 * memory.json.bad-1} and so on, at most five. A link is followed: its target is replaced (the copies stand beside the
 * target), the link stays.
 *
 * <p>Any thread, one at a time; it may take as long as the disk does, so never the Conductor's. Nothing is thrown for
 * what the disk or the file's content does; it comes back as sentences.
 */
public final class AtomicFile {
    /** Bytes; a larger file is neither written nor taken for good. */
    public static final int LIMIT = 64 << 20;

    private final Path file;
    private final Function<byte[], String> validator;
    /** The file as it was when its content was last known to be good. */
    private Stamp proven;

    /**
     * @param bytes the newest good content, or null where there is none
     * @param warnings sentences: what was spoilt, where it was put, what is used instead
     */
    public record Read(byte[] bytes, List<String> warnings) {}

    /** A file's content, or why it is not good; both null where there is no file. */
    private record Judged(byte[] bytes, String fault, Stamp stamp) {}

    private record Stamp(long size, long millis, Object key) {
        static Stamp of(Path path) throws IOException {
            BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(seen.size(), seen.lastModifiedTime().toMillis(), seen.fileKey());
        }
    }

    /** @param validator says what is wrong with a content (half a sentence without a full stop); null: it is good */
    public AtomicFile(Path file, Function<byte[], String> validator) {
        this.file = file.toAbsolutePath();
        this.validator = validator;
    }

    public Path path() {
        return file;
    }

    /** Reads the file, else its last good copy; puts aside what is spoilt. */
    public synchronized Read read() {
        List<String> warnings = new ArrayList<>();
        byte[] bytes = null;
        try {
            Path target = target();
            Leftovers.sweep(target);
            if (Files.isDirectory(target)) {
                warnings.add(file + " is a folder. Move it away, so that the file can be written.");
                return new Read(null, List.copyOf(warnings));
            }
            Judged main = judge(target);
            bytes = main.bytes;
            proven = main.stamp;
            if (main.fault != null) warnings.add(Aside.put(target, main.fault));
            if (bytes == null) bytes = readLast(target, main, warnings);
        } catch (IOException e) {
            warnings.add(file + " cannot be read: " + Reason.of(e) + ".");
        }
        return new Read(bytes, List.copyOf(warnings));
    }

    private byte[] readLast(Path target, Judged main, List<String> warnings) {
        Path copy = last(target);
        Judged last = judge(copy);
        if (last.fault != null) warnings.add(Aside.put(copy, last.fault));
        if (last.bytes != null)
            warnings.add(main.fault != null ? "Its last good copy, " + copy.getFileName() + ", is used."
                    : target + " is missing: its last good copy, " + copy.getFileName() + ", is used. To begin afresh, "
                            + "delete both.");
        return last.bytes;
    }

    /**
     * Replaces the content as a whole; when this returns null it is on the disk.
     *
     * @return null, or the sentence why not; then the old content is untouched
     */
    public synchronized String write(byte[] bytes) {
        if (bytes.length > LIMIT)
            return unsaved("it would be larger than " + (LIMIT >> 20) + " MB; let some of it go");
        Path fresh = null;
        try {
            Path target = target();
            Path folder = target.getParent();
            if (Files.isDirectory(target)) return unsaved("a folder has its name; move the folder away");
            if (Files.exists(target) && !Files.isRegularFile(target))
                return unsaved("it is not a plain file; choose another place");
            if (!Files.isDirectory(folder)) Files.createDirectories(folder);
            fresh = Leftovers.name(target);
            save(fresh, bytes);
            String stuck = keepLast(target);
            if (stuck != null) return unsaved(stuck);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            proven = Stamp.of(target);
            saveFolder(folder);
            return null;
        } catch (IOException e) {
            return unsaved(Reason.of(e));
        } finally {
            Leftovers.remove(fresh);
        }
    }

    private String unsaved(String reason) {
        return file + " could not be written: " + reason + ". What was there before is untouched.";
    }

    /** Makes what is there now the last good copy; what is not good is put aside. Null, or why it cannot be. */
    private String keepLast(Path target) throws IOException {
        if (!Files.exists(target)) return null;
        if (!Stamp.of(target).equals(proven)) {
            // Somebody else wrote it since. A good copy must not be replaced by a bad one, nor a bad one be lost.
            Judged stranger = judge(target);
            if (stranger.fault != null) {
                Aside.put(target, stranger.fault);
                return Files.exists(target) ? "what is there is spoilt (" + stranger.fault + ") and cannot be put aside"
                        : null;
            }
        }
        Path copy = Leftovers.name(target);
        try {
            link(target, copy);
            Files.move(copy, last(target), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // To rename one of two names of the same file to the other does nothing, says POSIX: then both stay.
            Leftovers.remove(copy);
        }
        return null;
    }

    private void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            save(to, Files.readAllBytes(from));
        }
    }

    private Judged judge(Path path) {
        if (!Files.exists(path)) return new Judged(null, null, null);
        if (!Files.isRegularFile(path)) return new Judged(null, "it is not a plain file", null);
        // By a stream and not by a channel: an interrupt closes a channel in the middle.
        try (InputStream in = new FileInputStream(path.toFile())) {
            Stamp stamp = Stamp.of(path);
            byte[] bytes = in.readNBytes(LIMIT + 1);
            String fault = bytes.length > LIMIT ? "it is larger than " + (LIMIT >> 20) + " MB" : validator.apply(bytes);
            return fault == null ? new Judged(bytes, null, stamp) : new Judged(null, fault, null);
        } catch (IOException e) {
            return new Judged(null, "it cannot be read: " + Reason.of(e), null);
        } catch (RuntimeException e) {
            return new Judged(null, "it cannot be understood: " + e, null);
        }
    }

    private static void save(Path path, byte[] bytes) throws IOException {
        try (FileOutputStream out = new FileOutputStream(path.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        }
    }

    /** So that the new name, too, survives a power cut. */
    private static void saveFolder(Path folder) {
        try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException notPossibleHere) {
            // Windows opens no folders. The rename is then written when the system likes; until then the old content
            // is what a power cut leaves, and that is whole as well.
            return;
        }
    }

    private static Path last(Path target) {
        return target.resolveSibling(target.getFileName() + ".last");
    }

    private Path target() throws IOException {
        Path at = file;
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == 40) throw new FileSystemException(file.toString(), null, "Too many levels of symbolic links");
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }
}
