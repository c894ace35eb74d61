package roadcase.script;

import groovy.lang.GroovyObjectSupport;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the top-level names of a gig's scripts stand for while it plays: {@code mix}, and {@code lights.apc} of an
 * included file. Immutable, any thread.
 */
public final class Names {
    /** Nothing has a name. */
    public static final Names NONE = new Names(Map.of(), Compiled.NOTHING);

    private final Map<String, Object> values;
    private final Compiled lib;

    Names(Map<String, Object> values, Compiled lib) {
        this.values = new LinkedHashMap<>(values);
        this.lib = lib;
    }

    /** For completion. */
    public Set<String> all() {
        return Set.copyOf(values.keySet());
    }

    Compiled lib() {
        return lib;
    }

    /** The static types that the checker may rely on; what is null has none. */
    Map<String, Class<?>> types() {
        Map<String, Class<?>> types = new HashMap<>();
        values.forEach((name, value) -> {
            if (value == null) return;
            types.put(name, value.getClass());
            // As Object it has no properties that a checker finds, so that the checker asks for the names in full.
            if (name.contains(".")) types.put(name.substring(0, name.indexOf('.')), Object.class);
        });
        return types;
    }

    /** For the binding of a line at the prompt. */
    Map<String, Object> values() {
        Map<String, Object> bound = new HashMap<>();
        values.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) bound.put(name, value);
            else ((Included) bound.computeIfAbsent(name.substring(0, dot), file -> new Included())).names.put(name.substring(dot + 1), value);
        });
        return bound;
    }

    /** An included file, seen from the prompt: its names are its properties. */
    public static final class Included extends GroovyObjectSupport {
        private final Map<String, Object> names = new HashMap<>();

        private Included() {}

        @Override
        public Object getProperty(String name) {
            return names.get(name);
        }
    }
}
