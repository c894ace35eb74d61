package roadcase.audio;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import roadcase.engine.EngineFault;
import roadcase.engine.EngineLibrary;
import roadcase.engine.MeterLibrary;
import roadcase.engine.SlotLibrary;

/**
 * The rack that sounds: our end of the engine's process. It is started by {@link #open}, started again when it dies,
 * and given back what it was.
 *
 * <p>What {@link Rack} has is for the Conductor's thread. {@link #await} is for one thread at a time, everything else
 * for any; what asks the engine may take as long as {@code engine.h} and {@code slot.h} say. {@link #close} excludes
 * every other call.
 *
 * <p>Errors: {@link RackFault} with a sentence.
 */
public final class EngineRack implements Rack, AutoCloseable {
    private static final int MAX_TEXT = 1024;
    private static final int NEWS_BYTES = 65_536;
    private static final int NEWS_HEAD = 32;
    private static final int METER_BYTES = 24;
    private static final int MAX_MESSAGE = 8_192;
    private static final int TIMELINE_BYTES = 40;
    private static final int MOST_BANDS = 64;
    /** Longer lists of plugins or parameters than any machine has. */
    private static final int MOST_BYTES = 1 << 26;
    /** As engine.h says of a state. */
    private static final int MOST_STATE = 1 << 26;
    private static final int USUAL_STATE = 1 << 18;
    private static final long USUAL_GRACE = -1;
    private static final int PROGRAM_CHANGE = 0xC0;

    private final Pointer engine;
    private final Memory news = new Memory(NEWS_BYTES);
    private final Memory outgoing = new Memory(MAX_MESSAGE);
    /** For {@link #render}; null until the first. */
    private Memory rendered;
    /** For each place the numbers of its parameters by name and by count, or null. */
    private final AtomicReferenceArray<Map<String, Integer>> known = new AtomicReferenceArray<>(place(SLOTS + 1, 0));
    /** For each place how often something was moved there. Counted up by the Conductor alone. */
    private final AtomicIntegerArray moves = new AtomicIntegerArray(place(SLOTS + 1, 0));
    private final MeterBoard meters = new MeterBoard(this);

    private EngineRack(Pointer engine) {
        this.engine = engine;
    }

    /**
     * Starts the engine; it sounds once it has a {@link #device}. Ten seconds at most.
     *
     * @param folder where the engine keeps the list of scanned plugins
     */
    public static EngineRack open(String folder) {
        try {
            EngineLibrary.load();
            SlotLibrary.load();
            MeterLibrary.load();
        } catch (EngineFault missing) {
            throw new RackFault(missing.getMessage());
        }
        byte[] error = new byte[MAX_TEXT];
        Pointer engine = EngineLibrary.rc_engine_open(null, folder, USUAL_GRACE, error, error.length);
        if (engine == null) throw new RackFault(Texts.text(error, 0));
        return new EngineRack(engine);
    }

    /** The {@code rc_engine} that it is, for whoever tells it the time; gone with {@link #close}. */
    public long address() {
        return Pointer.nativeValue(engine);
    }

    /** Fades out and ends the process. Three seconds at most. */
    @Override
    public void close() {
        meters.close();
        EngineLibrary.rc_engine_close(engine);
    }

    // ---- for the Conductor

    @Override
    public boolean midi(int slot, long nanos, int packed) {
        if ((packed & 0xF0) == PROGRAM_CHANGE) moved(slot, 0);
        return SlotLibrary.rc_slot_midi(engine, slot, nanos, packed) != 0;
    }

    @Override
    public boolean midi(int slot, long nanos, byte[] bytes, int length) {
        if (length > MAX_MESSAGE) return false;
        outgoing.write(0, bytes, 0, length);
        return SlotLibrary.rc_slot_midi_long(engine, slot, nanos, outgoing, length) != 0;
    }

    @Override
    public boolean gain(int slot, long nanos, double decibels) {
        return SlotLibrary.rc_slot_gain(engine, slot, nanos, Loudness.factor(decibels)) != 0;
    }

    @Override
    public boolean mute(int slot, long nanos, boolean on) {
        return SlotLibrary.rc_slot_mute(engine, slot, nanos, on ? 1 : 0) != 0;
    }

    @Override
    public boolean solo(int slot, long nanos, boolean on) {
        return SlotLibrary.rc_slot_solo(engine, slot, nanos, on ? 1 : 0) != 0;
    }

    @Override
    public boolean parameter(int slot, int position, long nanos, String which, double value) {
        Map<String, Integer> numbers = known.get(place(slot, position));
        Integer number = numbers == null ? null : numbers.get(which);
        moved(slot, position);
        return number != null
                && SlotLibrary.rc_slot_parameter(engine, slot, position, nanos, number, (float) value) != 0;
    }

    private void moved(int slot, int position) {
        int place = place(slot, position);
        moves.lazySet(place, moves.get(place) + 1);
    }

    @Override
    public void panic() {
        EngineLibrary.rc_engine_panic(engine);
    }

    /** From any thread. */
    @Override
    public double level(String meter) {
        return meters.level(meter);
    }

    // ---- what the engine is asked

    /** Chooses the device; see {@code rc_engine_device}. Five seconds at most. */
    public void device(String type, String name, int rate, int block) {
        done(error -> EngineLibrary.rc_engine_device(engine, type, name, rate, block, error, error.length));
    }

    /** What it could play on now, as type and name. */
    public List<List<String>> devices() {
        return records(2, (text, error) ->
                EngineLibrary.rc_engine_devices(engine, text, text.length, error, error.length));
    }

    /** Looks for plugins; news tells the end. */
    public void scan(boolean again) {
        done(error -> EngineLibrary.rc_engine_scan(engine, null, again ? 1 : 0, error, error.length));
    }

    /** Plugins whose name, maker or file contains this; all for "". */
    public List<Plugin> plugins(String part) {
        return records(7, (text, error) ->
                EngineLibrary.rc_engine_plugins(engine, part, text, text.length, error, error.length)).stream()
                .map(f -> new Plugin(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6))).toList();
    }

    /**
     * Puts a plugin into its place; what is there plays on until it is ready.
     *
     * @param plugin a name, a path or an id; {@link Plugin#BUILT_IN} is the one that every machine has
     * @param state from {@link #state(int, int)}, or a preset's file; null for the plugin's own start
     * @return a number that the news of it repeats
     */
    public int load(int slot, int position, String plugin, byte[] state) {
        byte[] error = new byte[MAX_TEXT];
        String id = plugin.equalsIgnoreCase(Plugin.BUILT_IN) ? Plugin.BUILT_IN_ID : plugin;
        int number;
        if (state == null || state.length == 0) {
            number = SlotLibrary.rc_slot_load(engine, slot, position, id, null, 0, error, error.length);
        } else {
            try (Memory at = copied(state)) {
                number = SlotLibrary.rc_slot_load(engine, slot, position, id, at, state.length, error, error.length);
            }
        }
        if (number < 0) throw new RackFault(Texts.text(error, 0));
        return number;
    }

    /** Empties a place; what was there rings out. */
    public void remove(int slot, int position) {
        known.set(place(slot, position), null);
        done(error -> SlotLibrary.rc_slot_remove(engine, slot, position, error, error.length));
    }

    /** Moves inserts: what was at {@code from[i]} is at {@code i + 1} afterwards; see {@code rc_slot_order}. */
    public void order(int slot, int[] from) {
        List<Map<String, Integer>> before = new ArrayList<>();
        for (int position = 0; position <= INSERTS; position++) before.add(known.get(place(slot, position)));
        try (Memory at = new Memory(4L * INSERTS)) {
            at.write(0, from, 0, INSERTS);
            done(error -> SlotLibrary.rc_slot_order(engine, slot, at, error, error.length));
        }
        for (int i = 0; i < INSERTS; i++) known.set(place(slot, i + 1), before.get(from[i]));
    }

    /**
     * What a plugin would have to know to sound as it does now; it may drop out for a moment while it answers. The
     * engine's own copy for a restart is renewed with it. Five seconds at most.
     *
     * @return empty for an empty place
     */
    public byte[] state(int slot, int position) {
        byte[] error = new byte[MAX_TEXT];
        int room = USUAL_STATE;
        while (true) {
            try (Memory at = new Memory(room)) {
                int needed = SlotLibrary.rc_slot_state(engine, slot, position, at, room, error, error.length);
                if (needed < 0) throw new RackFault(Texts.text(error, 0));
                if (needed <= room) return needed == 0 ? new byte[0] : at.getByteArray(0, needed);
                if (needed > MOST_STATE) throw new RackFault("its state is too large to be kept: " + needed + " bytes");
                room = needed + needed / 4;
            }
        }
    }

    /** Gives a plugin that is loaded another state; notes sound on where it lets them. Five seconds at most. */
    public void state(int slot, int position, byte[] state) {
        if (state.length == 0) throw new RackFault("a state of no bytes is none");
        try (Memory at = copied(state)) {
            done(error -> SlotLibrary.rc_slot_state_set(engine, slot, position, at, state.length, error, error.length));
        }
    }

    private static Memory copied(byte[] bytes) {
        Memory at = new Memory(bytes.length);
        at.write(0, bytes, 0, bytes.length);
        return at;
    }

    /** How often something was moved there, for who compares: parameters, and programs of an instrument. Any thread. */
    public int moves(int slot, int position) {
        return moves.get(place(slot, position));
    }

    /** The sounds that a plugin brings, and the files of presets for it. Five seconds at most. */
    public List<Sound> sounds(int slot, int position) {
        return records(2, (text, error) ->
                SlotLibrary.rc_slot_sounds(engine, slot, position, text, text.length, error, error.length)).stream()
                .map(f -> new Sound(f.get(0), f.get(1))).toList();
    }

    /** Shows or closes the plugin's own window. Five seconds at most; refused where there is no display. */
    public void window(int slot, int position, boolean show) {
        done(error -> SlotLibrary.rc_slot_window(engine, slot, position, show ? 1 : 0, error, error.length));
    }

    /** Chooses a sound that the plugin brings, or the path of a preset's file. Five seconds at most. */
    public void sound(int slot, int position, String name) {
        done(error -> SlotLibrary.rc_slot_sound(engine, slot, position, name, error, error.length));
    }

    /** What can be turned there, in the plugin's order; from now on {@link #parameter} knows it. */
    public List<Parameter> parameters(int slot, int position) {
        List<Parameter> all = records(7, (text, error) ->
                SlotLibrary.rc_slot_parameters(engine, slot, position, text, text.length, error, error.length)).stream()
                .map(f -> new Parameter(Integer.parseInt(f.get(0)), f.get(1), Double.parseDouble(f.get(2)), f.get(5), f.get(6)))
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            numbers.putIfAbsent(all.get(i).name(), all.get(i).number());
            numbers.put(String.valueOf(i + 1), all.get(i).number());
        }
        known.set(place(slot, position), Map.copyOf(numbers));
        return all;
    }

    // ---- what the engine tells

    /**
     * Takes news, at once where there are some, else when the first comes.
     *
     * @param untilNanos when to come back without
     */
    public List<News> await(long untilNanos) {
        int bytes = EngineLibrary.rc_engine_wait(engine, untilNanos, news, NEWS_BYTES);
        List<News> all = new ArrayList<>();
        for (int at = 0; at < bytes;) {
            int length = news.getInt(at + 24);
            byte[] text = news.getByteArray(at + NEWS_HEAD, length);
            all.add(new News(News.Kind.of(news.getInt(at)), news.getInt(at + 4), news.getInt(at + 8), news.getInt(at + 12),
                    news.getDouble(at + 16), Texts.text(text, 0)));
            at += NEWS_HEAD + length + 7 & ~7;
        }
        return all;
    }

    /** Makes {@link #await} come back. */
    public void wake() {
        EngineLibrary.rc_engine_wake(engine);
    }

    public EngineStatus status() {
        try (Memory at = new Memory(EngineStatus.BYTES)) {
            at.clear();
            at.setInt(0, EngineStatus.BYTES);
            EngineLibrary.rc_engine_status_get(engine, at);
            return EngineStatus.of(at);
        }
    }

    /**
     * Tells plugins where the music stands; it goes on from there by itself. One thread at a time.
     *
     * @param beat at {@code nanos}
     */
    public void timeline(double bpm, double beat, long nanos, double beatsOfABar, boolean playing) {
        try (Memory at = new Memory(TIMELINE_BYTES)) {
            at.clear();
            at.setDouble(0, bpm);
            at.setDouble(8, beat);
            at.setLong(16, nanos);
            at.setDouble(24, beatsOfABar);
            at.setInt(32, playing ? 1 : 0);
            EngineLibrary.rc_engine_timeline(engine, at);
        }
    }

    /**
     * On the device "offline": lets {@code frames} go by. One thread at a time; sixty seconds at most.
     *
     * @param to takes two channels interleaved
     * @param frames 1 to 65,536
     */
    public void render(float[] to, int frames) {
        long bytes = frames * 2L * Float.BYTES;
        if (rendered == null || rendered.size() < bytes) rendered = new Memory(bytes);
        done(error -> EngineLibrary.rc_engine_render(engine, rendered, frames, error, error.length));
        rendered.read(0, to, 0, frames * 2);
    }

    /**
     * The bands of the sound of now, from 40 Hz to 16 kHz, all of the same width in octaves, in dB. It computes for about
     * 50 us: not for the Conductor.
     *
     * @param bands 1 to 64
     */
    public double[] spectrum(int slot, int bands) {
        try (Memory at = new Memory(MOST_BANDS * Float.BYTES)) {
            MeterLibrary.rc_meter_spectrum(engine, slot, bands, at);
            double[] levels = new double[bands];
            for (int i = 0; i < bands; i++) levels[i] = Loudness.decibels(at.getFloat((long) i * Float.BYTES));
            return levels;
        }
    }

    /** How loud a slot or the master was over the last {@code spanNanos}, 10 ms to 5 s. */
    public Loudness loudness(int slot, long spanNanos) {
        try (Memory at = new Memory(METER_BYTES)) {
            if (MeterLibrary.rc_meter_read(engine, slot, spanNanos, at) == 0) return Loudness.NONE;
            return new Loudness(Loudness.decibels(Math.max(at.getFloat(0), at.getFloat(4))),
                    Loudness.decibels(Math.max(at.getFloat(8), at.getFloat(12))));
        }
    }

    private interface Deed {
        /** @return 0, or else with a sentence in {@code error} */
        int run(byte[] error);
    }

    private static void done(Deed deed) {
        byte[] error = new byte[MAX_TEXT];
        if (deed.run(error) != 0) throw new RackFault(Texts.text(error, 0));
    }

    // ---- texts

    private interface Question {
        /** @return the bytes needed, or below 0 with a sentence in {@code error} */
        int ask(byte[] text, byte[] error);
    }

    private static List<List<String>> records(int fields, Question question) {
        byte[] error = new byte[MAX_TEXT];
        byte[] text = new byte[16_384];
        while (true) {
            int needed = question.ask(text, error);
            if (needed < 0) throw new RackFault(Texts.text(error, 0));
            if (needed <= text.length) return Texts.records(text, needed, fields);
            if (needed > MOST_BYTES) throw new RackFault(String.format(Locale.ROOT, "the engine's list has %d bytes", needed));
            text = new byte[needed + needed / 4];
        }
    }

    private static int place(int slot, int position) {
        return slot * (INSERTS + 1) + position;
    }
}
