package roadcase.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text that a command made: whole, or not at all. Errors: {@link Mistake} where the user can put it right. */
final class TextOut {
    private TextOut() {}

    /** @param replace whether a file that exists is written over */
    static void write(Path file, String text, boolean replace) throws IOException {
        if (Files.isDirectory(file)) throw new Mistake(file + " is a folder: name the file inside it");
        if (!replace && Files.exists(file)) throw exists(file);
        Path folder = file.toAbsolutePath().getParent();
        Path half = null;
        try {
            half = folder.resolve("." + file.getFileName() + ".half"); // no temporary file of Java's: only its owner could read it
            Files.writeString(half, text);
            if (replace) Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            else Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (NoSuchFileException e) {
            throw new Mistake("There is no folder " + folder + ": make it first");
        } catch (AccessDeniedException e) {
            throw new Mistake(folder + " cannot be written to: choose another folder");
        } finally {
            if (half != null) Files.deleteIfExists(half);
        }
    }

    private static Mistake exists(Path file) {
        return new Mistake(file + " exists already and is left as it is: choose another name, or say --replace");
    }
}
