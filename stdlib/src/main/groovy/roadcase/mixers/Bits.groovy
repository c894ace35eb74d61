package roadcase.mixers

/** A set of numbered things as a whole number; written with the highest first: {@code %0101}. */
final class Bits extends Kind {
    final int count

    Bits(int count) {
        this.count = count
    }

    @Override
    String fault(Object wire) {
        Integer number = whole(wire)
        number != null && number >= 0 && number < 1 << count ? null : "takes ${takes()}, and $wire is not".toString()
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
        '%' + Integer.toBinaryString((int) wire).padLeft(count, '0')
    }

    @Override
    Object parse(String text) {
        String bits = text.trim()
        bits ==~ /%[01]{1,30}/ && fault(Integer.parseInt(bits.substring(1), 2)) == null
                ? (Object) Integer.parseInt(bits.substring(1), 2) : null
    }

    @Override
    Object start() {
        0
    }

    @Override
    String takes() {
        "0 to ${(1 << count) - 1}, a bit for each of $count"
    }
}
