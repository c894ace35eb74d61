package roadcase.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import roadcase.files.ContentHash;

/**
 * Compiled scripts on the disk, by the hash of all that they depend on, so that a start need not wait for the compiler.
 *
 * <p>An entry that cannot be read is as good as none and is written anew; a disk that is full or write-protected costs
 * only time. The entries used longest ago go first. Threads: any; also several processes on one folder.
 */
public final class ScriptCache {
    private static final int MAGIC = 0x52434731;
    private static final int MOST_CLASSES = 10_000;
    private static final String ENDING = ".classes";

    private final Path folder;
    private final int mostEntries;
    private final long mostBytes;

    public ScriptCache(Path folder) {
        this(folder, 256, 64L << 20);
    }

    /** @param folder made when needed */
    public ScriptCache(Path folder, int mostEntries, long mostBytes) {
        this.folder = folder;
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /** The entry of this key, or null. */
    Compiled get(String key) {
        Path file = folder.resolve(key + ENDING);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > mostBytes) return null;
            Compiled found = decode(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return found;
        } catch (IOException unreadable) {
            return null;
        }
    }

    void put(String key, Compiled compiled) {
        byte[] bytes = encode(compiled);
        if (bytes.length > mostBytes) return;
        Path fresh = null;
        try {
            Files.createDirectories(folder);
            fresh = Files.createTempFile(folder, "new", ".part");
            Files.write(fresh, bytes);
            Files.move(fresh, folder.resolve(key + ENDING), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            fresh = null;
            bound();
        } catch (IOException noCacheThen) {
            remove(fresh);
        }
    }

    void drop(String key) {
        remove(folder.resolve(key + ENDING));
    }

    private void bound() throws IOException {
        record Entry(Path file, long bytes, long millis) {}
        List<Entry> entries;
        try (Stream<Path> files = Files.list(folder)) {
            entries = files.filter(Files::isRegularFile).map(f -> {
                try {
                    return new Entry(f, Files.size(f), Files.getLastModifiedTime(f).toMillis());
                } catch (IOException goneMeanwhile) {
                    return new Entry(f, 0, 0);
                }
            }).sorted(Comparator.comparingLong(Entry::millis).reversed()).toList();
        }
        long bytes = 0;
        for (int i = 0; i < entries.size(); i++) {
            bytes += entries.get(i).bytes();
            if (i >= mostEntries || bytes > mostBytes) remove(entries.get(i).file());
        }
    }

    private static void remove(Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException staysThen) {
            return;
        }
    }

    static byte[] encode(Compiled compiled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeUTF(compiled.main());
            out.writeInt(compiled.classes().size());
            for (Map.Entry<String, byte[]> e : compiled.classes().entrySet()) {
                out.writeUTF(e.getKey());
                out.writeInt(e.getValue().length);
                out.write(e.getValue());
            }
            out.writeUTF(ContentHash.of(bytes.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError("memory is always writable", e);
        }
        return bytes.toByteArray();
    }

    static Compiled decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readInt() != MAGIC) throw new IOException("not a cache entry");
        String main = in.readUTF();
        int count = in.readInt();
        if (count < 0 || count > MOST_CLASSES) throw new IOException("spoilt");
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            int length = in.readInt();
            if (length < 0 || length > in.available()) throw new IOException("spoilt");
            classes.put(name, in.readNBytes(length));
        }
        int end = bytes.length - in.available();
        if (!in.readUTF().equals(ContentHash.of(Arrays.copyOf(bytes, end)))) throw new IOException("spoilt");
        return new Compiled(main, classes);
    }
}
