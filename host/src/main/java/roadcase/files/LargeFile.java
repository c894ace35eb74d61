package roadcase.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file of any size that appears as a whole or not at all: it is written beside its place and takes it at the end.
 * Where the process is ended before, by a signal too, what was there stays; what a killed one left is swept away by the
 * next.
 *
 * <p>One thread; it takes as long as the disk does. Errors: {@link IOException}, of which {@link #reason} makes half a
 * sentence.
 */
public final class LargeFile implements Closeable {
    private final Path target;
    private final Path fresh;
    private final FileChannel channel;
    private final Thread end;

    private LargeFile(Path target) throws IOException {
        this.target = target;
        this.fresh = Leftovers.name(target);
        this.channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.end = new Thread(() -> Leftovers.remove(fresh), "roadcase-half-file");
        Runtime.getRuntime().addShutdownHook(end);
    }

    public static LargeFile begin(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) throw new FileSystemException(file.toString(), null, "a folder has its name");
        if (Files.exists(target) && !Files.isRegularFile(target))
            throw new FileSystemException(file.toString(), null, "it is not a plain file; choose another place");
        if (!Files.isDirectory(target.getParent()))
            throw new FileSystemException(file.toString(), null, "there is no folder " + target.getParent());
        Leftovers.sweep(target);
        return new LargeFile(target);
    }

    /** Appends. */
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    /** Writes over what is there. */
    public void write(ByteBuffer bytes, long at) throws IOException {
        for (long to = at; bytes.hasRemaining();) to += channel.write(bytes, to);
    }

    /** What is behind this is cut off. */
    public void cut(long length) throws IOException {
        channel.truncate(length);
    }

    /** Gives it its name; when this returns it is on the disk. */
    public void keep() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where it was not kept, nothing is left of it. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Leftovers.remove(fresh);
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException ending) {
            return; // then it runs now, and finds nothing
        }
    }

    /** Half a sentence without a full stop: {@code the disk is full; make room}. */
    public static String reason(IOException fault) {
        return Reason.of(fault);
    }
}
