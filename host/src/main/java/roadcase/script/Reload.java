package roadcase.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import roadcase.files.FileWatch;
import roadcase.rig.plan.Overlay;

/**
 * Reads a gig anew when one of its files is saved, or on request, and hands on what came of it.
 *
 * <p>One reading at a time on a background thread of low priority; saves and requests that come meanwhile are one more
 * reading, of the latest. Both listeners are called on that thread; what they do, such as the swap, delays the next
 * reading only, and what they throw is told and ends one reading only. A good reading that is overtaken by a save is handed on all the same.
 */
public final class Reload implements AutoCloseable {
    private final GigReader reader;
    private final Path gig;
    private final Supplier<Overlay> overlay;
    private final Consumer<Result.Read> swap;
    private final Consumer<Result.Failed> refuse;
    private final Consumer<Throwable> broken;
    private final FileWatch watch;
    private final Thread thread;
    private Path text;
    /** The text that plays, and its files. */
    private Path good;
    private Sources watched;
    private boolean wanted;
    private boolean closed;

    /**
     * @param gig null where there is none
     * @param overlay what was added at the prompt, asked for at each reading
     * @param first what the gig was started with: its files are watched from now on
     * @param broken told where the reading or one of the listeners threw, which is a fault of ours; must not throw
     */
    public Reload(GigReader reader, Path gig, Supplier<Overlay> overlay, Sources first, Consumer<Result.Read> swap,
            Consumer<Result.Failed> refuse, Consumer<Throwable> broken) {
        this.reader = reader;
        this.gig = gig;
        this.overlay = overlay;
        this.text = gig;
        this.good = gig;
        this.watched = first;
        this.swap = swap;
        this.refuse = refuse;
        this.broken = broken;
        this.watch = new FileWatch(changed -> request());
        thread = new Thread(this::run, "roadcase-reload");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        watch(first);
    }

    /** Reads again, though nothing may have changed. */
    public synchronized void request() {
        wanted = true;
        notifyAll();
    }

    /** If it can be read, this file is the gig's text from now on; name, state, includes, room and lib stay the gig's. */
    public synchronized void request(Path newText) {
        text = newText;
        request();
    }

    private void run() {
        while (true) {
            if (!isNext()) return;
            try {
                read(wanted());
            } catch (RuntimeException | Error fault) {
                // The next save must find somebody who reads it.
                broken.accept(fault);
            }
        }
    }

    private void read(Path now) {
        Result result = reader.read(gig, now, overlay.get());
        watch(settle(now, result));
        if (result instanceof Result.Read read) swap.accept(read);
        else refuse.accept((Result.Failed) result);
    }

    /** A text that cannot be read does not become the gig's: what plays is watched on. */
    private synchronized Sources settle(Path read, Result result) {
        boolean stays = result instanceof Result.Read || Objects.equals(read, good);
        if (result instanceof Result.Read) good = read;
        if (!stays && Objects.equals(text, read)) text = good;
        if (stays) watched = result.sources();
        return watched;
    }

    private synchronized Path wanted() {
        return text;
    }

    /** Waits for something to read. @return false at the end */
    private synchronized boolean isNext() {
        while (!wanted && !closed) {
            try {
                wait();
            } catch (InterruptedException nobodyShould) {
                closed = true;
            }
        }
        wanted = false;
        return !closed;
    }

    private void watch(Sources sources) {
        watch.watch(sources.files(), sources.folders(), sources.hashes());
    }

    /** No reading begins any more; one that runs is handed on. */
    @Override
    public synchronized void close() {
        closed = true;
        watch.close();
        notifyAll();
    }
}
