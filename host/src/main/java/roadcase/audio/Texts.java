package roadcase.audio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts that each end with NUL, in records of equally many with an empty text behind each. */
final class Texts {
    private final byte[] bytes;
    private final int length;
    private int at;

    private Texts(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = Math.min(length, bytes.length);
    }

    static List<List<String>> records(byte[] bytes, int length, int fields) {
        Texts texts = new Texts(bytes, length);
        List<List<String>> all = new ArrayList<>();
        for (String first = texts.next(); !first.isEmpty(); first = texts.next()) {
            List<String> record = new ArrayList<>(List.of(first));
            while (record.size() < fields) record.add(texts.next());
            all.add(record);
            texts.next(); // the empty one
        }
        return all;
    }

    /** The text that begins at {@code from}. */
    static String text(byte[] bytes, int from) {
        Texts texts = new Texts(bytes, bytes.length);
        texts.at = from;
        return texts.next();
    }

    private String next() {
        int from = at;
        while (at < length && bytes[at] != 0) at++;
        String text = from < length ? new String(bytes, from, at - from, StandardCharsets.UTF_8) : "";
        at++;
        return text;
    }
}
