package roadcase.script;

import java.util.Map;

/**
 * A compiled file, or lib: names of classes and their bytes.
 *
 * @param main the script's own class, or empty for lib
 */
public record Compiled(String main, Map<String, byte[]> classes) {
    public static final Compiled NOTHING = new Compiled("", Map.of());

    public Compiled {
        classes = Map.copyOf(classes);
    }

    public boolean isEmpty() {
        return classes.isEmpty();
    }
}
