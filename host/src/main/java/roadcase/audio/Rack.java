package roadcase.audio;

/**
 * Eight slots and a master, as whoever plays sees them. Slots are numbered from 1; {@link #MASTER} means their sum.
 *
 * <p>One thread at a time, the Conductor's; nothing waits. Times are nanoseconds of {@link System#nanoTime}. What gives
 * back whether it was taken may be asked again later.
 */
public interface Rack {
    int SLOTS = 8;
    int MASTER = 0;
    /** Places for effects in a slot and in the master, numbered from 1; 0 is the instrument. */
    int INSERTS = 8;
    /** What is as quiet as this, in dB, is silence. */
    double SILENCE = -90;
    /** The loudest that a slot goes, in dB. */
    double LOUDEST = 10;

    /** Nobody: takes nothing. */
    Rack NOBODY = new Rack() {};

    /** Plays a message of 1 to 3 bytes. @return whether it was taken */
    default boolean midi(int slot, long nanos, int packed) {
        return false;
    }

    /** Plays a message of any length; {@code bytes} may be reused afterwards. */
    default boolean midi(int slot, long nanos, byte[] bytes, int length) {
        return false;
    }

    /** @param decibels {@link #SILENCE} to {@link #LOUDEST} */
    default boolean gain(int slot, long nanos, double decibels) {
        return false;
    }

    default boolean mute(int slot, long nanos, boolean on) {
        return false;
    }

    /** The master has none. */
    default boolean solo(int slot, long nanos, boolean on) {
        return false;
    }

    /**
     * Moves a parameter.
     *
     * @param position 0 the instrument, 1 to {@link #INSERTS} an effect
     * @param which its name, or its number as a player counts: the first is 1
     * @param value 0 to 1
     * @return false also where it is not known (yet): nothing is loaded there, or it has no such parameter
     */
    default boolean parameter(int slot, int position, long nanos, String which, double value) {
        return false;
    }

    /**
     * How loud it is now, by the written name of a meter: {@code slot 1}, {@code master}, {@code master / spectrum 8 / 3}
     * for the third of eight bands. Any thread; but for the first time of a name it allocates nothing.
     *
     * @return the peak in dB; {@link #SILENCE} where there is no such meter, or nobody measures
     */
    default double level(String meter) {
        return SILENCE;
    }

    /** Ends every note in every slot, and forgets what waits. */
    default void panic() {}
}
