package roadcase.rig;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import roadcase.audio.EngineRack;
import roadcase.audio.Plugin;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.RackPlan;

/**
 * Keeps the engine as a rig wants it: starts it where a rig has a rack, and has {@link RackDevice} give it a device,
 * {@link RackPlaces} load what the slots name, and {@link RackHearing} tell what it says. The engine stays when a rig
 * has no rack any more: the next one may.
 *
 * <p>A thread of its own, {@code roadcase-rack}, does all that; {@link #follow} returns at once. MIDI never waits for
 * it: until a slot has its instrument it is silent.
 */
public final class RackKeeper implements AutoCloseable {
    private static final long LOOK_NANOS = 1_000_000_000L;
    private static final long LAST_SPAN_NANOS = 1_000_000_000L;

    private final Conductor conductor;
    private final String folder;
    private final RackReports reports;
    private final RackDevice device;
    private final RackPlaces places;
    private final RackHearing hearing;
    private final LinkedBlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::keep, "roadcase-rack");
    private volatile EngineRack engine;
    private volatile boolean closed;
    private volatile Consumer<EngineRack> time = running -> { };

    /** @param folder where the engine keeps what it knows of plugins */
    public RackKeeper(Conductor conductor, Witness witness, String folder, AudioWish wish) {
        this.conductor = conductor;
        this.folder = folder;
        reports = new RackReports(witness);
        device = new RackDevice(reports, wish);
        places = new RackPlaces(reports);
        hearing = new RackHearing(conductor, reports, device, places);
        thread.setDaemon(true);
        thread.start();
    }

    /** Who tells the engine the time; is told of each one, and null before it ends. Before the first rig. */
    public void time(Consumer<EngineRack> teller) {
        time = teller;
    }

    /** This rig plays now. */
    public void follow(Rig rig) {
        if (rig.rack() == null && engine == null && reports.plan() == null) return;
        reports.plan(rig.rack());
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
                else
                    running.await(System.nanoTime() + LOOK_NANOS)
                            .forEach(news -> safely(() -> hearing.hear(running, news)));
            }
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

    private void follow() {
        RackPlan wanted = reports.plan();
        if (engine == null && (wanted == null || !opens(wanted))) return;
        if (wanted != null) device.follow(engine, wanted);
        places.follow(engine, wanted);
    }

    private boolean opens(RackPlan wanted) {
        try {
            EngineRack opened = EngineRack.open(folder);
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
        EngineRack running = engine;
        if (closed || reports.plan() == null) return null;
        if (running == null) return RackStanding.SILENT;
        double[] peaks = new double[Rack.SLOTS + 1];
        for (int slot = 0; slot < peaks.length; slot++) peaks[slot] = running.loudness(slot, LAST_SPAN_NANOS).peak();
        return new RackStanding(device.name(), running.status(), peaks);
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
        conductor.rack(Rack.NOBODY);
        time.accept(null);
        engine = null;
        running.close();
    }
}
