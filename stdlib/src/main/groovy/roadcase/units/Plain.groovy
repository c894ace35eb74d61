package roadcase.units

/** Numbers as people write them: 120, not 120.0. */
final class Plain {
    private Plain() {}

    static String number(double value) {
        value == Math.rint(value) && Math.abs(value) < 1e15d ? Long.toString((long) value) : Double.toString(value)
    }
}
