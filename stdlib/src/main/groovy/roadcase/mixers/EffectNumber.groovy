package roadcase.mixers

/**
 * A parameter of an effect: what it means depends on the effect that is loaded, so it is kept as it comes, a float from 0
 * to 1 or a whole number, and never read from a scene's text.
 */
final class EffectNumber extends Kind {
    @Override
    String fault(Object wire) {
        if (wire instanceof Integer) return (int) wire >= 0 && (int) wire < 1_000 ? null : "takes ${takes()}, and $wire is not".toString()
        if (!(wire instanceof Float)) return "takes ${takes()}"
        float part = (float) wire
        part >= 0f && part <= 1f ? null : "takes ${takes()}, and $wire is not"
    }

    @Override
    Object grid(Object wire) {
        wire
    }

    @Override
    double value(Object wire) {
        ((Number) wire).doubleValue()
    }

    @Override
    Object wire(double value) {
        String fault = fault((float) value)
        if (fault) throw new IllegalArgumentException(fault)
        (float) value
    }

    @Override
    String text(Object wire) {
        wire instanceof Integer ? wire.toString() : String.format(Locale.ROOT, '%.4f', (float) wire)
    }

    @Override
    Object parse(String text) {
        Double value = number(text)
        value != null && value >= 0 && value <= 1 ? (Object) value.floatValue() : null
    }

    @Override
    Object start() {
        0f
    }

    @Override
    String takes() {
        'a float from 0 to 1 or a whole number'
    }

    @Override
    boolean same(Object one, Object other) {
        one instanceof Number && other instanceof Number &&
                Math.abs(((Number) one).doubleValue() - ((Number) other).doubleValue()) < 1e-4d
    }
}
