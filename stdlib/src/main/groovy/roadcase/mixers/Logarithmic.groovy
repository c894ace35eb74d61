package roadcase.mixers

/** In equal ratios from one end to the other; the first may be the higher one. */
final class Logarithmic extends Curve {
    final double first
    final double last
    private final int decimals
    private final double atStart

    /** @param values how many there are @param decimals how many are written; −1 for frequencies: {@code 124.7}, {@code 1k23} */
    Logarithmic(double first, double last, int values, String unit, int decimals, double atStart) {
        super(values - 1, unit)
        this.first = first
        this.last = last
        this.decimals = decimals
        this.atStart = atStart
    }

    @Override
    protected double toUnit(double part) {
        first * Math.pow(last / first, part)
    }

    @Override
    protected double toPart(double value) {
        value > 0 ? Math.log(value / first) / Math.log(last / first) : Double.NaN
    }

    @Override
    String text(Object wire) {
        double value = value(wire)
        if (decimals >= 0) return String.format(Locale.ROOT, "%.${decimals}f", value)
        // four digits are all that a desk shows of a frequency
        if (value < 999.95d) return String.format(Locale.ROOT, '%.1f', value)
        String.format(Locale.ROOT, '%.2f', value / 1000d).replace('.', 'k')
    }

    @Override
    Object start() {
        wire(atStart)
    }

    @Override
    String takes() {
        "$unit from ${Math.min(first, last)} to ${Math.max(first, last)}"
    }
}
