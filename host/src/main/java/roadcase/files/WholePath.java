package roadcase.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Makes the paths that a gig writes whole: those that do not begin at the root are beside the gig, {@code ~/} is the
 * player's home. What is no path (the name of a plugin or of a sound, a web address) stays as it is. Any thread.
 */
public record WholePath(Path folder, Path home) implements UnaryOperator<String> {
    @Override
    public String apply(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean isFile = lower.matches(".*\\.(vst3|lv2|component|vstpreset)/?") || lower.matches("(~|\\.\\.?)/.*");
        if (!isFile || lower.matches("[a-z][a-z0-9+.-]+:.*")) return text;
        try {
            Path path = text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
            return path.toAbsolutePath().normalize().toString();
        } catch (InvalidPathException noPath) {
            return text;
        }
    }
}
