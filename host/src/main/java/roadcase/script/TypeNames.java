package roadcase.script;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of types and constants that a script sees without any dot: for "did you mean". Any thread. */
final class TypeNames {
    private final Dialect dialect;
    private final Set<String> libClasses;
    private Set<String> names;

    TypeNames(Dialect dialect, Set<String> libClasses) {
        this.dialect = dialect;
        this.libClasses = libClasses;
    }

    /** Found when first asked for, that is after a mistake. */
    synchronized Collection<String> names() {
        if (names != null) return names;
        names = new TreeSet<>();
        ClassLoader loader = dialect.scriptBase().getClassLoader();
        for (String owner : dialect.staticStarImports()) names.addAll(constants(owner, loader));
        for (String in : dialect.starImports()) names.addAll(types(in, loader));
        for (String lib : libClasses)
            if (!lib.contains("$")) names.add(lib.substring(lib.lastIndexOf('.') + 1));
        return names;
    }

    private static Collection<String> constants(String type, ClassLoader loader) {
        try {
            Class<?> owner = Class.forName(type, false, loader);
            return Stream.concat(
                    Arrays.stream(owner.getFields()).filter(f -> Modifier.isStatic(f.getModifiers()))
                            .map(f -> f.getName()),
                    Arrays.stream(owner.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()))
                            .map(m -> m.getName()))
                    .filter(n -> !n.contains("$")).toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the language names " + type + ", which is not there", e);
        }
    }

    private static Collection<String> types(String in, ClassLoader loader) {
        Set<String> found = new TreeSet<>();
        try {
            for (URL place : Collections.list(loader.getResources(in.replace('.', '/')))) {
                if (!place.getProtocol().equals("jar")) {
                    list(Path.of(place.toURI()), found);
                    continue;
                }
                String[] jar = place.toString().split("!", 2);
                try (FileSystem inside = FileSystems.newFileSystem(Path.of(URI.create(jar[0].substring(4))))) {
                    list(inside.getPath(jar[1]), found);
                }
            }
        } catch (IOException | URISyntaxException e) {
            // Only a suggestion gets poorer; the mistake itself is told all the same.
            return found;
        }
        return found;
    }

    private static void list(Path folder, Set<String> found) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$") && !f.contains("-"))
                    .forEach(f -> found.add(f.substring(0, f.length() - 6)));
        }
    }
}
