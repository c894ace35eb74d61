package roadcase.mixers

/** One of several, by number from 0; written by name. */
final class Choice extends Kind {
    static final Choice SWITCH = new Choice(['OFF', 'ON'], 0)

    final List<String> names
    private final int atStart

    Choice(List<String> names, int atStart) {
        this.names = names.asImmutable()
        this.atStart = atStart
    }

    /** Names that stand in one text, blanks between them. */
    static Choice of(String names) {
        new Choice(names.split(' ').toList(), 0)
    }

    @Override
    String fault(Object wire) {
        Integer number = whole(wire)
        number != null && number >= 0 && number < names.size() ? null : "takes ${takes()}, and $wire is not".toString()
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
        names[(int) wire]
    }

    @Override
    Object parse(String text) {
        int at = names.indexOf(text.trim())
        if (at >= 0) return at
        // some nodes give numbers where others give names
        Double number = number(text)
        number != null && fault(number.intValue()) == null ? (Object) number.intValue() : null
    }

    @Override
    Object start() {
        atStart
    }

    @Override
    String takes() {
        names.size() > 8 ? "0 to ${names.size() - 1} (${names[0]}, ${names[1]} ... ${names.last()})"
                : (0..<names.size()).collect { int i -> "$i (${names[i]})" }.join(', ')
    }
}
