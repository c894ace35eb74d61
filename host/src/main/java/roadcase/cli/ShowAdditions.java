package roadcase.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import roadcase.cli.shell.Additions;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Reply;
import roadcase.files.AtomicFile;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.PortNames;
import roadcase.midi.RealPort;
import roadcase.rig.AudioWish;
import roadcase.rig.KnownPlugin;
import roadcase.rig.Live;
import roadcase.rig.RackDesk;
import roadcase.rig.RackRefusal;
import roadcase.rig.RackStanding;
import roadcase.rig.Session;
import roadcase.rig.MemoryOfSession;
import roadcase.rig.SessionText;
import roadcase.rig.Spelling;
import roadcase.rig.Turnable;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * What a player adds to a show on stage: laid over its gig, and kept in its session's file within a second.
 *
 * <p>The shell's thread; the session is written by its own.
 */
final class ShowAdditions implements Additions, AutoCloseable {
    private static final int MOST_NAMED = 5;
    private static final long MOMENT_MILLIS = 800;
    private static final long LOADING_MILLIS = 60_000;
    /** A move is heard with the next block of the device, and blocks are up to 170 ms long. */
    private static final int LOOKS = 10;
    private static final long LOOK_NANOS = 20_000_000;
    private static final long SCAN_MILLIS = 120_000;

    private final Show show;
    private final ShowReload reload;
    private final Playing playing;
    private final SessionFile file;
    private final AudioWish wish;
    private final Consumer<String> say;
    private final Supplier<List<String>> parts;
    private final Path here;
    private final MemoryOfSession keeper;
    private final AtomicLong changes = new AtomicLong();
    /** What was kept last; under the lock of this. */
    private Session last;

    /**
     * @param wish of the sound when the show began
     * @param say shows a line while a deed takes its time
     * @param here what paths are relative to
     */
    ShowAdditions(Show show, SessionFile file, AudioWish wish, Consumer<String> say, Supplier<List<String>> parts,
            Path here) {
        this.show = show;
        this.reload = show.reload();
        this.playing = show.playing();
        this.file = file;
        this.wish = wish;
        this.say = say;
        this.parts = parts;
        this.here = here;
        this.last = file.session();
        this.keeper = new MemoryOfSession(file.file(), () -> show.revision() + show.desk().revision() + changes.get(),
                this::gather);
    }

    /** The show plays, with what the session says of its overlay. */
    void start() {
        show.desk().sessions().expect(last, show.rig());
        keeper.start();
    }

    /** Null where there is no rack to be kept. */
    private synchronized byte[] gather() {
        if (show.rig().rack() == null) return null;
        last = show.desk().sessions().session(last, show.rig(), playing.live(), reload.laid().overlay(),
                show.standing().bpm(), playing.rack());
        return SessionText.write(last);
    }

    private synchronized Session last() {
        return last;
    }

    @Override
    public Overlay overlay() {
        return reload.laid().overlay();
    }

    @Override
    public String lines() {
        return reload.lines();
    }

    @Override
    public Reply change(Overlay wanted) {
        Reply reply = reload.change(wanted);
        changes.incrementAndGet();
        return reply;
    }

    @Override
    public boolean isAlone() {
        return reload.gig() == null;
    }

    @Override
    public List<String> inputs() {
        List<RealPort> all = show.backend().ports();
        return all.stream().filter(p -> p.direction() == Direction.INPUT).map(p -> called(p, all)).distinct().toList();
    }

    /** {@code MIDI Mix:out} of JACK is a MIDI Mix, in and out alike, where no other port is one. */
    private static String called(RealPort port, List<RealPort> all) {
        int colon = port.name().indexOf(':');
        if (colon <= 0) return port.name();
        String client = port.name().substring(0, colon);
        return PortNames.meant(client, Direction.INPUT, all).ports().equals(List.of(port)) ? client : port.name();
    }

    @Override
    public List<Turnable> parameters(int slot, int position) {
        return show.desk().turnables(slot, position);
    }

    @Override
    public Turnable turn(int slot, int position, int index, Turnable parameter, double value) {
        show.desk().turn(slot, position, index, parameter.name(), value);
        for (int look = 0; look < LOOKS; look++) {
            LockSupport.parkNanos(LOOK_NANOS);
            List<Turnable> now = parameters(slot, position);
            // A switch stands where it can, not where it was asked to.
            if (index < now.size() && now.get(index).value() != parameter.value()) return now.get(index);
        }
        return new Turnable(parameter.name(), value, "", "");
    }

    @Override
    public String await(int slot, int position, String plugin) {
        try {
            String why = show.desk().await(slot, position, plugin, MOMENT_MILLIS);
            if (!RackDesk.NOT_YET.equals(why)) return why;
            say.accept("Loading '" + plugin + "' …");
            return show.desk().await(slot, position, plugin, LOADING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RackDesk.NOT_YET;
        }
    }

    @Override
    public String meant(String plugin) {
        if (plugin.equalsIgnoreCase(KnownPlugin.BUILT_IN)) return KnownPlugin.BUILT_IN;
        if (plugin.matches("(?i).*[/\\\\].*|.*\\.(vst3|lv2|component|dll|so|json|groovy)")) return file(plugin);
        String known = named(plugin);
        if (known != null) return known;
        try {
            if (!show.desk().lookOnce(SCAN_MILLIS))
                    throw new RackRefusal("The look for plugins is not at its end yet: try again in a while");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        known = named(plugin);
        if (known != null) return known;
        List<String> all = new ArrayList<>(show.desk().plugins("").stream().map(KnownPlugin::name).distinct().toList());
        throw new RackRefusal("There is no plugin '" + plugin + "'" + Spelling.didYouMean(plugin, all)
                + "; `plugins` lists what there is, `scan` looks again");
    }

    /** Of the known ones the one that is called so, or whose name has this part; null for none. */
    private String named(String plugin) {
        List<String> names = show.desk().plugins(plugin).stream().map(KnownPlugin::name).distinct().toList();
        for (String name : names) if (name.equalsIgnoreCase(plugin)) return name;
        List<String> parts = names.stream().filter(n -> n.toLowerCase(Locale.ROOT)
                .contains(plugin.toLowerCase(Locale.ROOT))).toList();
        if (parts.size() > 1)
            throw new RackRefusal("'" + plugin + "' may be " + String.join(" or ", parts.subList(0,
                    Math.min(MOST_NAMED, parts.size())))
                    + (parts.size() > MOST_NAMED ? " or others" : "") + ": say which");
        return parts.isEmpty() ? null : parts.get(0);
    }

    private String file(String plugin) {
        Path path = SessionFile.typed(plugin, here);
        if (!Files.exists(path)) throw new RackRefusal("There is no plugin " + path + ": is the path right?");
        String lower = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        if (lower.endsWith(".vst3") || lower.endsWith(".lv2") || mac && lower.endsWith(".component"))
                return path.toString();
        throw new RackRefusal(path + " is no plugin that can be loaded: those end in .vst3 or .lv2" + (mac
                ? " or .component" : ""));
    }

    @Override
    public List<KnownPlugin> plugins(String part) {
        return show.desk().plugins(part);
    }

    @Override
    public Reply scan() {
        show.desk().scan();
        return Reply.said("Looking for plugins …");
    }

    @Override
    public Reply window(int slot, int position) {
        show.desk().window(slot, position, true);
        return Reply.said();
    }

    @Override
    public List<List<String>> devices() {
        return show.desk().devices();
    }

    @Override
    public Reply audio(String type, String device) {
        boolean again = type.isEmpty() && device.isEmpty();
        AudioWish next = again ? wish : new AudioWish(type, device, wish.rate(), wish.buffer());
        try {
            show.keeper().audio(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RackStanding now = playing.rack();
        return Reply.said(now == null ? "There is no rack" : now.line());
    }

    // ---- sessions

    @Override
    public Reply save(String given) {
        AtomicFile target = given == null ? file.file() : new AtomicFile(json(given), SessionText::unusable);
        byte[] bytes = gather();
        if (bytes == null) return Reply.mistake("There is no rack, and so no session to save");
        // What its own plugins know is kept beside it all the time.
        if (given != null) bytes = SessionText.write(show.desk().sessions().whole(last()));
        String fault = target.write(bytes);
        return fault == null ? Reply.said("Saved to " + target.path() + ".") : Reply.mistake(fault);
    }

    /** What is to be written over must be a session. */
    private Path json(String given) {
        Path path = SessionFile.typed(given, here);
        SessionFile.mustBeOne(path);
        return path;
    }

    @Override
    public Reply restore(String given) {
        Path path = given == null ? file.file().path() : SessionFile.typed(given, here);
        SessionText.Read text = SessionFile.of(path);
        Session session = text.session();
        List<String> lines = new ArrayList<>(text.warnings().stream().map(w -> path.getFileName() + ": " + w).toList());
        Overlay now = overlay();
        Overlay wanted = session.overlay(true).sequencer(now.sequencer()).mixer(now.mixer());
        for (int number : gigs()) wanted = wanted.slot(number, null);
        Reply laid = change(wanted);
        if (laid.mistake() != null || !laid.errors().isEmpty()) return laid;
        RackPlan rack = show.rig().rack();
        if (rack == null) return Reply.mistake("There is no rack, and nothing in " + path + " that would make one");
        synchronized (this) {
            last = session;
            levels(session, rack);
            show.desk().sessions().expect(session, show.rig());
        }
        changes.incrementAndGet();
        if (session.bpm() > 0) playing.timing().tempo(session.bpm());
        settled(rack, lines);
        long slots = session.slots().stream().filter(s -> s != null && s.instrument() != null).count();
        lines.add("Restored " + path + ": " + count(slots, "slot") + ", " + count(session.master().size(), "effect")
                + " of the master, "
                + count(session.routing().size(), "route") + ".");
        return Reply.lines(lines);
    }

    /** Waits until everything is in its place; says what is not. */
    private void settled(RackPlan rack, List<String> lines) {
        for (SlotPlan plan : rack.slots())
            for (int position = 0; position <= plan.effects().size(); position++) {
                if (plan.plugin(position) == null) continue;
                String why = await(plan.number(), position, plan.plugin(position));
                if (why != null) lines.add(plan.said() + ": '" + plan.plugin(position) + "' is kept, but silent: "
                        + why);
            }
    }

    private static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Slots that the gig itself names: what is in them is the gig's. */
    private List<Integer> gigs() {
        RackPlan rack = show.rig().rack();
        if (rack == null) return List.of();
        return rack.slots().stream().filter(s -> s.name() != null && !overlay().slots().containsKey(s.number()))
                .map(SlotPlan::number).toList();
    }

    private void levels(Session session, RackPlan rack) {
        Live live = playing.live();
        for (SlotPlan plan : rack.slots()) {
            Session.Slot slot = session.of(plan);
            if (!plan.isMaster() && slot == null) continue;
            live.setValue(SlotPlan.gainName(plan.number()), Session.decibels(plan.isMaster()
                    ? session.masterGain() : slot.gain()));
            live.turn(SlotPlan.muteName(plan.number()), plan.isMaster() ? session.masterMuted() : slot.muted());
            if (!plan.isMaster()) live.turn(SlotPlan.soloName(plan.number()), slot.solo());
        }
    }

    @Override
    public String kept() {
        String fault = keeper.fault();
        return "session  " + file.file().path() + (fault == null ? "" : ": " + fault);
    }

    @Override
    public List<String> parts() {
        return parts.get();
    }

    /** Writes what is not written yet. Before the show ends. */
    @Override
    public void close() {
        keeper.close();
    }
}
