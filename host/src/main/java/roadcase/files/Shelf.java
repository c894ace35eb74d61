package roadcase.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Contents kept by written names in one folder, each as an {@link AtomicFile} of its own. When there are more than it
 * holds, those go that were written longest ago.
 *
 * <p>Any thread, one at a time; it may take as long as the disk does. Nothing is thrown for what the disk or a file's
 * content does; it comes back as sentences.
 */
public final class Shelf {
    private static final String ENDING = ".state";
    private static final byte[] HEAD = "roadcase state 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 8;

    private final Path folder;
    private final int most;

    /**
     * @param folder made with the first content
     * @param most how many it holds
     */
    public Shelf(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /**
     * What is kept by this name.
     *
     * @return its bytes are null where there is nothing
     */
    public synchronized AtomicFile.Read read(String name) {
        AtomicFile.Read read = file(name).read();
        if (read.bytes() == null) return read;
        byte[] head = head(name, new byte[0]);
        int begin = head.length;
        // Another name with the same digits.
        boolean another = !Arrays.equals(read.bytes(), 0, begin - DIGITS - 1, head, 0, begin - DIGITS - 1);
        return another ? new AtomicFile.Read(null, List.of())
                : new AtomicFile.Read(Arrays.copyOfRange(read.bytes(), begin, read.bytes().length), read.warnings());
    }

    /** Keeps this by this name. @return null, or the sentence why not */
    public synchronized String write(String name, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head(name, content));
        all.writeBytes(content);
        String problem = file(name).write(all.toByteArray());
        return problem != null ? problem : makeRoom();
    }

    private AtomicFile file(String name) {
        String digits = ContentHash.of(name).substring(0, DIGITS);
        String readable = Folders.safe(name.replace('/', '-'));
        return new AtomicFile(folder.resolve(readable + "-" + digits + ENDING), Shelf::unusable);
    }

    /** A line that says what it is, one with the name, one with the sum of the content. */
    private static byte[] head(String name, byte[] content) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(HEAD);
        head.writeBytes((name.replace('\n', ' ') + "\n" + sum(content, 0) + "\n").getBytes(StandardCharsets.UTF_8));
        return head.toByteArray();
    }

    private static String sum(byte[] bytes, int from) {
        CRC32 sum = new CRC32();
        sum.update(bytes, from, bytes.length - from);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String unusable(byte[] bytes) {
        if (bytes.length < HEAD.length || !Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length))
            return "it is none that this version wrote";
        int at = HEAD.length;
        while (at < bytes.length && bytes[at] != '\n') at++;
        int content = at + 1 + DIGITS + 1;
        if (content > bytes.length) return "it is cut off";
        String said = new String(bytes, at + 1, DIGITS, StandardCharsets.US_ASCII);
        return said.equals(sum(bytes, content)) ? null : "it was changed or cut off";
    }

    private String makeRoom() {
        Map<Path, FileTime> written = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path one : all) written.put(one, Files.getLastModifiedTime(one));
            List<Path> byAge = new ArrayList<>(written.keySet());
            byAge.sort(Comparator.comparing(written::get));
            for (Path one : byAge.subList(0, Math.max(0, byAge.size() - most))) {
                Files.deleteIfExists(one);
                Files.deleteIfExists(one.resolveSibling(one.getFileName() + ".last"));
            }
            return null;
        } catch (IOException e) {
            return "What is kept in " + folder + " longest could not make room: " + Reason.of(e) + ".";
        }
    }
}
