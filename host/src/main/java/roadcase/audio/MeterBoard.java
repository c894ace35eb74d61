package roadcase.audio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How loud it is, by the written names of meters: {@code slot 1}, {@code master}, {@code master / spectrum 8 / 3} for the
 * third of eight bands, the lowest first.
 *
 * <p>Readings are published thirty times a second by a thread of their own, as long as somebody reads them: so
 * {@link #level} only looks one up. Any thread may call it, the Conductor too; but for the first time that a name is
 * asked for, it allocates nothing. It never waits.
 */
final class MeterBoard {
    private static final Pattern NAME = Pattern.compile("(?:master|slot ([1-8]))(?: / spectrum (\\d{1,2}) / (\\d{1,2}))?");
    private static final int MOST_BANDS = 64;
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(33);
    /** A reader that paints ten times a second misses no peak. */
    private static final long SPAN = TimeUnit.MILLISECONDS.toNanos(100);
    /** Turns without a reader after which nothing is measured any more: two seconds. */
    private static final int IDLE_TURNS = 60;

    private final EngineRack engine;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::publish, "roadcase-meters");
    private volatile boolean closed;
    private boolean started;

    private static final class Reading {
        final int slot;
        /** 0 for the level of all of it. */
        final int bands;
        final int band;
        volatile double decibels = Rack.SILENCE;
        volatile boolean asked = true;
        /** Of the publishing thread. */
        int idle;

        Reading(int slot, int bands, int band) {
            this.slot = slot;
            this.bands = bands;
            this.band = band;
        }
    }

    MeterBoard(EngineRack engine) {
        this.engine = engine;
        thread.setDaemon(true);
    }

    /** The peak of just now in dB, {@link Rack#SILENCE} for a name that no meter has, and until it was measured. */
    double level(String name) {
        Reading reading = readings.get(name);
        if (reading == null) reading = begin(name);
        if (reading == null) return Rack.SILENCE;
        if (!reading.asked) reading.asked = true;
        return reading.decibels;
    }

    private synchronized Reading begin(String name) {
        Matcher parts = NAME.matcher(name);
        if (closed || !parts.matches()) return null;
        int slot = parts.group(1) == null ? Rack.MASTER : Integer.parseInt(parts.group(1));
        int bands = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int band = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        if (bands > MOST_BANDS || band > bands || bands > 0 && band == 0) return null;
        if (!started) thread.start();
        started = true;
        return readings.computeIfAbsent(name, n -> new Reading(slot, bands, band));
    }

    private void publish() {
        while (!closed) {
            double[][][] spectra = new double[Rack.SLOTS + 1][MOST_BANDS + 1][];
            for (Reading reading : readings.values()) {
                reading.idle = reading.asked ? 0 : reading.idle + 1;
                reading.asked = false;
                if (reading.idle > IDLE_TURNS) reading.decibels = Rack.SILENCE;
                else if (reading.bands == 0) reading.decibels = engine.loudness(reading.slot, SPAN).peak();
                else reading.decibels = spectrum(spectra, reading)[reading.band - 1];
            }
            LockSupport.parkNanos(EVERY);
        }
    }

    /** Computed once for all its bands. */
    private double[] spectrum(double[][][] spectra, Reading reading) {
        double[] known = spectra[reading.slot][reading.bands];
        if (known == null) known = spectra[reading.slot][reading.bands] = engine.spectrum(reading.slot, reading.bands);
        return known;
    }

    /** Nothing is asked of the engine any more when this returns. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
