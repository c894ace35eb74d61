package roadcase.mixers

/** A text; written in quotes. */
final class Label extends Kind {
    final int longest

    Label(int longest) {
        this.longest = longest
    }

    @Override
    String fault(Object wire) {
        if (!(wire instanceof String)) return "takes ${takes()}, and $wire is none"
        String text = (String) wire
        if (text.length() > longest) return "takes ${takes()}, and '$text' has ${text.length()}"
        text.any { String c -> c < ' ' || c == '"' } ? "takes ${takes()} without quotes in it" : null
    }

    @Override
    Object grid(Object wire) {
        wire
    }

    @Override
    double value(Object wire) {
        Double.NaN
    }

    @Override
    Object wire(double value) {
        throw new IllegalArgumentException("takes ${takes()}, and $value is none".toString())
    }

    @Override
    String text(Object wire) {
        "\"$wire\""
    }

    @Override
    Object parse(String text) {
        text.length() >= 2 && text.startsWith('"') && text.endsWith('"') ? text.substring(1, text.length() - 1) : text
    }

    @Override
    Object start() {
        ''
    }

    @Override
    String takes() {
        "a text of at most $longest characters"
    }
}
