package roadcase.script;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import roadcase.rig.Rig;
import roadcase.rig.ScriptThread;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;

/**
 * Reads a gig: its room, its script, everything it includes and the classes in lib; the result is a rig that may play,
 * or sentences.
 *
 * <p>A script that does not come to its end is stopped after the deadline; one that cannot even be stopped is left
 * behind with its thread. Threads: any, which then waits; scripts run on a thread of their own at low priority. Nothing
 * is thrown for what files hold.
 */
public final class GigReader {
    /** What an overlay is called as a script. */
    public static final String OVERLAY = "overlay";
    /** For scripts to run, without the time that compiling takes. */
    public static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long STACK_BYTES = 16L << 20;
    private static final long GRACE_MILLIS = 500;
    /** Of the heap: what scripts may ask for while they are read. */
    private static final int PART_OF_HEAP = 4;
    private static final long COMPILING_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final CachedCompiler compiler;
    private final Function<Rig, Findings> check;
    private final long deadlineNanos;

    /** @param check of the finished rig: what it refuses, and what it warns of */
    public GigReader(CachedCompiler compiler, Function<Rig, Findings> check) {
        this(compiler, check, DEADLINE_NANOS);
    }

    GigReader(CachedCompiler compiler, Function<Rig, Findings> check, long deadlineNanos) {
        this.compiler = compiler;
        this.check = check;
        this.deadlineNanos = deadlineNanos;
    }

    public Result read(Path gig) {
        return read(gig, gig);
    }

    /** Reads another file as this gig's text: name, includes, room and lib are the gig's. */
    public Result read(Path gig, Path text) {
        return read(gig, text, Overlay.NOTHING);
    }

    /**
     * Reads a gig with what was added at the prompt.
     *
     * @param gig and {@code text} null where there is no gig: then the overlay is all there is, and a rack for it
     */
    public Result read(Path gig, Path text, Overlay overlay) {
        try {
            return attempt(gig, text, overlay);
        } catch (LinkageError cachedClassesDoNotFit) {
            try {
                return attempt(gig, text, overlay);
            } catch (LinkageError e) {
                GigFiles files = gig == null ? GigFiles.none() : new GigFiles(gig);
                if (text != null) files.expect(text.toAbsolutePath().normalize());
                return new Result.Failed(List.of(new ScriptError(shown(text), 0, 0, Trouble.sentence(e), "")),
                        files.sources());
            }
        }
    }

    private static String shown(Path text) {
        return text == null ? OVERLAY : text.toString();
    }

    private Result attempt(Path gig, Path text, Overlay overlay) {
        Usage usage = new Usage();
        GigReading reading = new GigReading(compiler, check, gig, text, overlay, usage);
        Outcome outcome = new Outcome();
        ScriptThread thread = new ScriptThread(null, () -> outcome.run(reading, text), "roadcase-reading", STACK_BYTES);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        Result result = outcome.await(thread, reading, usage, text);
        if (result instanceof Result.Failed) reading.generation().close();
        return result;
    }

    /** Of one reading, handed from its thread to the one that waits. */
    private final class Outcome {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final AtomicReference<Result> result = new AtomicReference<>();
        private volatile LinkageError misfit;
        private volatile boolean hungry;
        private volatile long turn;

        void run(GigReading reading, Path text) {
            ScriptThread self = (ScriptThread) Thread.currentThread();
            turn = self.beginTurn();
            try {
                result.set(reading.run());
            } catch (ScriptThread.Cancelled e) {
                result.set(failed(reading, stopped(Trouble.place(e.getStackTrace(), reading.generation()), reading,
                        text)));
            } catch (LinkageError e) {
                misfit = e;
            } catch (OutOfMemoryError e) {
                // Told by whoever waits: that thread holds nothing of the script.
            } catch (RuntimeException | Error e) {
                result.set(failed(reading, Trouble.of(e, reading.generation(), shown(text),
                        reading.files()::text)));
            } finally {
                ended.countDown();
            }
        }

        Result await(ScriptThread thread, GigReading reading, Usage usage, Path text) {
            long started = System.nanoTime();
            boolean interrupted = false;
            boolean cancelled = false;
            while (true) {
                long now = System.nanoTime();
                boolean late = usage.nanos() > deadlineNanos || now - started > COMPILING_NANOS;
                if (!cancelled && usage.bytes(thread) > mostBytes()) hungry = true;
                if ((late || hungry) && !cancelled) {
                    thread.cancel(turn);
                    cancelled = true;
                    started = now + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS) - COMPILING_NANOS;
                } else if (cancelled && now - started > COMPILING_NANOS) {
                    return abandoned(thread, reading, text);
                }
                try {
                    if (ended.await(10, TimeUnit.MILLISECONDS)) break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) Thread.currentThread().interrupt();
            if (misfit != null) throw misfit;
            Result read = result.get();
            return read != null ? read : failed(reading, new ScriptError(shown(text), 0, 0, "reading this script needs "
                    + "more memory than there is", ""));
        }

        private Result abandoned(ScriptThread thread, GigReading reading, Path text) {
            return failed(reading, stopped(Trouble.place(thread.getStackTrace(), reading.generation()), reading, text));
        }

        private ScriptError stopped(Origin at, GigReading reading, Path text) {
            String what = hungry ? "asked for more than " + (mostBytes() >> 20) + " MB of memory"
                    : "took longer than " + TimeUnit.NANOSECONDS.toSeconds(deadlineNanos) + " seconds";
            return GigReader.stopped(what, at, reading, text);
        }
    }

    private static long mostBytes() {
        return Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
    }

    private static ScriptError stopped(String what, Origin at, GigReading reading, Path text) {
        String where = at.line() > 0 ? "; it was in this line: does something here go on for ever?" : "";
        return Mistakes.at(at.line() > 0 ? at.file() : shown(text), at.line(), at.line() > 0 ? 1 : 0,
                "reading this script " + what + where, at.line() > 0 ? reading.files().text(at.file()) : null);
    }

    private static Result failed(GigReading reading, ScriptError error) {
        return new Result.Failed(List.of(error), reading.files().sources());
    }
}
