package roadcase.audio;

/**
 * A plugin that the scan knows.
 *
 * @param id what loads it
 * @param verdict {@code fine}, or a sentence that says why it is not offered
 */
public record Plugin(String id, String name, String maker, String format, String kind, String verdict, String version) {
    /** The instrument that is built in, as scripts and lists call it. */
    public static final String BUILT_IN = "Poly";
    static final String BUILT_IN_ID = "roadcase:poly";
}
