package roadcase.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Status;
import roadcase.cli.shell.Studio;
import roadcase.cli.shell.Timing;
import roadcase.files.Holders;
import roadcase.midi.Backend;
import roadcase.midi.Message;
import roadcase.midi.net.ListenAddress;
import roadcase.midi.net.NetworkPorts;
import roadcase.rig.AudioWish;
import roadcase.rig.Conductor;
import roadcase.rig.Declared;
import roadcase.rig.Gear;
import roadcase.rig.LinkKeeper;
import roadcase.rig.Live;
import roadcase.rig.Memory;
import roadcase.rig.LoopStanding;
import roadcase.rig.Loops;
import roadcase.rig.OverlayFit;
import roadcase.rig.PresetStanding;
import roadcase.rig.RackDesk;
import roadcase.rig.RackFiles;
import roadcase.rig.RackKeeper;
import roadcase.rig.RackStanding;
import roadcase.rig.ReactionFault;
import roadcase.rig.RealTime;
import roadcase.rig.Remembered;
import roadcase.rig.Rig;
import roadcase.rig.Soloist;
import roadcase.rig.Stage;
import roadcase.rig.Standing;
import roadcase.rig.Trace;
import roadcase.rig.Why;
import roadcase.rig.plan.Action.SwitchPreset.How;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.NetworkPlan;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.Reaction;
import roadcase.script.GigReader;
import roadcase.script.Prompt;
import roadcase.script.Reload;
import roadcase.script.Result;
import roadcase.script.ScriptError;
import roadcase.script.Sources;
import roadcase.script.Trouble;
import roadcase.rig.Spelling;

/**
 * A gig on stage, wired together: ports, Conductor, Soloist, memory, and the reload that watches its files.
 *
 * <p>Made and started by one thread; {@link Playing}'s methods by the shell's; {@link #close} by any, once or often.
 */
final class Show implements Playing, AutoCloseable {
    private static final long RELOAD_SECONDS = 75;
    /** A reaction of a few lines, and the time until its thread is awake. Source: tried with 0, 40 and 100 on two cores. */
    private static final long SPIN_NANOS = 50_000;

    private final Backend backend;
    private final NetworkPorts network;
    private final Herald herald;
    private final Consumer<Throwable> faultLog;
    private final Memory memory;
    private final Soloist solo;
    private final Conductor conductor;
    private final Gear gear;
    private final Monitor monitor;
    private Reload reload;
    private volatile Path gig;
    private volatile ListenAddress reachAt;
    private RackKeeper rack;
    private RackDesk desk;
    private ShowStudio studio;
    private final Object changing = new Object();
    /** What lies over the gig that plays; what is wanted instead, until that is answered; what was read last. */
    private volatile OverlayFit laid = OverlayFit.NOTHING;
    private volatile Overlay asked;
    private volatile Overlay given;
    private final LinkKeeper link;
    private Double startBpm;
    private boolean startLink;
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
    Show(Backend system, Herald herald, Consumer<Throwable> faultLog, Memory memory, boolean fresh) {
        this(system, herald, faultLog, memory, fresh, Map.of());
    }

    /** @param session what a session says, which counts for more than what the gig remembers */
    Show(Backend system, Herald herald, Consumer<Throwable> faultLog, Memory memory, boolean fresh,
            Map<String, Memory.Entry> session) {
        this.network = new NetworkPorts(system, herald::say);
        this.backend = network;
        this.herald = herald;
        this.faultLog = faultLog;
        this.memory = memory;
        Memory.Loaded loaded = memory.load();
        loaded.warnings().forEach(herald::say);
        this.solo = new Soloist(critic(herald), Trouble::sentence);
        Map<String, Memory.Entry> entries = new HashMap<>(fresh ? Map.of() : loaded.entries());
        entries.putAll(session);
        Remembered remembered = new Remembered(entries);
        this.conductor = new Conductor(backend, solo, herald, remembered, this::portsChanged, this::first,
                Runtime.getRuntime().availableProcessors() > 1 ? SPIN_NANOS : 0);
        this.gear = new Gear(backend, conductor, herald, device -> new Holders().of(Path.of(device)));
        this.link = new LinkKeeper(conductor, backend, herald);
        this.monitor = new Monitor(conductor, herald);
    }

    private static Soloist.Critic critic(Herald herald) {
        return new Soloist.Critic() {
            @Override
            public void fault(Reaction reaction, ReactionFault fault) {
                herald.fault(System.nanoTime(), fault.origin(), fault.sentence());
            }

            @Override
            public void slow(Reaction reaction, ReactionFault slow) {
                herald.say(slow.origin() + ": " + slow.sentence());
            }
        };
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

    /**
     * Plays a gig from now on and reads it again whenever one of its files is saved.
     *
     * @param gigFile null where there is none, and what is added at the prompt is all there is
     */
    void start(GigReader reader, Prompt newPrompt, Path gigFile, Result.Read first) {
        this.gig = gigFile;
        this.prompt = newPrompt;
        this.read = first;
        this.laid = first.laid();
        first.laid().dropped().forEach(herald::say);
        play(first.builder().finish());
        Sources sources = first.sources();
        reload = new Reload(reader, gigFile, this::overlayToRead, sources, this::swap, this::refuse, this::broken);
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

    private void play(Declared declared) {
        rig = declared.rig();
        conductor.start();
        solo.startWatching();
        network.hide(lights(rig));
        gear.open(rig).forEach(herald::say);
        Conductor.Prepared prepared = conductor.prepare(declared);
        if (startBpm != null) prepared.tempo(startBpm);
        link.open(rig);
        prepared.start();
        if (startLink) Optional.ofNullable(link.join(0)).ifPresent(herald::say);
        gear.start();
        if (rack != null) rack.follow(rig);
        monitor.of(rig);
        reach(rig);
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

    /** Where others reach this gig, whatever its scripts say; null to do as they say. Before the start. */
    void network(ListenAddress wanted) {
        reachAt = wanted;
    }

    /** The show may sound; without this a rack stays silent. Before the start. */
    void audio(RackFiles files, AudioWish wish) {
        rack = new RackKeeper(conductor, herald, files, wish);
        rack.time(link::engine);
        desk = new RackDesk(conductor, herald, rack);
    }

    /** What is added at the prompt is kept from now on. After {@link #audio}, before the start. */
    void studio(ShowStudio newStudio) {
        studio = newStudio;
    }

    RackDesk desk() {
        return desk;
    }

    RackKeeper keeper() {
        return rack;
    }

    Backend backend() {
        return backend;
    }

    Path gig() {
        return gig;
    }

    long revision() {
        return conductor.revision();
    }

    OverlayFit laid() {
        return laid;
    }

    /** The overlay's lines. */
    String lines() {
        return read == null ? "" : read.lines();
    }

    private void reach(Rig playing) {
        NetworkPlan said = playing.network();
        network.listen(reachAt != null ? reachAt : said == null ? ListenAddress.OFF : said.place());
    }

    /** Where others reach this gig; -1 where they do not. */
    int reachedAt() {
        return network.listensAt();
    }

    /** A surface's lights tell how the gig stands; nobody else may paint them. */
    private static Set<String> lights(Rig of) {
        Set<String> names = new HashSet<>();
        for (DevicePlan device : of.devices()) if (!device.spec().controls().isEmpty()) names.add(device.out().name());
        return names;
    }

    private void swap(Result.Read next) {
        if (gig != null && !isAsked() && next.rig().ports().isEmpty() && !rig.ports().isEmpty()) {
            leave(next);
            return;
        }
        Declared declared = next.builder().finish();
        network.hide(lights(declared.rig()));
        try {
            Conductor.Prepared prepared = conductor.prepare(declared);
            gear.open(declared.rig()).forEach(herald::say);
            link.open(declared.rig());
            prepared.swap();
        } catch (RuntimeException fault) {
            gear.open(rig);
            gear.closeOthers(rig);
            next.generation().close();
            throw fault;
        }
        solo.reloaded();
        gear.closeOthers(declared.rig());
        if (rack != null && isAsked()) rack.lay(declared.rig());
        else if (rack != null) rack.follow(declared.rig());
        Result.Read old = read;
        read = next;
        rig = declared.rig();
        monitor.of(rig);
        reach(rig);
        if (old != null) old.generation().close();
        laid = next.laid();
        // What is odd in the gig itself was told when the gig was read.
        if (!isAsked())
            next.warnings().stream().filter(w -> !w.file().equals(GigReader.OVERLAY)).map(ScriptError::withMark)
                    .forEach(herald::say);
        laid.dropped().forEach(herald::say);
        if (!isAsked()) herald.say("Reloaded " + rig.name() + ".");
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

    /**
     * How it begins, whatever the script says. Before the start.
     *
     * @param bpm null to do as the script says
     * @param withLink whether Link is joined by a gig that does not name it, too
     */
    void time(Double bpm, boolean withLink) {
        startBpm = bpm;
        startLink = withLink;
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
        return new Status(s.gig(), banks, Status.pages(rig, s), s.presets(), s.clocks(), s.held(), herald.faults(),
                new Status.Code(solo.slow(), solo.putAside(), solo.abandoned()), backend.traffic().skipped(),
                        s.missing());
    }

    @Override
    public List<String> ports() {
        List<String> lines = new ArrayList<>(gear.states().stream().map(this::line).toList());
        for (Standing.ClockNow clock : standing().clocks()) lines.add("clock " + clock.name() + ": " + clock.follows());
        RackStanding sound = rack == null ? null : rack.standing();
        if (sound != null) lines.add(sound.line());
        network.server().ifPresent(how -> lines.add("for others on the network: " + how));
        return lines;
    }

    private String line(Gear.State state) {
        PortPlan port = state.port();
        String way = port.direction().name().toLowerCase(Locale.ROOT);
        Optional<String> far = network.state(port.direction(), state.as());
        if (far.isPresent()) {
            String at = state.as().equals(port.name()) ? "" : "at " + state.as() + ", ";
            return port.name() + " (" + way + "): " + at + (state.gear().isEmpty() ? "unverified: " : "") + far.get();
        }
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
    public void goPage(String device, String page) {
        conductor.ask(stage -> stage.goPage(device, page));
    }

    @Override
    public void goBank(String group, String bank) {
        conductor.ask(stage -> stage.goBank(group, bank));
    }

    @Override
    public List<PresetStanding> presets() {
        return standing().presets();
    }

    @Override
    public List<LoopStanding> loops() {
        return standing().loops();
    }

    @Override
    public String loop(Function<Loops, String> what) {
        return conductor.ask(stage -> what.apply(stage.loops()));
    }

    @Override
    public void preset(String name, How how) {
        conductor.ask(stage -> stage.preset(name, how));
    }

    @Override
    public void slider(String preset, String label, int value) {
        conductor.ask(stage -> stage.slider(preset, label, value));
    }

    @Override
    public Reply reload(String file) {
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

    @Override
    public Live live() {
        return conductor.ask(Stage::live);
    }

    @Override
    public Studio studio() {
        return studio == null ? Playing.super.studio() : studio;
    }

    @Override
    public Timing timing() {
        return new ShowTiming(conductor, link);
    }

    @Override
    public RackStanding rack() {
        return rack == null ? null : rack.standing();
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
    public Reply monitor(List<String> ports, Shown which) {
        monitor.also(ports, which);
        return Reply.said(ports.isEmpty() ? "Only what the script monitors is shown." : "Showing '"
                + String.join("' and '", ports) + "'; `monitor off` ends it.");
    }

    @Override
    public Optional<Why.Watched> why() {
        return conductor.ask(s -> s.why().watched());
    }

    @Override
    public void watch(boolean on) {
        conductor.ask(s -> {
            if (on) s.why().watch();
            else s.why().rest();
            return null;
        });
    }

    @Override
    public Trace why(String port, Message message) {
        return conductor.ask(s -> s.why().would(port, message));
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
        if (studio != null) studio.close();
        conductor.close();
        link.stopClocks();
        solo.close();
        memory.close();
        gear.close();
        if (rack != null) rack.close();
        link.close();
        network.close();
    }
}
