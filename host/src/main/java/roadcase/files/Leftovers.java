package roadcase.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files on their way to another name, {@code memory.json.4711-c0ffee-3.tmp}: process, a mark of that process (numbers
 * of processes come again, in containers at once), count. What a killed process left is swept away; what a living one
 * is writing is left alone.
 */
final class Leftovers {
    private static final String MARK = Long.toHexString(ThreadLocalRandom.current().nextLong());
    private static final AtomicLong COUNT = new AtomicLong();
    private static final Pattern NAME = Pattern.compile("\\.(\\d{1,10})-([0-9a-f]{1,16})-\\d+\\.tmp");

    private Leftovers() {}

    static Path name(Path target) {
        return target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + "-" + MARK + "-"
                + COUNT.incrementAndGet() + ".tmp");
    }

    static void sweep(Path target) throws IOException {
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) return;
        String head = target.getFileName().toString();
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder)) {
            for (Path path : beside) {
                String name = path.getFileName().toString();
                if (!name.startsWith(head)) continue;
                Matcher parts = NAME.matcher(name.substring(head.length()));
                if (parts.matches() && !alive(Long.parseLong(parts.group(1)), parts.group(2))) remove(path);
            }
        }
    }

    private static boolean alive(long pid, String mark) {
        if (pid == ProcessHandle.current().pid()) return mark.equals(MARK);
        return ProcessHandle.of(pid).isPresent();
    }

    /** Nothing happens where there is none, or where the disk refuses: then a later sweep may have more luck. */
    static void remove(Path path) {
        if (path == null) return;
        try {
            Files.deleteIfExists(path);
        } catch (IOException later) {
            return;
        }
    }
}
