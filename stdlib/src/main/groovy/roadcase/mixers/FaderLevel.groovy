package roadcase.mixers

/**
 * The law of a desk's faders, in four straight pieces: 0.75 is 0 dB, 1 is +10 dB, 0 is silence (facts of the X32's protocol
 * document, 4.06). Main faders have 1,024 values, sends and monitors 161. Silence is minus infinity.
 */
final class FaderLevel extends Curve {
    static final FaderLevel FADER = new FaderLevel(1023)
    static final FaderLevel SEND = new FaderLevel(160)
    /** Below this a fader is shut. */
    static final double LOWEST = -90d

    private FaderLevel(int steps) {
        super(steps, 'dB')
    }

    /** From 0 to 1 to decibels. */
    static double decibels(double part) {
        if (part <= 0) return Double.NEGATIVE_INFINITY
        if (part >= 0.5d) return 40d * part - 30d
        if (part >= 0.25d) return 80d * part - 50d
        if (part >= 0.0625d) return 160d * part - 70d
        480d * part - 90d
    }

    /** From decibels to 0 to 1, and above 1 for more than +10 dB. */
    static double part(double decibels) {
        if (decibels >= -10d) return (decibels + 30d) / 40d
        if (decibels >= -30d) return (decibels + 50d) / 80d
        if (decibels >= -60d) return (decibels + 70d) / 160d
        Math.max(0d, (decibels + 90d) / 480d)
    }

    @Override
    protected double toUnit(double part) {
        decibels(part)
    }

    @Override
    protected double toPart(double value) {
        part(value)
    }

    @Override
    String text(Object wire) {
        double level = value(wire)
        // what is shut, and what would be written as -90.0
        if (level < LOWEST + 0.05d) return '-oo'
        String text = String.format(Locale.ROOT, '%+.1f', level)
        text == '-0.0' ? '+0.0' : text
    }

    @Override
    Object start() {
        0f
    }

    @Override
    String takes() {
        'dB from -90 (shut) to 10'
    }

    /** A fader's text has one digit for steps of 0.04 dB, so it is never read from a text. */
    @Override
    boolean same(Object one, Object other) {
        one instanceof Number && other instanceof Number &&
                Math.abs(((Number) one).doubleValue() - ((Number) other).doubleValue()) <= 0.5d / steps
    }
}
