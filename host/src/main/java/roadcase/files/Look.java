package roadcase.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a set of files and at the scripts below some folders: what each holds, as a hash. A file whose size, time
 * and key are those of the last look is not read again, unless its time is so young that the file system may not tell two
 * writes apart. One thread at a time.
 */
final class Look {
    private static final int DEPTH = 16;
    static final int MOST = 10_000;
    private static final long YOUNG_MILLIS = 2_000;

    private final Set<Path> files;
    private final Set<Path> trees;
    /** Every name on the way to a watched file: an event of another name is nobody's. */
    private final Set<String> names = new HashSet<>();
    private Map<Path, Held> held = new HashMap<>();
    private Set<Path> folders = Set.of();
    private int visited;
    private boolean tooMany;

    private record Held(long size, long millis, Object key, boolean sure, String hash) {
        boolean still(BasicFileAttributes is) {
            return sure && size == is.size() && millis == is.lastModifiedTime().toMillis()
                    && key != null && key.equals(is.fileKey());
        }
    }

    /** @param trees folders of which every {@code *.groovy} counts, hidden ones left out (editors park locks there) */
    Look(Set<Path> files, Set<Path> trees) {
        this.files = files;
        this.trees = trees;
        files.forEach(this::addNames);
        trees.forEach(this::addNames);
    }

    private void addNames(Path path) {
        for (Path part : path) names.add(part.toString());
    }

    boolean concerns(Path path) {
        String name = path.getFileName().toString();
        return names.contains(name) || name.endsWith(".groovy") || Files.isDirectory(path);
    }

    /** The folders in which something must happen before {@link #now} can change; known after it was called. */
    Set<Path> folders() {
        return folders;
    }

    /** True when the last look ended early because the folders hold more than 10,000 files and folders. */
    boolean tooMany() {
        return tooMany;
    }

    /** Every file of the set, missing ones too, and every script below the folders. */
    Map<Path, String> now() {
        Map<Path, Held> fresh = new HashMap<>();
        Set<Path> around = new HashSet<>();
        Map<Path, String> hashes = new LinkedHashMap<>();
        for (Path file : files) {
            hashes.put(file, hash(file, fresh));
            around(file, around);
        }
        visited = 0;
        tooMany = false;
        for (Path tree : trees) walk(tree, fresh, hashes, around);
        held = fresh;
        folders = around;
        return hashes;
    }

    /** The folder of the file, of what it links to, or the nearest one that is there. */
    private void around(Path path, Set<Path> around) {
        around.add(nearest(path));
        try {
            Path real = path.toRealPath();
            if (real.equals(path)) return;
            addNames(real);
            around.add(real.getParent() == null ? real : real.getParent());
        } catch (IOException notThereYet) {
            return;
        }
    }

    private static Path nearest(Path path) {
        Path at = path.getParent();
        if (at == null) return path;
        while (at.getParent() != null && !Files.isDirectory(at)) at = at.getParent();
        return at;
    }

    private void walk(Path tree, Map<Path, Held> fresh, Map<Path, String> hashes, Set<Path> around) {
        around(tree, around);
        if (!Files.isDirectory(tree)) return;
        try {
            Files.walkFileTree(tree, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
                    if (!folder.equals(tree) && hidden(folder)) return FileVisitResult.SKIP_SUBTREE;
                    around.add(folder);
                    return bounded();
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    if (file.toString().endsWith(".groovy") && !hidden(file)) hashes.put(file, hash(file, fresh));
                    return bounded();
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Gone while walking, a link in a circle, or not ours to read: as if it were not there.
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                private FileVisitResult bounded() {
                    tooMany |= ++visited > MOST;
                    return tooMany ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException vanished) {
            return;
        }
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private String hash(Path file, Map<Path, Held> fresh) {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            if (!is.isRegularFile()) return is.isDirectory() ? "folder" : "no plain file";
            Held before = held.get(file);
            if (before == null || !before.still(is)) before = read(file, is);
            fresh.put(file, before);
            return before.hash;
        } catch (IOException e) {
            return Files.exists(file) ? "unreadable" : Debounce.MISSING;
        }
    }

    private static Held read(Path file, BasicFileAttributes is) throws IOException {
        long millis = is.lastModifiedTime().toMillis();
        boolean sure = System.currentTimeMillis() - millis > YOUNG_MILLIS;
        if (is.size() > TextFile.LIMIT)
            return new Held(is.size(), millis, is.fileKey(), sure, "large " + is.size() + " " + millis);
        try (InputStream in = new FileInputStream(file.toFile())) {
            String hash = ContentHash.of(in.readNBytes(TextFile.LIMIT + 1));
            return new Held(is.size(), millis, is.fileKey(), sure, hash);
        }
    }
}
