package roadcase.mixers

/** In equal steps from one end to the other. */
final class Linear extends Curve {
    final double min
    final double max
    final double step
    private final String format
    private final double atStart

    /** @param decimals how many are written; a sign is written where the range has both */
    Linear(double min, double max, double step, String unit, int decimals, double atStart) {
        super((int) Math.round((max - min) / step), unit)
        this.min = min
        this.max = max
        this.step = step
        this.format = "%${min < 0 && max > 0 ? '+' : ''}.${decimals}f".toString()
        this.atStart = atStart
    }

    @Override
    protected double toUnit(double part) {
        min + part * (max - min)
    }

    @Override
    protected double toPart(double value) {
        (value - min) / (max - min)
    }

    @Override
    String text(Object wire) {
        String text = String.format(Locale.ROOT, format, value(wire))
        text.startsWith('-') && !(text =~ /[1-9]/) ? '+' + text.substring(1) : text
    }

    @Override
    Object start() {
        wire(atStart)
    }

    @Override
    String takes() {
        "${unit ?: 'a number'} from ${plain(min)} to ${plain(max)} in steps of ${plain(step)}"
    }

    private static String plain(double n) {
        n == Math.rint(n) ? String.valueOf((long) n) : String.valueOf(n)
    }
}
