package roadcase.midi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import roadcase.engine.ClockLibrary;
import roadcase.engine.EngineFault;

/** MIDI clock by the native library. Threads as {@link ClockOut} says; every call is behind a lock that is free. */
final class NativeBackendClock implements ClockOut {
    private static final int SENTENCE = 1024;
    private static final int TIMELINE_BYTES = 40;
    private static final int STOP = 0;
    private static final int START = 1;
    private static final int JOIN = 4;
    private static final long NO_LATENCY = 0;

    private final Memory line = new Memory(TIMELINE_BYTES);
    private final boolean follows;
    private Pointer clock;

    private NativeBackendClock(Pointer clock, boolean follows) {
        this.clock = clock;
        this.follows = follows;
        line.clear();
    }

    /**
     * @param midi whose ports it sends on; must outlive it
     * @param session an {@code rc_link} that it follows, or 0
     * @throws MidiFault with a sentence
     */
    static NativeBackendClock open(Pointer midi, long session) {
        try {
            ClockLibrary.load();
        } catch (EngineFault missing) {
            throw new NoNativeLibrary(missing);
        }
        byte[] error = new byte[SENTENCE];
        Pointer clock = ClockLibrary.rc_clock_open(midi, session == 0 ? null : new Pointer(session), error, SENTENCE);
        if (clock == null) {
            int length = 0;
            while (length < SENTENCE && error[length] != 0) length++;
            throw new MidiFault(new String(error, 0, length, UTF_8));
        }
        return new NativeBackendClock(clock, session != 0);
    }

    @Override
    public synchronized boolean output(int handle, boolean on) {
        return clock != null && ClockLibrary.rc_clock_output(clock, handle, on ? 1 : 0, NO_LATENCY) != 0;
    }

    @Override
    public synchronized void timeline(double bpm, double beat, long nanos, double bar) {
        if (clock == null || follows) return;
        line.setDouble(0, bpm);
        line.setDouble(8, beat);
        line.setLong(16, nanos);
        line.setDouble(24, bar);
        ClockLibrary.rc_clock_timeline(clock, line);
    }

    @Override
    public void start() {
        tell(START);
    }

    @Override
    public void stop() {
        tell(STOP);
    }

    @Override
    public void join() {
        tell(JOIN);
    }

    /** Start and stop of a session are heard by itself. */
    private synchronized void tell(int what) {
        if (clock != null && !follows) ClockLibrary.rc_clock_do(clock, what, 0);
    }

    @Override
    public synchronized void close() {
        if (clock != null) ClockLibrary.rc_clock_close(clock);
        clock = null;
    }
}
