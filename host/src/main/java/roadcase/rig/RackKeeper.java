package roadcase.rig;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import roadcase.audio.EngineRack;
import roadcase.audio.Parameter;
import roadcase.audio.Plugin;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.audio.Sound;
import roadcase.rig.plan.RackPlan;

/**
 * Keeps the engine as a rig wants it: starts it where a rig has a rack, and has {@link RackDevice} give it a device,
 * {@link RackPlaces} load what the slots name, {@link RackStates} keep what the plugins know, and {@link RackHearing}
 * tell what the engine says. It stays when a rig has no rack any more: the next one may.
 *
 * <p>A thread of its own, {@code roadcase-rack}, does all that; {@link #follow} returns at once. MIDI never waits for
 * it: until a slot has its instrument it is silent.
 */
public final class RackKeeper implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long LAST_SPAN_NANOS = 1_000_000_000L;
    /** All kinds of devices, each as long as it may take. */
    private static final long DEVICE_SECONDS = 20;
    private static final long LAST_STATES_NANOS = 2_000_000_000L;

    private final Conductor conductor;
    private final RackFiles files;
    private final RackReports reports;
    private final RackDevice device;
    private final RackStates states;
    private final RackPlaces places;
    private final RackHearing hearing;
    private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::keep, "roadcase-rack");
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();
    private volatile EngineRack engine;
    private volatile boolean closed;
    private volatile Consumer<EngineRack> time = running -> { };

    public RackKeeper(Conductor conductor, Witness witness, RackFiles files, AudioWish wish) {
        this.conductor = conductor;
        this.files = files;
        reports = new RackReports(witness);
        device = new RackDevice(reports, wish);
        states = new RackStates(reports, files.states());
        places = new RackPlaces(reports, states, files.paths());
        hearing = new RackHearing(conductor, reports, device, places, states);
        thread.setDaemon(true);
        thread.start();
    }

    /** Who tells the engine the time; is told of each one, and null before it ends. Before the first rig. */
    public void time(Consumer<EngineRack> teller) {
        time = teller;
    }

    /** Who is told what comes and goes. Before the first rig. */
    void guest(RackGuest guest) {
        reports.guest(guest);
    }

    /** Another sound device is wanted, now. Returns when it was tried, or after 20 s; what came of it is said. */
    public void audio(AudioWish next) throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(1);
        soon(() -> {
            device.wish(next);
            try {
                follow(false);
            } finally {
                tried.countDown();
            }
        });
        tried.await(DEVICE_SECONDS, TimeUnit.SECONDS);
    }

    /** This rig plays now. */
    public void follow(Rig rig) {
        if (rig.rack() == null && engine == null && reports.plan() == null) return;
        reports.plan(rig.rack());
        soon(() -> follow(true));
    }

    /** The same where only the prompt added something: what could not be had before is left alone. */
    public void lay(Rig rig) {
        reports.plan(rig.rack());
        soon(() -> follow(false));
    }

    private void soon(Runnable job) {
        jobs.add(job);
        EngineRack running = engine;
        if (running != null) running.wake();
    }

    private void keep() {
        try {
            long looked = System.nanoTime();
            while (!closed) {
                EngineRack running = engine;
                Runnable job = running == null ? jobs.take() : jobs.poll();
                if (job != null) safely(job);
                else
                    running.await(looked + LOOK_NANOS).forEach(news -> safely(() -> hearing.hear(running, news)));
                long now = System.nanoTime();
                if (running == null || now - looked < LOOK_NANOS) continue;
                looked = now;
                safely(() -> states.look(running, now));
            }
            EngineRack running = engine;
            if (running != null) safely(() -> states.takeAll(running, System.nanoTime() + LAST_STATES_NANOS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void safely(Runnable job) {
        try {
            job.run();
        } catch (RackFault fault) {
            reports.fault(fault.getMessage());
        } catch (RuntimeException fault) {
            reports.fault("a fault of Roadcase in the rack, please report it: " + fault);
        }
    }

    private void follow(boolean again) {
        RackPlan wanted = reports.plan();
        if (engine == null && (wanted == null || !opens(wanted))) return;
        if (wanted != null) device.follow(engine, wanted);
        places.follow(engine, wanted, again);
    }

    private boolean opens(RackPlan wanted) {
        try {
            EngineRack opened = EngineRack.open(files.cache());
            engine = opened;
            conductor.rack(opened);
            time.accept(opened);
            return true;
        } catch (RackFault none) {
            reports.fault(wanted.origin(), "the rack stays silent: " + none.getMessage());
            return false;
        }
    }

    // ---- for faces

    /** How the rack stands, or null where there is none. Any thread. */
    public RackStanding standing() {
        if (closed || reports.plan() == null) return null;
        return ask(running -> {
            double[] peaks = new double[Rack.SLOTS + 1];
            for (int slot = 0; slot < peaks.length; slot++)
                peaks[slot] = running.loudness(slot, LAST_SPAN_NANOS).peak();
            return new RackStanding(device.name(), running.status(), peaks);
        }).orElse(RackStanding.SILENT);
    }

    /**
     * Type and name of what could be played on now. Any thread; five seconds at most.
     *
     * @throws RackFault with a sentence
     */
    public List<List<String>> devices() {
        return ask(EngineRack::devices).orElseThrow(RackKeeper::nobody);
    }

    /**
     * Looks for plugins; it is said how far that is. Any thread; returns at once.
     *
     * @param again also in files that are known
     * @throws RackFault with a sentence
     */
    public void scan(boolean again) {
        tell(running -> running.scan(again));
    }

    /** Plugins whose name contains this. Any thread; five seconds at most. */
    public List<Plugin> plugins(String part) {
        return ask(running -> running.plugins(part)).orElse(List.of());
    }

    /**
     * What can be turned on a plugin, in its order; none in an empty place. Any thread; two seconds at most.
     *
     * @throws RackFault with a sentence
     */
    public List<Parameter> parameters(int slot, int position) {
        return ask(running -> running.parameters(slot, position)).orElseThrow(RackKeeper::nobody);
    }

    /**
     * The sounds that a plugin can be given. Any thread; five seconds at most.
     *
     * @throws RackFault with a sentence
     */
    public List<Sound> sounds(int slot, int position) {
        return ask(running -> running.sounds(slot, position)).orElseThrow(RackKeeper::nobody);
    }

    /**
     * What a plugin would have to know to sound as it does now; no bytes for an empty place. It may drop out for a
     * moment while it answers. Any thread; five seconds at most.
     *
     * @throws RackFault with a sentence
     */
    public byte[] state(int slot, int position) {
        return ask(running -> running.state(slot, position)).orElseThrow(RackKeeper::nobody);
    }

    /**
     * Gives a plugin that plays such a state; the values that the gig has of its parameters follow it. Any thread;
     * five seconds at most.
     *
     * @throws RackFault with a sentence: it does not fit, or there is nothing in this place
     */
    public void state(int slot, int position, byte[] state) {
        tell(running -> running.state(slot, position, state));
        soon(() -> hearing.given(engine, slot, position));
    }

    /** The same for the rack's thread, which then goes on with {@code then}. */
    void give(int slot, int position, byte[] state, Runnable then) {
        soon(() -> {
            try {
                engine.state(slot, position, state);
                hearing.given(engine, slot, position);
            } finally {
                then.run();
            }
        });
    }

    /**
     * Shows a plugin's own window, or closes it. Any thread; five seconds at most.
     *
     * @throws RackFault with a sentence: there is no display, or it has no window
     */
    public void window(int slot, int position, boolean show) {
        tell(running -> running.window(slot, position, show));
        if (show) soon(() -> states.shown(slot, position));
    }

    /** Not while it is being closed: that excludes every other call. Empty where there is no engine. */
    private <T> Optional<T> ask(Function<EngineRack, T> question) {
        closing.readLock().lock();
        try {
            EngineRack running = engine;
            return running == null || closed ? Optional.empty() : Optional.of(question.apply(running));
        } finally {
            closing.readLock().unlock();
        }
    }

    private void tell(Consumer<EngineRack> order) {
        ask(running -> {
            order.accept(running);
            return true;
        }).orElseThrow(RackKeeper::nobody);
    }

    private static RackFault nobody() {
        return new RackFault("there is no sound engine to ask");
    }

    /** Keeps the plugins' states, fades out and ends the engine; ten seconds at most. After the Conductor has ended. */
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
        conductor.rack(Rack.NOBODY);
        time.accept(null);
        closing.writeLock().lock();
        try {
            engine = null;
            running.close();
        } finally {
            closing.writeLock().unlock();
        }
    }
}
