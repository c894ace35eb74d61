package roadcase.engine;

/** A header of which the library knows nothing. */
final class Missing {
    private Missing() {}

    static native int rc_nobody_wrote_this();
}
