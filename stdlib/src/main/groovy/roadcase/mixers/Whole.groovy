package roadcase.mixers

/** A whole number. */
final class Whole extends Kind {
    final int min
    final int max
    private final int atStart

    Whole(int min, int max, int atStart = min) {
        this.min = min
        this.max = max
        this.atStart = atStart
    }

    @Override
    String fault(Object wire) {
        Integer number = whole(wire)
        number != null && number >= min && number <= max ? null : "takes ${takes()}, and $wire is not".toString()
    }

    @Override
    Object grid(Object wire) {
        whole(wire)
    }

    @Override
    double value(Object wire) {
        ((Number) wire).doubleValue()
    }

    @Override
    Object wire(double value) {
        String fault = value == Math.rint(value) ? fault((int) value) : "takes ${takes()}, and $value is not"
        if (fault) throw new IllegalArgumentException(fault)
        (int) value
    }

    @Override
    String text(Object wire) {
        wire.toString()
    }

    @Override
    Object parse(String text) {
        Double number = number(text)
        number != null && number == Math.rint(number) && fault(number.intValue()) == null ? (Object) number.intValue() : null
    }

    @Override
    Object start() {
        atStart
    }

    @Override
    String takes() {
        "$min to $max"
    }
}
