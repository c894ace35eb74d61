package roadcase.rig;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import roadcase.audio.EngineRack;
import roadcase.audio.Loudness;
import roadcase.audio.Rack;
import roadcase.rig.plan.SlotPlan;

/**
 * Reads the meters of the rack for loops, 20 times a second, on a thread of its own that runs as long as any loop has
 * asked for one. What it reads is published; the Conductor never asks the engine.
 *
 * <p>A slot's meter is behind its gain, mute and solo. Source: meter.h.
 */
final class RackMeters implements LoopMeters, AutoCloseable {
    private static final long EVERY_NANOS = 50_000_000L;
    private static final long SPAN_NANOS = 50_000_000L;

    private final Supplier<Rack> rack;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Object turn = new Object();
    private Thread thread;
    private volatile boolean closed;

    /** The last frame; {@code number} is written last. */
    private static final class Reading {
        final int slot;
        volatile double level;
        volatile double peak;
        volatile long number;

        Reading(int slot) {
            this.slot = slot;
        }
    }

    RackMeters(Supplier<Rack> rack) {
        this.rack = rack;
    }

    /** When this returns nothing is read from the rack that was there before. Any thread. */
    void settle() {
        synchronized (turn) {
            turn.notifyAll();
        }
    }

    @Override
    public Tap tap(String name) {
        int slot = slot(name);
        if (slot < 0) return null;
        Reading reading = readings.computeIfAbsent(name, n -> new Reading(slot));
        start();
        return new Tap() {
            private long seen = reading.number;

            @Override
            public boolean frame() {
                long now = reading.number;
                boolean is = now != seen;
                seen = now;
                return is;
            }

            @Override
            public double level() {
                return reading.level;
            }

            @Override
            public double peak() {
                return reading.peak;
            }
        };
    }

    private static int slot(String name) {
        for (int slot = 0; slot <= Rack.SLOTS; slot++) if (SlotPlan.meterName(slot).equals(name)) return slot;
        return -1;
    }

    private synchronized void start() {
        if (thread != null || closed) return;
        thread = new Thread(this::read, "roadcase-loop-meters");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        while (!closed) {
            synchronized (turn) {
                if (!closed && rack.get() instanceof EngineRack engine) readings.values().forEach(r -> read(engine, r));
            }
            LockSupport.parkNanos(this, EVERY_NANOS);
        }
    }

    private static void read(EngineRack engine, Reading reading) {
        Loudness loud = engine.loudness(reading.slot, SPAN_NANOS);
        if (loud == Loudness.NONE) return; // the engine is away: the meter is stale, not silent
        reading.level = loud.rms();
        reading.peak = loud.peak();
        reading.number++;
    }

    @Override
    public synchronized void close() {
        closed = true;
        settle();
        if (thread != null) LockSupport.unpark(thread);
    }
}
