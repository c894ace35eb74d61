package roadcase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Status;
import roadcase.files.Holders;
import roadcase.midi.Backend;
import roadcase.rig.Conductor;
import roadcase.rig.Declared;
import roadcase.rig.Gear;
import roadcase.rig.Memory;
import roadcase.rig.RealTime;
import roadcase.rig.Remembered;
import roadcase.rig.Rig;
import roadcase.rig.Soloist;
import roadcase.rig.Stage;
import roadcase.rig.Standing;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.PortPlan;
import roadcase.script.GigReader;
import roadcase.script.Prompt;
import roadcase.script.Reload;
import roadcase.script.Result;
import roadcase.script.ScriptError;
import roadcase.script.Sources;
import roadcase.rig.Spelling;

/**
 * A gig on stage, wired together: ports, Conductor, Soloist, memory, and the reload that watches its files.
 *
 * <p>Made and started by one thread; {@link Playing}'s methods by the shell's; {@link #close} by any, once or often.
 */
final class Show implements Playing, AutoCloseable {
    private static final long RELOAD_SECONDS = 75;

    private final Backend backend;
    private final Herald herald;
    private final Consumer<Throwable> faultLog;
    private final Memory memory;
    private final Soloist solo;
    private final Conductor conductor;
    private final Gear gear;
    private final Monitor monitor;
    private Reload reload;
    private volatile Path gig;
    private volatile Rig rig;
    private volatile Result.Read read;
    private Prompt prompt;
    private volatile CompletableFuture<Reply> awaited;
    private volatile long readings;
    private boolean closed;

    /**
     * @param faultLog writes down a fault of ours, for whoever mends it
     * @param memory loaded by this constructor; its file is null where nothing is to be kept
     */
    Show(Backend backend, Herald herald, Consumer<Throwable> faultLog, Memory memory, boolean fresh) {
        this.backend = backend;
        this.herald = herald;
        this.faultLog = faultLog;
        this.memory = memory;
        Memory.Loaded loaded = memory.load();
        loaded.warnings().forEach(herald::say);
        this.solo = new Soloist((reaction, fault) -> herald.fault(System.nanoTime(), fault.origin(), fault.sentence()));
        Remembered remembered = fresh ? Remembered.NOTHING : new Remembered(loaded.entries());
        this.conductor = new Conductor(backend, solo, herald, remembered, this::portsChanged, this::first);
        this.gear = new Gear(backend, conductor, herald, device -> new Holders().of(Path.of(device)));
        this.monitor = new Monitor(conductor, herald);
    }

    private void portsChanged() {
        gear.changed();
    }

    /** On the Conductor's thread, before anything else. */
    private void first() {
        String refused = RealTime.ask();
        if (refused != null) herald.say(refused);
    }

    /** Plays a rig that no file stands behind. */
    void start(Declared declared) {
        play(declared);
    }

    /** Plays a gig from now on and reads it again whenever one of its files is saved. */
    void start(GigReader reader, Prompt newPrompt, Path gigFile, Result.Read first) {
        this.gig = gigFile;
        this.prompt = newPrompt;
        this.read = first;
        play(first.builder().finish());
        Sources sources = first.sources();
        reload = new Reload(reader, gigFile, sources, this::swap, this::refuse, this::broken);
    }

    private void play(Declared declared) {
        rig = declared.rig();
        conductor.start();
        solo.startWatching();
        gear.open(rig).forEach(herald::say);
        conductor.prepare(declared).start();
        gear.start();
        monitor.of(rig);
        memory.start(new Memory.Source() {
            @Override
            public long revision() {
                return conductor.revision();
            }

            @Override
            public void collect(Map<String, Memory.Entry> into) {
                into.putAll(conductor.remembered().entries());
            }
        });
    }

    private void swap(Result.Read next) {
        if (next.rig().ports().isEmpty() && !rig.ports().isEmpty()) {
            leave(next);
            return;
        }
        Declared declared = next.builder().finish();
        try {
            Conductor.Prepared prepared = conductor.prepare(declared);
            gear.open(declared.rig()).forEach(herald::say);
            prepared.swap();
        } catch (RuntimeException fault) {
            gear.open(rig);
            gear.closeOthers(rig);
            next.generation().close();
            throw fault;
        }
        solo.reloaded();
        gear.closeOthers(declared.rig());
        Result.Read old = read;
        read = next;
        rig = declared.rig();
        monitor.of(rig);
        if (old != null) old.generation().close();
        List<String> warnings = next.warnings().stream().map(ScriptError::withMark).toList();
        warnings.forEach(herald::say);
        herald.say("Reloaded " + rig.name() + ".");
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
        herald.fault(System.nanoTime(), Origin.NOWHERE, "The gig could not be taken over, by a fault of Roadcase, not yours: "
                + fault + ". The rig from before plays on; save again to try again.");
        readings++;
        answer(Reply.said());
    }

    private void answer(Reply reply) {
        CompletableFuture<Reply> waiting = awaited;
        awaited = null;
        if (waiting != null) waiting.complete(reply);
    }

    void tempo(double bpm) {
        conductor.tell(stage -> stage.tempo(bpm));
    }

    /** How many times the gig was read again, with or without success. */
    long readings() {
        return readings;
    }

    Standing standing() {
        return conductor.ask(Stage::standing);
    }

    // ---- for the shell

    @Override
    public Rig rig() {
        return rig;
    }

    @Override
    public Status status() {
        Standing s = standing();
        Map<String, String> banks = new LinkedHashMap<>();
        for (BanksPlan group : rig.banks()) banks.put(group.name(), s.banks().getOrDefault(group.name(), ""));
        double bpm = rig.clocks().isEmpty() ? 0 : s.bpm();
        return new Status(s.gig(), banks, bpm, s.held(), herald.faults(), backend.traffic().skipped(), s.missing());
    }

    @Override
    public List<String> ports() {
        return gear.states().stream().map(Show::line).toList();
    }

    private static String line(Gear.State state) {
        PortPlan port = state.port();
        String way = port.direction().name().toLowerCase(Locale.ROOT);
        if (!state.gear().isEmpty()) {
            boolean same = state.gear().equals(state.real());
            return port.name() + " (" + way + "): joined to " + state.gear() + (same ? "" : " (" + state.real() + ")");
        }
        return port.name() + " (" + way + "): " + (port.owned() ? "open for others" : "missing");
    }

    @Override
    public void panic() {
        conductor.tell(Stage::panic);
    }

    @Override
    public void goBank(String group, String bank) {
        conductor.ask(stage -> stage.goBank(group, bank));
    }

    @Override
    public Reply reload(String file) {
        if (reload == null) return Reply.mistake("no gig is played from a file, so there is nothing to read again");
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        awaited = answer;
        try {
            if (file == null) reload.request(gig);
            else reload.request(text(file));
            return answer.get(RELOAD_SECONDS, TimeUnit.SECONDS);
        } catch (InvalidPathException e) {
            return Reply.mistake("'" + file + "' cannot be the name of a file");
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

    @Override
    public Reply forget(String name) {
        if (!memory.forget(name))
            return Reply.mistake("Nothing is remembered as '" + name + "'" + Spelling.didYouMean(name, kept()));
        conductor.forget(name);
        return Reply.said("'" + name + "' is forgotten.");
    }

    @Override
    public List<String> kept() {
        return List.copyOf(new TreeSet<>(memory.entries().keySet()));
    }

    @Override
    public Reply monitor(String port) {
        monitor.also(port);
        return Reply.said(port == null ? "Only what the script monitors is shown." : "Showing '" + port
                + "'; `monitor off` ends it.");
    }

    @Override
    public Set<String> names() {
        return read == null ? Set.of() : read.names().all();
    }

    @Override
    public Reply say(String line) {
        if (read == null) return Reply.mistake("no gig is played from a file, so there is nothing to say '" + line
                + "' to");
        return Reply.answer(prompt.say(line, read.builder(), read.names()));
    }

    /** The clean stop: what is held is ended, what is remembered is written. Within a few seconds. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        if (reload != null) reload.close();
        conductor.close();
        solo.close();
        memory.close();
        gear.close();
    }
}
