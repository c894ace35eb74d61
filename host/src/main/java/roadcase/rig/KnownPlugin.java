package roadcase.rig;

import roadcase.audio.Plugin;

/** A plugin that the scan knows, for faces. @param verdict {@code fine}, or why it is not offered */
public record KnownPlugin(String name, String maker, String format, String kind, String verdict) {
    /** The instrument that every machine has. */
    public static final String BUILT_IN = Plugin.BUILT_IN;

    static KnownPlugin of(Plugin p) {
        return new KnownPlugin(p.name(), p.maker(), p.format(), p.kind(), p.verdict());
    }
}
