package roadcase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import roadcase.cli.shell.Reply;
import roadcase.rig.Declared;
import roadcase.rig.OverlayFit;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.script.GigReader;
import roadcase.script.Prompt;
import roadcase.script.Reload;
import roadcase.script.Result;
import roadcase.script.ScriptError;
import roadcase.script.Sources;

/**
 * The files of a show's gig and the overlay at its prompt: read again whenever one of them changes, and taken over by
 * the show where they are without a mistake.
 *
 * <p>Begun by the thread that starts the show; the shell's asks and waits; the reload's own thread takes over.
 */
final class ShowReload implements AutoCloseable {
    private static final long RELOAD_SECONDS = 75;

    private final Show show;
    private final Herald herald;
    private final Consumer<Throwable> faultLog;
    private final Object changing = new Object();
    private Reload reload;
    private Prompt prompt;
    private volatile Path gig;
    private volatile Result.Read read;
    /** What lies over the gig that plays; what is wanted instead, until that is answered; what was read last. */
    private volatile OverlayFit laid = OverlayFit.NOTHING;
    private volatile Overlay asked;
    private volatile Overlay given;
    private volatile CompletableFuture<Reply> awaited;
    private volatile long readings;

    /** @param faultLog writes down a fault of ours, for whoever mends it */
    ShowReload(Show show, Herald herald, Consumer<Throwable> faultLog) {
        this.show = show;
        this.herald = herald;
        this.faultLog = faultLog;
    }

    /**
     * What is to play now, before anything does.
     *
     * @param gigFile null where there is none, and what is added at the prompt is all there is
     */
    Declared begin(Prompt newPrompt, Path gigFile, Result.Read first) {
        this.gig = gigFile;
        this.prompt = newPrompt;
        this.read = first;
        this.laid = first.laid();
        first.laid().dropped().forEach(herald::say);
        return first.builder().finish();
    }

    /** It plays: from now on its files are watched. */
    void watch(GigReader reader, Sources sources) {
        reload = new Reload(reader, gig, this::overlayToRead, sources, this::swap, this::refuse, this::broken);
    }

    /** Null where no file stands behind the show. */
    Path gig() {
        return gig;
    }

    OverlayFit laid() {
        return laid;
    }

    /** The overlay's lines. */
    String lines() {
        return read == null ? "" : read.lines();
    }

    /** The gig's own names. */
    Set<String> names() {
        return read == null ? Set.of() : read.names().all();
    }

    /** How many times the gig was read again, with or without success. */
    long readings() {
        return readings;
    }

    /** Says a line in the words of the language to what plays. */
    Reply say(String line) {
        if (read == null) return Reply.mistake("no gig is played from a file, so there is nothing to say '" + line
                + "' to");
        return Reply.answer(prompt.say(line, read.builder(), read.names()));
    }

    private Overlay overlayToRead() {
        Overlay wanted = asked;
        given = wanted == null ? laid.overlay() : wanted;
        return given;
    }

    /** Whether what was read last is what the prompt waits for. */
    private boolean isAsked() {
        return asked != null && given == asked;
    }

    /** Lays another overlay over the gig: all of it, or nothing and a mistake. */
    Reply change(Overlay wanted) {
        synchronized (changing) {
            if (reload == null) return Reply.mistake("Nothing plays yet.");
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            awaited = answer;
            asked = wanted;
            try {
                reload.request();
                return waited(answer);
            } finally {
                asked = null;
            }
        }
    }

    /** @param file the gig's new text, or null for the same file again */
    Reply reload(String file) {
        if (gig == null) return Reply.mistake("no gig is played from a file, so there is nothing to read again");
        synchronized (changing) {
            return reloaded(file);
        }
    }

    private Reply reloaded(String file) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        awaited = answer;
        try {
            if (file == null) reload.request(gig);
            else reload.request(text(file));
            return waited(answer);
        } catch (InvalidPathException e) {
            return Reply.mistake("'" + file + "' cannot be the name of a file");
        }
    }

    private static Reply waited(CompletableFuture<Reply> answer) {
        try {
            return answer.get(RELOAD_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return Reply.mistake("reading takes longer than " + RELOAD_SECONDS
                    + " seconds; what comes of it will be shown");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.mistake("waiting for the reload was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Where one stands or beside the gig. */
    private Path text(String file) {
        Path given = Path.of(file);
        return Files.exists(given) ? given : gig.resolveSibling(file);
    }

    private void swap(Result.Read next) {
        if (gig != null && !isAsked() && next.rig().ports().isEmpty() && !show.rig().ports().isEmpty()) {
            leave(next);
            return;
        }
        Declared declared = next.builder().finish();
        try {
            show.swap(declared);
        } catch (RuntimeException fault) {
            next.generation().close();
            throw fault;
        }
        Result.Read old = read;
        read = next;
        show.swapped(declared.rig(), isAsked());
        if (old != null) old.generation().close();
        laid = next.laid();
        // What is odd in the gig itself was told when the gig was read.
        if (!isAsked())
            next.warnings().stream().filter(w -> !w.file().equals(GigReader.OVERLAY)).map(ScriptError::withMark)
                    .forEach(herald::say);
        laid.dropped().forEach(herald::say);
        if (!isAsked()) herald.say("Reloaded " + show.rig().name() + ".");
        readings++;
        answer(Reply.said());
    }

    /** An empty file is a slip of an editor sooner than a wish: what others are connected to would be lost with it. */
    private void leave(Result.Read next) {
        next.generation().close();
        herald.say(gig.getFileName() + " names no port any more, as if it were empty.");
        nothingChanged();
    }

    private void refuse(Result.Failed failed) {
        if (isAsked()) {
            ScriptError first = failed.errors().get(0);
            answer(first.file().equals(GigReader.OVERLAY) ? Reply.mistake("This cannot be: "
                    + first.sentence()) : Reply.errors(failed.errors()));
            return;
        }
        failed.errors().forEach(e -> herald.say(e.withMark()));
        nothingChanged();
    }

    private void nothingChanged() {
        herald.say("Nothing was changed: the rig from before plays on.");
        readings++;
        answer(Reply.said());
    }

    /** A fault of ours, not of the gig: it ends this reading and nothing else. */
    private void broken(Throwable fault) {
        faultLog.accept(fault);
        herald.fault(System.nanoTime(), Origin.NOWHERE,
                "The gig could not be taken over, by a fault of Roadcase, not yours: "
                + fault + ". The rig from before plays on; save again to try again.");
        readings++;
        answer(Reply.said());
    }

    private void answer(Reply reply) {
        if (asked != null && !isAsked()) return; // a reading from before; the one that is waited for comes next
        CompletableFuture<Reply> waiting = awaited;
        awaited = null;
        if (waiting != null) waiting.complete(reply);
    }

    @Override
    public void close() {
        if (reload != null) reload.close();
    }
}
