package roadcase.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import roadcase.audio.EngineRack;
import roadcase.audio.EngineStatus;
import roadcase.audio.News;
import roadcase.audio.Parameter;
import roadcase.audio.Plugin;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/**
 * Keeps the engine as a rig wants it: starts it where a rig has a rack, gives it a device, loads what the slots name,
 * and tells what it says. The engine stays when a rig has no rack any more: the next one may.
 *
 * <p>A thread of its own, {@code roadcase-rack}, does all that; {@link #follow} returns at once. MIDI never waits for
 * it: until a slot has its instrument it is silent.
 */
public final class RackKeeper implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long LAST_SPAN_NANOS = 1_000_000_000L;
    /** All kinds of devices, each as long as it may take. */
    private static final long DEVICE_SECONDS = 20;
    private static final int PLACES = Rack.INSERTS + 1;

    private final Conductor conductor;
    private final Witness witness;
    private final String folder;
    private volatile AudioWish wish;
    private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::keep, "roadcase-rack");
    /** What was asked for at each place, by slot and position. */
    private final String[][] asked = new String[Rack.SLOTS + 1][PLACES];
    private final int[][] numbers = new int[Rack.SLOTS + 1][PLACES];
    private final String[] sounds = new String[Rack.SLOTS + 1];
    /** Places whose plugin nobody knew: tried again after a scan. */
    private final Queue<int[]> unknown = new ArrayDeque<>();
    private volatile Guest guest = new Guest() {};
    private volatile EngineRack engine;
    private volatile RackPlan plan;
    private volatile String device = "";
    private volatile boolean closed;
    private AudioWish chosen;
    private boolean scanned;
    private boolean away;
    private boolean lost;

    /** Whoever wants to know what comes and goes. Told on the keeper's thread; must not wait long. */
    public interface Guest {
        /** The engine that plays, or null when it has ended. */
        default void engine(EngineRack now) {}

        default void loaded(int slot, int position, String plugin, List<Parameter> all) {}

        /** The place is empty, or gets another plugin. */
        default void left(int slot, int position) {}

        default void refused(int slot, int position, String why) {}

        /** A look for plugins has come to its end. */
        default void scanned() {}

        /** Somebody moved a parameter on a plugin itself. */
        default void moved() {}
    }

    /** @param folder where the engine keeps what it knows of plugins */
    public RackKeeper(Conductor conductor, Witness witness, String folder, AudioWish wish) {
        this.conductor = conductor;
        this.witness = witness;
        this.folder = folder;
        this.wish = wish;
        thread.setDaemon(true);
        thread.start();
    }

    /** Before the first rig. */
    public void guest(Guest newGuest) {
        guest = newGuest;
    }

    /** Another sound device is wanted, now. Returns when it was tried; what came of it is said. */
    public void audio(AudioWish next) throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(1);
        soon(() -> {
            wish = next;
            try {
                if (plan != null && isOpen()) device(plan);
            } finally {
                tried.countDown();
            }
        });
        tried.await(DEVICE_SECONDS, TimeUnit.SECONDS);
    }

    /** This rig plays now. */
    public void follow(Rig rig) {
        if (rig.rack() == null && engine == null && plan == null) return;
        plan = rig.rack();
        soon(this::follow);
    }

    private void soon(Runnable job) {
        jobs.add(job);
        EngineRack running = engine;
        if (running != null) running.wake();
    }

    private void keep() {
        try {
            while (!closed) {
                EngineRack running = engine;
                Runnable job = running == null ? jobs.take() : jobs.poll();
                if (job != null) safely(job);
                else running.await(System.nanoTime() + LOOK_NANOS).forEach(news -> safely(() -> hear(news)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void safely(Runnable job) {
        try {
            job.run();
        } catch (RackFault fault) {
            fault(null, fault.getMessage());
        } catch (RuntimeException fault) {
            fault(null, "a fault of Roadcase in the rack, please report it: " + fault);
        }
    }

    // ---- what the rig wants

    private void follow() {
        RackPlan wanted = plan;
        if (wanted != null && !isOpen()) return;
        if (wanted != null) device(wanted);
        for (int slot = 0; slot <= Rack.SLOTS; slot++)
            for (int position = 0; position < PLACES; position++) place(wanted, slot, position);
    }

    private boolean isOpen() {
        if (engine != null) return true;
        try {
            EngineRack opened = EngineRack.open(folder);
            engine = opened;
            guest.engine(opened);
            conductor.rack(opened);
            return true;
        } catch (RackFault none) {
            fault(plan == null ? null : plan.origin(), "the rack stays silent: " + none.getMessage());
            return false;
        }
    }

    /** Takes the first kind of device that there is. */
    private void device(RackPlan wanted) {
        AudioWish wishes = wish.over(wanted);
        if (wishes.equals(chosen)) return;
        List<String> refused = new ArrayList<>();
        for (String type : wishes.types()) {
            try {
                // JACK's devices are chosen where its server is started.
                String name = type.equals("jack") ? "" : wishes.output();
                engine.device(type, name, wishes.rate(), wishes.buffer());
                chosen = wishes;
                EngineStatus now = engine.status();
                device = type.equals("none") ? "none" : type + (name.isEmpty() ? "" : " " + name);
                say("Sound through " + device + ", " + now.rate() + " Hz, " + now.block() + " frames"
                        + (type.equals("none") ? ": nothing is heard" + because(refused) : ""));
                return;
            } catch (RackFault fault) {
                refused.add(type + ": " + fault.getMessage());
            }
        }
        fault(wanted.origin(), "there is no sound" + because(refused));
    }

    private static String because(List<String> refused) {
        return refused.isEmpty() ? "" : " (" + String.join("; ", refused) + ")";
    }

    private void place(RackPlan wanted, int slot, int position) {
        SlotPlan said = wanted == null ? null : wanted.slot(slot);
        String plugin = said == null ? null : said.plugin(position);
        if (!Objects.equals(plugin, asked[slot][position])) {
            asked[slot][position] = plugin;
            guest.left(slot, position);
            unknown.removeIf(place -> place[0] == slot && place[1] == position);
            if (position == 0) sounds[slot] = null;
            if (unknown.isEmpty()) scanned = false; // what was installed since the last look counts
            if (plugin == null) engine.remove(slot, position);
            else load(slot, position);
        } else if (position == 0 && plugin != null && !Objects.equals(said.sound(), sounds[slot])) sound(slot);
    }

    private void load(int slot, int position) {
        numbers[slot][position] = 0;
        try {
            numbers[slot][position] = engine.load(slot, position, asked[slot][position]);
        } catch (RackFault refused) {
            failed(slot, position, refused.getMessage());
        }
    }

    /** Not known may mean not looked for yet. */
    private void failed(int slot, int position, String why) {
        if (scanned) {
            without(slot, position, why);
            return;
        }
        try {
            if (unknown.isEmpty()) {
                engine.scan(false);
                say("Looking for plugins …");
            }
            unknown.add(new int[] {slot, position});
        } catch (RackFault refused) {
            scanned = true;
            without(slot, position, refused.getMessage());
        }
    }

    private void without(int slot, int position, String why) {
        guest.refused(slot, position, why);
        fault(origin(slot), said(slot) + (position == 0 ? " stays silent, without '" : " goes without '") + asked[slot][position]
                + "': " + why);
    }

    private void sound(int slot) {
        RackPlan wanted = plan;
        SlotPlan said = wanted == null ? null : wanted.slot(slot);
        if (said == null) return;
        sounds[slot] = said.sound();
        if (said.sound() == null) return;
        try {
            engine.sound(slot, 0, said.sound());
        } catch (RackFault refused) {
            fault(said.origin(), said(slot) + ": " + refused.getMessage());
        }
    }

    // ---- what the engine says

    private void hear(News news) {
        switch (news.kind()) {
            case ENGINE -> engine(EngineStatus.engine(news.number()), news.text());
            case DEVICE -> device(EngineStatus.device(news.number()), news.text());
            case LOADED -> loaded(news);
            case FAILED -> {
                if (isAsked(news)) failed(news.slot(), news.position(), news.text());
            }
            case LEFT_OUT -> fault(origin(news.slot()), said(news.slot()) + ": '" + news.text() + "' was to blame "
                    + news.number() + " times and is left out until it is loaded anew");
            case SILENCED -> fault(origin(news.slot()), said(news.slot()) + " is muted for a moment: " + news.text());
            case BLAMED -> fault(origin(news.slot()), said(news.slot()) + ": '" + news.text()
                    + "' was at work when the sound engine died");
            case PARAMETER -> moved(news);
            case SCANNED -> scanned(news);
            case SCANNING, LATENCY, UNKNOWN -> { }
        }
    }

    private void engine(EngineStatus.Engine now, String why) {
        boolean back = away && now == EngineStatus.Engine.RUNNING;
        away = now != EngineStatus.Engine.RUNNING;
        if (back) say("The sound is back.");
        else if (now == EngineStatus.Engine.GAVE_UP) fault(null, "the sound engine dies again and again: " + why);
        else if (away) fault(null, "the sound engine is gone, and is started again" + (why.isEmpty() ? "" : ": " + why));
    }

    private void device(EngineStatus.Device now, String text) {
        boolean back = lost && now == EngineStatus.Device.PLAYING;
        lost = now == EngineStatus.Device.LOST;
        if (back) say("The sound device is back: " + text);
        else if (lost) fault(null, "the sound device is gone; the show waits for it: " + text);
    }

    private boolean isAsked(News news) {
        return news.slot() >= 0 && news.position() >= 0 && numbers[news.slot()][news.position()] == news.number()
                && asked[news.slot()][news.position()] != null;
    }

    private void loaded(News news) {
        if (!isAsked(news)) return;
        List<Parameter> all = engine.parameters(news.slot(), news.position());
        if (news.position() == 0) sound(news.slot());
        // After its sound: what was remembered is what was turned since.
        conductor.tell(stage -> stage.pluginLoaded(news.slot(), news.position()));
        guest.loaded(news.slot(), news.position(), asked[news.slot()][news.position()], all);
        warnOfParameters(news, all);
    }

    private void warnOfParameters(News news, List<Parameter> all) {
        RackPlan wanted = plan;
        SlotPlan slot = wanted == null ? null : wanted.slot(news.slot());
        if (slot == null) return;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) names.addAll(List.of(String.valueOf(i + 1), all.get(i).name()));
        for (SlotPlan.ParameterPlan parameter : slot.parameters())
            if (parameter.position() == news.position() && !names.contains(parameter.which()))
                fault(parameter.origin(), "'" + news.text() + "' has no parameter '" + parameter.which() + "'"
                        + Spelling.didYouMean(parameter.which(), names));
    }

    private void moved(News news) {
        guest.moved();
        List<Parameter> all = engine.parameters(news.slot(), news.position());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number() != news.number()) continue;
            List<String> names = List.of(String.valueOf(i + 1), all.get(i).name());
            conductor.tell(stage -> stage.pluginMoved(news.slot(), news.position(), names, news.value()));
        }
    }

    private void scanned(News news) {
        scanned = true;
        guest.scanned();
        say(news.number() + " plugins are known" + (news.value() > 0 ? "; " + (long) news.value() + " files were of no use" : "") + ".");
        for (int[] place = unknown.poll(); place != null; place = unknown.poll()) load(place[0], place[1]);
    }

    private String said(int slot) {
        RackPlan wanted = plan;
        SlotPlan said = wanted == null || slot < 0 ? null : wanted.slot(slot);
        return said == null ? slot == 0 ? "the master" : "slot " + slot : said.said();
    }

    private Origin origin(int slot) {
        RackPlan wanted = plan;
        SlotPlan said = wanted == null ? null : wanted.slot(slot);
        return said == null ? Origin.NOWHERE : said.origin();
    }

    private void say(String sentence) {
        witness.note(System.nanoTime(), sentence);
    }

    private void fault(Origin origin, String sentence) {
        witness.fault(System.nanoTime(), origin == null ? Origin.NOWHERE : origin, sentence);
    }

    // ---- for faces

    /** How the rack stands, or null where there is none. Any thread. */
    public RackStanding standing() {
        EngineRack running = engine;
        if (closed || plan == null) return null;
        if (running == null) return RackStanding.SILENT;
        double[] peaks = new double[Rack.SLOTS + 1];
        for (int slot = 0; slot < peaks.length; slot++) peaks[slot] = running.loudness(slot, LAST_SPAN_NANOS).peak();
        return new RackStanding(device, running.status(), peaks);
    }

    /** Plugins whose name contains this. Any thread; five seconds at most. */
    public List<Plugin> plugins(String part) {
        EngineRack running = engine;
        return running == null || closed ? List.of() : running.plugins(part);
    }

    /** Fades out and ends the engine. After the Conductor has ended. */
    @Override
    public void close() {
        closed = true;
        soon(() -> { });
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EngineRack running = engine;
        if (running == null || thread.isAlive()) return; // the engine ends by itself once we are gone
        guest.engine(null);
        conductor.rack(Rack.NOBODY);
        engine = null;
        running.close();
    }
}
