package roadcase.script;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The Groovy files in lib beside a gig.
 *
 * @param texts by their names relative to the gig: {@code lib/Chords.groovy}
 */
public record LibSources(Map<String, String> texts) {
    public static final LibSources NONE = new LibSources(Map.of());

    public LibSources {
        texts = new TreeMap<>(texts);
    }

    /** The packages of compiled lib classes: on the default imports of scripts. */
    static Set<String> packages(Compiled lib) {
        Set<String> packages = new TreeSet<>();
        for (String name : lib.classes().keySet())
            if (name.contains(".")) packages.add(name.substring(0, name.lastIndexOf('.')));
        return packages;
    }
}
