package roadcase.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import roadcase.cli.shell.Playing;
import roadcase.files.Holders;
import roadcase.midi.Backend;
import roadcase.midi.net.ListenAddress;
import roadcase.midi.net.NetworkPorts;
import roadcase.rig.AudioWish;
import roadcase.rig.Conductor;
import roadcase.rig.Declared;
import roadcase.rig.Gear;
import roadcase.rig.LinkKeeper;
import roadcase.rig.Memory;
import roadcase.rig.RackDesk;
import roadcase.rig.RackFiles;
import roadcase.rig.RackKeeper;
import roadcase.rig.ReactionFault;
import roadcase.rig.RealTime;
import roadcase.rig.Remembered;
import roadcase.rig.Rig;
import roadcase.rig.Soloist;
import roadcase.rig.Stage;
import roadcase.rig.Standing;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.NetworkPlan;
import roadcase.rig.plan.Reaction;
import roadcase.script.GigReader;
import roadcase.script.Prompt;
import roadcase.script.Result;
import roadcase.script.Trouble;

/**
 * A gig on stage, wired together: ports, Conductor, Soloist, memory, sound; how it begins, how another rig takes its
 * place, and how it ends.
 *
 * <p>Made and started by one thread; {@link #swap} by the reload's; {@link #close} by any, once or often.
 */
final class Show implements AutoCloseable {
    /** A reaction of a few lines, and the time until its thread is awake. Source: tried with 0, 40 and 100 on two cores. */
    private static final long SPIN_NANOS = 50_000;

    private final Herald herald;
    private final NetworkPorts network;
    private final Memory memory;
    private final Soloist solo;
    private final Conductor conductor;
    private final Gear gear;
    private final LinkKeeper link;
    private final Monitor monitor;
    private final ShowReload reload;
    private final ShowPlaying playing;
    private volatile Rig rig;
    private volatile ListenAddress reachAt;
    private RackKeeper rack;
    private RackDesk desk;
    private ShowAdditions additions;
    private Double startBpm;
    private boolean startLink;
    private boolean closed;

    /** What a show is wired together of. */
    record Parts(Herald herald, NetworkPorts network, Memory memory, Soloist solo, Conductor conductor, Gear gear,
            LinkKeeper link, Monitor monitor) {}

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
        this.herald = herald;
        this.memory = memory;
        Memory.Loaded loaded = memory.load();
        loaded.warnings().forEach(herald::say);
        this.solo = new Soloist(critic(herald), Trouble::sentence);
        Map<String, Memory.Entry> entries = new HashMap<>(fresh ? Map.of() : loaded.entries());
        entries.putAll(session);
        Remembered remembered = new Remembered(entries);
        this.conductor = new Conductor(network, solo, herald, remembered, this::portsChanged, this::first,
                Runtime.getRuntime().availableProcessors() > 1 ? SPIN_NANOS : 0);
        this.gear = new Gear(network, conductor, herald, device -> new Holders().of(Path.of(device)));
        this.link = new LinkKeeper(conductor, network, herald);
        this.monitor = new Monitor(conductor, herald);
        this.reload = new ShowReload(this, herald, faultLog);
        this.playing = new ShowPlaying(this, reload,
                new Parts(herald, network, memory, solo, conductor, gear, link, monitor));
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
    void additions(ShowAdditions newAdditions) {
        additions = newAdditions;
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

    /**
     * Plays a gig from now on and reads it again whenever one of its files is saved.
     *
     * @param gigFile null where there is none, and what is added at the prompt is all there is
     */
    void start(GigReader reader, Prompt newPrompt, Path gigFile, Result.Read first) {
        play(reload.begin(newPrompt, gigFile, first));
        reload.watch(reader, first.sources());
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

    private void reach(Rig of) {
        NetworkPlan said = of.network();
        network.listen(reachAt != null ? reachAt : said == null ? ListenAddress.OFF : said.place());
    }

    /** A surface's lights tell how the gig stands; nobody else may paint them. */
    private static Set<String> lights(Rig of) {
        Set<String> names = new HashSet<>();
        for (DevicePlan device : of.devices()) if (!device.spec().controls().isEmpty()) names.add(device.out().name());
        return names;
    }

    /** Another rig takes the place of the one that plays; where that cannot be, the old one plays on and this throws. */
    void swap(Declared next) {
        network.hide(lights(next.rig()));
        try {
            Conductor.Prepared prepared = conductor.prepare(next);
            gear.open(next.rig()).forEach(herald::say);
            link.open(next.rig());
            prepared.swap();
        } catch (RuntimeException fault) {
            gear.open(rig);
            gear.closeOthers(rig);
            throw fault;
        }
    }

    /**
     * Everything else goes along with the rig that plays now.
     *
     * @param laid whether the overlay is what changed
     */
    void swapped(Rig now, boolean laid) {
        solo.reloaded();
        gear.closeOthers(now);
        if (rack != null && laid) rack.lay(now);
        else if (rack != null) rack.follow(now);
        rig = now;
        monitor.of(rig);
        reach(rig);
    }

    RackDesk desk() {
        return desk;
    }

    RackKeeper keeper() {
        return rack;
    }

    Backend backend() {
        return network;
    }

    /** Null where nothing is kept. */
    ShowAdditions additions() {
        return additions;
    }

    ShowReload reload() {
        return reload;
    }

    /** For a shell. */
    Playing playing() {
        return playing;
    }

    Rig rig() {
        return rig;
    }

    long revision() {
        return conductor.revision();
    }

    Standing standing() {
        return conductor.ask(Stage::standing);
    }

    /** The clean stop: what is held is ended, what is remembered is written. Within a few seconds. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        reload.close();
        if (additions != null) additions.close();
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
