package roadcase.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads the text of a script, forgiving what editors do and saying what cannot be forgiven.
 *
 * <p>UTF-8, strictly. A byte-order mark is dropped, Windows and old Mac line ends become {@code \n}; line numbers stay
 * those of the editor. Any thread; never throws.
 */
public final class TextFile {
    /** Bytes. */
    public static final int LIMIT = 4 << 20;

    private TextFile() {}

    /**
     * A text, or the reason why there is none.
     *
     * @param text null where there is a fault
     * @param hash of the bytes as they lay on the disk, {@code ""} where there is no file, null where they could not be
     *     read: what {@link FileWatch#watch} wants to know
     * @param fault a sentence, or null
     * @param line of the fault, from 1; 0 where it concerns the whole file
     * @param column of the fault in characters, from 1; 0 where it concerns the whole file
     */
    public record Text(Path file, String text, String hash, String fault, int line, int column) {
        public boolean ok() {
            return fault == null;
        }
    }

    public static Text read(Path file) {
        if (Files.isDirectory(file)) return fault(file, null, file + " is a folder. Name the script inside it.");
        if (!Files.exists(file)) {
            if (Files.isSymbolicLink(file))
                return fault(file, "", file + " is a link to a file that is not there. Mend the link.");
            return fault(file, "", file + " is not there. Is the name right, and the folder?");
        }
        // A pipe or a device may never end.
        if (!Files.isRegularFile(file))
            return fault(file, null, file + " is not a plain file. Save the script as one.");
        byte[] bytes;
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            return fault(file, null, file + " cannot be read: " + Reason.of(e) + ".");
        }
        if (bytes.length > LIMIT)
            return fault(file, null, file + " is larger than " + (LIMIT >> 20) + " MB. Is it a script?");
        return decode(file, bytes);
    }

    private static Text decode(Path file, byte[] bytes) {
        String hash = ContentHash.of(bytes);
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE))
            return new Text(file, null, hash, file + " is written in UTF-16. Save it as UTF-8 in your editor.", 1, 1);
        int mark = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = strict.decode(in, out, true);
        String text = out.flip().toString().replace("\r\n", "\n").replace('\r', '\n');
        if (result.isError()) {
            // At a bad byte the text so far ends just before it.
            return at(file, hash, text, text.length(), "holds a byte (" + shown(bytes[in.position()])
                    + ") that is not UTF-8. Save the file as UTF-8 in your editor.");
        }
        int zero = text.indexOf('\0');
        if (zero >= 0) return at(file, hash, text, zero, "holds a zero byte, so this is not a text. Is it a script?");
        return new Text(file, text, hash, null, 0, 0);
    }

    private static Text at(Path file, String hash, String text, int index, String what) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        int column = index - start + 1;
        return new Text(file, null, hash, file + ", line " + line + ", column " + column + ", " + what, line, column);
    }

    /** {@code E4, an 'ä' in Windows-1252}: the usual culprit, and the letter to look for. */
    private static String shown(byte bad) {
        String hex = String.format("%02X", bad);
        String letter = new String(new byte[] {bad}, Charset.forName("windows-1252"));
        return Character.isLetter(letter.charAt(0)) ? hex + ", '" + letter + "' in Windows-1252" : hex;
    }

    private static boolean starts(byte[] bytes, int... head) {
        if (bytes.length < head.length) return false;
        for (int i = 0; i < head.length; i++) if ((bytes[i] & 0xFF) != head[i]) return false;
        return true;
    }

    private static Text fault(Path file, String hash, String sentence) {
        return new Text(file, null, hash, sentence, 0, 0);
    }
}
