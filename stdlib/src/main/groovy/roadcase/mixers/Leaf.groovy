package roadcase.mixers

/** One parameter. */
final class Leaf {
    /** The whole one: {@code /ch/01/mix/fader}. */
    final String address
    final Kind kind

    Leaf(String address, Kind kind) {
        this.address = address
        this.kind = kind
    }

    @Override
    String toString() {
        "$address takes ${kind.takes()}"
    }
}
