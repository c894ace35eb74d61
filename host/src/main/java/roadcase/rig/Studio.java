package roadcase.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import roadcase.audio.EngineRack;
import roadcase.audio.EngineStatus;
import roadcase.audio.News;
import roadcase.audio.Rack;
import roadcase.audio.RackFault;
import roadcase.rig.plan.Origin;
import roadcase.rig.plan.SlotPlan;

/**
 * A rack in virtual time: an engine of its own renders what a {@link Rehearsal} plays, as fast as it can, each message
 * at its very frame. No device is opened, and no other show notices. The same calls give the same bits, where the
 * plugins do.
 *
 * <p>Levels and parameters that are moved before {@link #begin} stand when time starts. What plugins delay by what they
 * declare is cut away, so that a note begins where it was played.
 *
 * <p>One thread. Times are nanoseconds from the begin. Errors: {@link StudioFault}.
 */
public final class Studio implements Rack, AutoCloseable {
    /** What is quieter is silence: -90 dB. */
    private static final float QUIET = 3.2e-5f;
    private static final int USUAL_RATE = 48_000;
    private static final int USUAL_BLOCK = 64;
    /** Frames: with fewer, asking costs more than rendering. */
    private static final int STRETCH = 4_096;
    private static final int MOST = 16_384;
    /** The engine keeps 8,192 messages. */
    private static final int MOST_PENDING = 2_000;
    private static final long SECOND = 1_000_000_000L;

    /** Who takes the sound. */
    @FunctionalInterface
    public interface Sink {
        /** @param interleaved two channels, from {@code offset}; not to be kept */
        void sound(float[] interleaved, int offset, int frames);
    }

    private final EngineRack engine;
    private final StudioLoader loader;
    private final Witness witness;
    private final Sink sink;
    private final int rate;
    private final int block;
    private final long lead;
    private final float[] buffer = new float[MOST * 2];
    private final List<Runnable> early = new ArrayList<>();
    private LongSupplier clock = () -> 0;
    private Rig rig;
    private boolean begun;
    private long restarts;
    /** Frames since the begin. */
    private long rendered;
    private long given;
    private long loudest = -1;
    private int cut;
    private int pending;

    private Studio(EngineRack engine, StudioLoader loader, int rate, int block, Witness witness, Sink sink) {
        this.engine = engine;
        this.rate = rate;
        this.block = block;
        this.lead = (rate + block - 1) / block * (long) block;
        this.witness = witness;
        this.sink = sink;
        this.loader = loader;
    }

    /**
     * Starts an engine and loads what the gig names. It takes as long as its plugins do.
     *
     * @param files where the engine keeps what it knows of plugins, and how paths are read; states are left alone
     * @param rig one with a rack
     * @param rate frames a second; 0 for what the gig says, else 48,000
     * @param witness is told what cannot be played
     * @param progress is told what takes long
     */
    public static Studio open(RackFiles files, Rig rig, int rate, Witness witness, Consumer<String> progress,
            Sink sink) {
        int said = rate > 0 ? rate : rig.rack().rate() > 0 ? rig.rack().rate() : USUAL_RATE;
        int block = rig.rack().buffer() > 0 ? rig.rack().buffer() : USUAL_BLOCK;
        try {
            EngineRack engine = EngineRack.open(files.cache());
            StudioLoader loader = new StudioLoader(engine, witness, progress, files.paths());
            Studio studio = new Studio(engine, loader, said, block, witness, sink);
            try {
                studio.engine.device("offline", "", said, block);
                studio.follow(rig);
                return studio;
            } catch (RuntimeException fault) {
                studio.close();
                throw fault;
            }
        } catch (RackFault fault) {
            throw new StudioFault("there is no sound to render: " + fault.getMessage());
        }
    }

    /** Frames a second. */
    public int rate() {
        return rate;
    }

    /** Who knows what time it is in the rehearsal. */
    void attend(LongSupplier stage) {
        clock = stage;
    }

    /** Another rig plays; time stands still until it is loaded. @return what has another plugin now */
    List<StudioLoader.Place> follow(Rig next) {
        rig = next;
        if (begun) render(whole(frame(clock.getAsLong())));
        List<StudioLoader.Place> fresh = loader.follow(next.rack());
        if (begun) mustBeTheSame();
        return fresh;
    }

    /** Time starts. Before it, a second goes by unheard, in which all that fades in has faded in. */
    void begin() {
        for (long left = lead; left > 0;) {
            int frames = (int) Math.min(left, MOST);
            ask(frames);
            left -= frames;
        }
        EngineStatus now = engine.status();
        restarts = now.restarts();
        cut = now.compensation();
        begun = true;
        early.forEach(Runnable::run);
        early.clear();
    }

    /** Where the music stands, for plugins that keep time. */
    void music(long nanos, double bpm, double beat, double bar) {
        if (begun) render(whole(frame(nanos)));
        engine.timeline(bpm, beat, due(nanos), bar, true);
    }

    /** Renders all up to this time. */
    public void to(long nanos) {
        long until = frame(nanos) + cut;
        render((until + block - 1) / block * block);
    }

    /** For how long it has been silent. */
    public long quietNanos() {
        return (long) ((given - 1 - loudest) * (double) SECOND / rate);
    }

    /** The number of the last frame that is heard, of those that were given; -1 for none. */
    public long lastLoud() {
        return loudest;
    }

    /** Messages and moves that the engine did not play. */
    public long unplayed() {
        EngineStatus now = engine.status();
        return now.refused() + now.dropped();
    }

    /** The frame of a time. */
    public long frame(long nanos) {
        return Math.round(nanos * (double) rate / SECOND);
    }

    private long whole(long frame) {
        return frame / block * block;
    }

    /** The engine's time of what is to sound at its frame: the first nanosecond of it. */
    private long due(long nanos) {
        long frame = lead + frame(nanos);
        long seconds = frame / rate;
        long rest = frame % rate;
        return seconds * SECOND + (rest * SECOND + rate - 1) / rate;
    }

    private void render(long until) {
        while (rendered < until) {
            int frames = (int) Math.min(until - rendered, MOST);
            ask(frames);
            int from = (int) Math.min(frames, Math.max(0, cut - rendered));
            rendered += frames;
            pending = 0;
            give(from, frames);
            for (News news : engine.await(System.nanoTime())) hear(news);
            mustBeTheSame();
        }
    }

    private void give(int from, int frames) {
        for (int i = from; i < frames; i++)
            if (Math.abs(buffer[2 * i]) > QUIET || Math.abs(buffer[2 * i + 1]) > QUIET) loudest = given + i - from;
        given += frames - from;
        if (frames > from) sink.sound(buffer, from * 2, frames - from);
    }

    private void ask(int frames) {
        try {
            engine.render(buffer, frames);
        } catch (RackFault fault) {
            throw new StudioFault("the rendering broke off: " + fault.getMessage());
        }
    }

    private void hear(News news) {
        SlotPlan slot = rig.rack() == null || news.slot() < 0 ? null : rig.rack().slot(news.slot());
        String said = slot == null ? "a slot" : slot.said();
        switch (news.kind()) {
            case SILENCED -> witness.fault(clock.getAsLong(), slot == null ? Origin.NOWHERE : slot.origin(),
                    said + " is muted for a moment: " + news.text());
            case BLAMED -> throw new StudioFault(said + ": '" + news.text() + "' was at work when the sound engine died;"
                    + " nothing was rendered");
            default -> { }
        }
    }

    private void mustBeTheSame() {
        if (engine.status().restarts() != restarts)
            throw new StudioFault("the sound engine died in the middle; nothing was rendered");
    }

    // ---- what the rehearsal plays

    /** Renders what is before it, where that is worth it. */
    private long at(long nanos) {
        if (!begun) return 0;
        long before = whole(frame(nanos));
        if (before - rendered >= STRETCH || pending >= MOST_PENDING) render(before);
        pending++;
        return due(nanos);
    }

    @Override
    public boolean midi(int slot, long nanos, int packed) {
        if (begun) return engine.midi(slot, at(nanos), packed);
        return early.add(() -> engine.midi(slot, due(0), packed));
    }

    @Override
    public boolean midi(int slot, long nanos, byte[] bytes, int length) {
        if (begun) return engine.midi(slot, at(nanos), bytes, length);
        byte[] copy = bytes.clone();
        return early.add(() -> engine.midi(slot, due(0), copy, length));
    }

    @Override
    public boolean gain(int slot, long nanos, double decibels) {
        return engine.gain(slot, at(nanos), decibels);
    }

    @Override
    public boolean mute(int slot, long nanos, boolean on) {
        return engine.mute(slot, at(nanos), on);
    }

    @Override
    public boolean solo(int slot, long nanos, boolean on) {
        return engine.solo(slot, at(nanos), on);
    }

    @Override
    public boolean parameter(int slot, int position, long nanos, String which, double value) {
        return engine.parameter(slot, position, at(nanos), which, value);
    }

    @Override
    public void panic() {
        if (begun) render(whole(frame(clock.getAsLong())));
        engine.panic();
    }

    /** Ends the engine. Three seconds at most. */
    @Override
    public void close() {
        engine.close();
    }
}
