package roadcase.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;

/** Keeps what is spoilt under another name, so that a person may still mend it: the newest five, numbered upwards. */
final class Aside {
    private static final int KEPT = 5;

    private Aside() {}

    /** Moves the file away and says so in a sentence; where that fails it stays and the sentence says that. */
    static String put(Path spoilt, String fault) {
        String what = spoilt + " is not used: " + fault + ".";
        try {
            TreeMap<Long, Path> kept = kept(spoilt);
            long next = kept.isEmpty() ? 1 : kept.lastKey() + 1;
            while (kept.size() >= KEPT) Files.deleteIfExists(kept.pollFirstEntry().getValue());
            Path place = spoilt.resolveSibling(spoilt.getFileName() + ".bad-" + next);
            Files.move(spoilt, place, StandardCopyOption.ATOMIC_MOVE);
            return what + " It is kept as " + place.getFileName() + ".";
        } catch (IOException e) {
            return what + " It could not be put aside: " + Reason.of(e) + ".";
        }
    }

    private static TreeMap<Long, Path> kept(Path spoilt) throws IOException {
        String head = spoilt.getFileName() + ".bad-";
        TreeMap<Long, Path> kept = new TreeMap<>();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(spoilt.getParent())) {
            for (Path path : beside) {
                String name = path.getFileName().toString();
                if (!name.startsWith(head)) continue;
                String number = name.substring(head.length());
                if (number.matches("[1-9]\\d{0,8}")) kept.put(Long.parseLong(number), path);
            }
        }
        return kept;
    }
}
