package roadcase.files;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The system's own bell: inotify, by {@link WatchService}. {@code hang} and {@code await} may overlap. */
final class SystemBell implements Bell {
    private final WatchService service = FileSystems.getDefault().newWatchService();
    private final Map<Path, Hung> hung = new HashMap<>();

    private record Hung(WatchKey key, Object folderKey) {}

    SystemBell() throws IOException {}

    @Override
    public void hang(Set<Path> folders) throws IOException {
        for (Path gone : Set.copyOf(hung.keySet())) if (!folders.contains(gone)) takeDown(gone);
        for (Path folder : folders) {
            try {
                // A folder may be renamed and another put in its place: the watch would stay with the old one.
                Object now = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
                Hung before = hung.get(folder);
                if (before != null && before.key.isValid() && now != null && now.equals(before.folderKey)) continue;
                if (before != null) takeDown(folder);
                hung.put(folder, new Hung(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE), now));
            } catch (NoSuchFileException | NotDirectoryException passedOver) {
                takeDown(folder);
            } catch (ClosedWatchServiceException closing) {
                return;
            }
        }
    }

    private void takeDown(Path folder) {
        Hung old = hung.remove(folder);
        if (old == null) return;
        // Two paths to one folder share its key.
        for (Hung other : hung.values()) if (other.key.equals(old.key)) return;
        old.key.cancel();
    }

    @Override
    public boolean await(long nanos, Predicate<Path> concerns) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        try {
            while (true) {
                WatchKey key = service.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (key == null) return false;
                boolean rang = false;
                Path folder = (Path) key.watchable();
                for (WatchEvent<?> event : key.pollEvents()) {
                    // Without a context the system lost count: anything may have happened.
                    rang |= !(event.context() instanceof Path name) || concerns.test(folder.resolve(name));
                }
                // Reset fails when the folder is gone: that concerns everybody.
                rang |= !key.reset();
                if (rang) return true;
            }
        } catch (ClosedWatchServiceException closing) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // Only the descriptor of a service that is no longer used; the process gives it back at its end.
            return;
        }
    }
}
