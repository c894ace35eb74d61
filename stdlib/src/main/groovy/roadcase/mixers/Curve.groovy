package roadcase.mixers

/** A float from 0 to 1 that means something else, in steps of equal size on the wire. */
abstract class Curve extends Kind {
    /** How many steps there are from 0 to 1: one less than there are values. */
    final int steps
    final String unit

    protected Curve(int steps, String unit) {
        this.steps = steps
        this.unit = unit
    }

    /** From 0 to 1 to the unit. */
    protected abstract double toUnit(double part)

    /** From the unit to 0 to 1; outside of that where the value is out of range. */
    protected abstract double toPart(double value)

    @Override
    String fault(Object wire) {
        if (!(wire instanceof Float) && !(wire instanceof Double) && !(wire instanceof Integer)) return "takes ${takes()}"
        double part = ((Number) wire).doubleValue()
        part >= 0 && part <= 1 ? null : "takes ${takes()}, sent as 0 to 1, and $wire is not".toString()
    }

    @Override
    Object grid(Object wire) {
        (float) (Math.round(((Number) wire).doubleValue() * steps) / (double) steps)
    }

    @Override
    double value(Object wire) {
        toUnit(((Number) wire).doubleValue())
    }

    @Override
    Object wire(double value) {
        double part = toPart(value)
        if (!(part >= -1e-9d && part <= 1 + 1e-9d)) throw new IllegalArgumentException("takes ${takes()}, and $value is not".toString())
        grid((float) Math.max(0d, Math.min(1d, part)))
    }

    @Override
    Object parse(String text) {
        Double value = number(text)
        if (value == null) return null
        double part = toPart(value)
        // what is written is rounded, so that an end may be a little outside
        part >= -1d / steps && part <= 1 + 1d / steps ? grid((float) Math.max(0d, Math.min(1d, part))) : null
    }

    /** Nearer than half a step, or written alike: what was read from a text is no better than that. */
    @Override
    boolean same(Object one, Object other) {
        if (!(one instanceof Number) || !(other instanceof Number)) return false
        double apart = Math.abs(((Number) one).doubleValue() - ((Number) other).doubleValue())
        apart <= 0.5d / steps || apart < 0.1d && text(one) == text(other)
    }
}
