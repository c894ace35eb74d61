package roadcase.surface;

import java.util.Locale;

/**
 * What a light should show, whatever gear it is on: a colour, how bright, and whether it moves. What a unit makes of it
 * is its {@link LightKind}'s business. Immutable, any thread.
 *
 * <p>{@link #code()} is the same as a number, so that pictures are arrays of numbers and painting makes no objects.
 *
 * @param value palette: 0 to 127; RGB: {@code 0xRRGGBB}; LEVEL: 0 to 127; else 0
 * @param rate which part of a whole note one turn of the motion takes: 2, 4, 8, 16 or 24; 0 is the usual
 * @param brightness 1 to 100 percent
 */
public record Light(Hue hue, int value, Motion motion, int rate, int brightness) {
    /** ON is whatever colour a light has; LEVEL is how much of a ring or bar is lit. */
    public enum Hue { OFF, ON, GREEN, RED, YELLOW, PALETTE, RGB, LEVEL }

    public enum Motion { STILL, BLINK, PULSE }

    public static final Light OFF = new Light(Hue.OFF, 0, Motion.STILL, 0, 100);
    public static final Light ON = of(Hue.ON);
    public static final Light GREEN = of(Hue.GREEN);
    public static final Light RED = of(Hue.RED);
    public static final Light YELLOW = of(Hue.YELLOW);

    private static final int VALUE_BITS = 24;
    private static final int MOTION_AT = 28;
    private static final int RATE_AT = 30;
    private static final int DIMMED_AT = 35;
    private static final int FULL = 100;
    private static final int WHITE = 0xFFFFFF;
    private static final Hue[] HUES = Hue.values();
    private static final Motion[] MOTIONS = Motion.values();

    public Light {
        if (brightness < 1 || brightness > FULL) throw new IllegalArgumentException("a brightness is 1 to 100 percent");
        if (value < 0 || value > WHITE) throw new IllegalArgumentException("a light's value is 0 to FFFFFF");
    }

    private static Light of(Hue hue) {
        return new Light(hue, 0, Motion.STILL, 0, FULL);
    }

    /** A colour by its parts, each 0 to 255; no colour at all is OFF. */
    public static Light rgb(int rgb) {
        return (rgb & WHITE) == 0 ? OFF : new Light(Hue.RGB, rgb & WHITE, Motion.STILL, 0, FULL);
    }

    /** A colour by its number in the unit's own palette, 0 to 127. */
    public static Light palette(int number) {
        return new Light(Hue.PALETTE, number & 0x7F, Motion.STILL, 0, FULL);
    }

    /** How much of a ring or bar is lit, 0 to 127. */
    public static Light level(int value) {
        return new Light(Hue.LEVEL, value & 0x7F, Motion.STILL, 0, FULL);
    }

    public Light blinking(int turn) {
        return moving(Motion.BLINK, turn);
    }

    public Light pulsing(int turn) {
        return moving(Motion.PULSE, turn);
    }

    private Light moving(Motion how, int turn) {
        return hue == Hue.OFF ? this : new Light(hue, value, how, turn, brightness);
    }

    public Light dimmed(int percent) {
        return hue == Hue.OFF ? this : new Light(hue, value, motion, rate, percent);
    }

    public boolean isLit() {
        return hue != Hue.OFF;
    }

    /** The same light as a number; 0 is OFF. */
    public long code() {
        if (hue == Hue.OFF) return 0;
        return value | (long) hue.ordinal() << VALUE_BITS | (long) motion.ordinal() << MOTION_AT
                | (long) rate << RATE_AT | (long) (FULL - brightness) << DIMMED_AT;
    }

    /** The light of a number; the plain ones are not made anew. */
    public static Light of(long code) {
        if (code == 0) return OFF;
        Hue hue = hue(code);
        boolean plain = code == (long) hue.ordinal() << VALUE_BITS;
        if (plain && hue == Hue.ON) return ON;
        if (plain && hue == Hue.GREEN) return GREEN;
        if (plain && hue == Hue.RED) return RED;
        if (plain && hue == Hue.YELLOW) return YELLOW;
        return new Light(hue, value(code), motion(code), rate(code), brightness(code));
    }

    static Hue hue(long code) {
        return HUES[(int) (code >> VALUE_BITS & 0x0F)];
    }

    static int value(long code) {
        return (int) code & WHITE;
    }

    static Motion motion(long code) {
        return MOTIONS[(int) (code >> MOTION_AT & 0x03)];
    }

    static int rate(long code) {
        return (int) (code >> RATE_AT & 0x1F);
    }

    static int brightness(long code) {
        return FULL - (int) (code >> DIMMED_AT & 0x7F);
    }

    /** For people and rehearsals: {@code green}, {@code red blink}, {@code rgb FF6400}, {@code palette 5 at 25 %}. */
    @Override
    public String toString() {
        StringBuilder said = new StringBuilder(hue.name().toLowerCase(Locale.ROOT));
        if (hue == Hue.RGB) said.append(String.format(Locale.ROOT, " %06X", value));
        if (hue == Hue.PALETTE || hue == Hue.LEVEL) said.append(' ').append(value);
        if (brightness < FULL) said.append(" at ").append(brightness).append(" %");
        if (motion != Motion.STILL) said.append(' ').append(motion.name().toLowerCase(Locale.ROOT));
        if (motion != Motion.STILL && rate > 0) said.append(" 1/").append(rate);
        return said.toString();
    }
}
