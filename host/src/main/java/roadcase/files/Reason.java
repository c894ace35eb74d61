package roadcase.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words what the system answered. */
final class Reason {
    private Reason() {}

    /** Half a sentence without a full stop: {@code the disk is full; make room}. */
    static String of(IOException fault) {
        String reason = fault instanceof FileSystemException f ? f.getReason() : null;
        String said = reason == null ? fault.getMessage() : reason;
        String words = said == null ? fault.getClass().getSimpleName() : said;
        if (fault instanceof AccessDeniedException || words.contains("Permission denied")
                || words.contains("Operation not permitted"))
            return "this user has no permission there; give it (chown, chmod) or choose another place";
        if (words.contains("No space left")) return "the disk is full; make room";
        if (words.contains("quota")) return "the disk quota is used up; make room";
        if (words.contains("Read-only file system")) return "the disk is read-only; mount it writable";
        if (words.contains("File too large")) return "it is larger than this system allows";
        if (words.contains("Too many levels of symbolic links")) return "its link points in a circle; mend the link";
        if (fault instanceof NoSuchFileException
                || fault instanceof FileNotFoundException && words.contains("No such file"))
            return "it is not there";
        return words;
    }
}
