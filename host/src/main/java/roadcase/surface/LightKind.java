package roadcase.surface;

import java.util.List;

/**
 * What lights of one kind can show and by which messages: data of a device, with the rules by which the nearest is found
 * for what they cannot. Immutable, any thread; {@link #wire} makes no objects.
 *
 * <p>A <i>wire</i> is what is sent to a light: a packed short message, or {@link #RGB} and a colour where only a SysEx
 * can say it. Two lights with the same wire need no message between them.
 */
public sealed interface LightKind permits ListedLights, PaletteLights {
    /** Set in a wire that stands for a colour, in bits 0 to 23, which a SysEx carries. */
    long RGB = 1L << 40;

    /** What to send to {@code at} so that it shows the light with this code, or what is nearest to it. */
    long wire(LightSpec at, long code);

    /** What such a light shows when it is sent this wire; never null. */
    Light shown(long wire);

    /** The code of what it shows for this one, as near as it comes. */
    long seen(long code);

    /**
     * What it shows when this short message reaches it.
     *
     * @param channel 1 to 16
     * @return null where it does not listen
     */
    Light heard(LightSpec at, int channel, int data);

    /** Whether it can show how far something is turned up. */
    default boolean hasLevels() {
        return false;
    }

    /** Whether what comes on this channel makes a light move. */
    default boolean moves(int channel) {
        return false;
    }

    /** Every value that such a light can take, OFF first; of colours mixed from parts, none. */
    List<Light> all();

    /** What a script must know that asks for this light: the end of a sentence, or null where it is shown as it is. */
    String lacks(Light light);

    /** By which SysEx it takes colours, or null. */
    RgbMessage rgb();

    /** What must be sent before a colour by SysEx reaches a light that showed {@code sent}, as a wire; or -1. */
    default long before(LightSpec at, long sent) {
        return -1;
    }

    static boolean isRgb(long wire) {
        return (wire & RGB) != 0;
    }
}
