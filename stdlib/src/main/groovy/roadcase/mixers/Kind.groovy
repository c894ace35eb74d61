package roadcase.mixers

/**
 * What a parameter can be: its range, its curve, the steps that the desk keeps, and how it is written in a scene. A wire
 * value is what goes over OSC (Float, Integer or String); a value is in the unit that is printed on the desk.
 */
abstract class Kind {
    /** Why this cannot be sent, as the end of a sentence that begins with the parameter; null where it can. */
    abstract String fault(Object wire)

    /** The nearest wire value that the desk keeps. Only for what has no fault. */
    abstract Object grid(Object wire)

    /** In the parameter's unit: dB, Hz, ms, percent, or the number of a choice. Not a number for texts. */
    abstract double value(Object wire)

    /**
     * The wire value nearest to a value in the parameter's unit.
     *
     * @throws IllegalArgumentException where it is outside of the range
     */
    abstract Object wire(double value)

    /** As a scene has it. */
    abstract String text(Object wire)

    /** What a scene has, as a wire value; null where it makes no sense. */
    abstract Object parse(String text)

    /** How a desk comes from the factory, as far as a simulated one needs it. */
    abstract Object start()

    /** For people: {@code dB from -15 to 15}. */
    abstract String takes()

    /** Whether two wire values are one to the desk. */
    boolean same(Object one, Object other) {
        one == other
    }

    /** The whole number that a wire value is, or null. */
    protected static Integer whole(Object wire) {
        if (wire instanceof Integer) return (Integer) wire
        if (wire instanceof Boolean) return ((Boolean) wire) ? 1 : 0
        null
    }

    /** A number as it may be written in a scene: {@code +1.5}, {@code 1k23}, {@code -oo}; null where it is none. */
    protected static Double number(String text) {
        String plain = text.trim()
        if (plain == '-oo') return Double.NEGATIVE_INFINITY
        if (plain.startsWith('+')) plain = plain.substring(1)
        int k = plain.indexOf('k')
        if (k > 0) plain = plain.substring(0, k) + '.' + plain.substring(k + 1)
        if (!(plain ==~ /-?\d+\.?\d*|-?\.\d+/)) return null
        Double.parseDouble(plain) * (k > 0 ? 1000 : 1)
    }
}
