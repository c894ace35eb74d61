package roadcase.engine;

import com.sun.jna.Pointer;

/**
 * {@code slot.h}, function by function: what is in the slots, what plays them and how loud they are. What they do,
 * and on which threads they may be called, is said there.
 *
 * <p>Call {@link #load} before the first of them. None of them throws; an {@code engine} that was closed ends the
 * process.
 */
public final class SlotLibrary {
    private static boolean loaded;

    private SlotLibrary() {}

    /**
     * Loads the library where that has not been done. Any thread.
     *
     * @throws EngineFault where it is missing
     */
    public static synchronized void load() {
        if (loaded) return;
        NativeCode.bind(SlotLibrary.class);
        loaded = true;
    }

    public static native int rc_slot_load(
            Pointer engine, int slot, int position, String plugin, Pointer state, int length, byte[] error,
            int errorCapacity);

    public static native int rc_slot_remove(Pointer engine, int slot, int position, byte[] error, int errorCapacity);

    public static native int rc_slot_order(Pointer engine, int slot, Pointer from, byte[] error, int errorCapacity);

    public static native int rc_slot_midi(Pointer engine, int slot, long time, int packed);

    public static native int rc_slot_midi_long(Pointer engine, int slot, long time, Pointer bytes, int length);

    public static native int rc_slot_parameter(
            Pointer engine, int slot, int position, long time, int number, float value);

    public static native int rc_slot_gain(Pointer engine, int slot, long time, float gain);

    public static native int rc_slot_mute(Pointer engine, int slot, long time, int on);

    public static native int rc_slot_solo(Pointer engine, int slot, long time, int on);

    public static native int rc_slot_parameters(
            Pointer engine, int slot, int position, byte[] text, int capacity, byte[] error, int errorCapacity);

    public static native int rc_slot_state(
            Pointer engine, int slot, int position, Pointer to, int capacity, byte[] error, int errorCapacity);

    public static native int rc_slot_state_set(
            Pointer engine, int slot, int position, Pointer state, int length, byte[] error, int errorCapacity);

    public static native int rc_slot_sounds(
            Pointer engine, int slot, int position, byte[] text, int capacity, byte[] error, int errorCapacity);

    public static native int rc_slot_sound(
            Pointer engine, int slot, int position, String name, byte[] error, int errorCapacity);

    public static native int rc_slot_window(
            Pointer engine, int slot, int position, int show, byte[] error, int errorCapacity);

    public static native int rc_slot_contents(Pointer engine, int slot, int position, byte[] text, int capacity);
}
