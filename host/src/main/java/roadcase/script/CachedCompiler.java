package roadcase.script;

import groovy.lang.GroovySystem;
import java.util.Map;
import roadcase.files.ContentHash;

/**
 * The compiler with its cache in front: what was compiled once, by whatever process, is not compiled again. Any thread.
 */
public final class CachedCompiler {
    private final Compiler compiler;
    private final ScriptCache cache;
    private final String version;

    /** @param cache or null for none */
    public CachedCompiler(Compiler compiler, ScriptCache cache) {
        this.compiler = compiler;
        this.cache = cache;
        this.version = String.join("\n", Compiler.VERSION, GroovySystem.getVersion(), Fingerprint.of(Compiler.class),
                Fingerprint.of(compiler.dialect().getClass()), compiler.dialect().getClass().getName());
    }

    public Dialect dialect() {
        return compiler.dialect();
    }

    Compiled script(String file, String text, LibSources sources, Compiled lib, ClassLoader seen) throws NotCompiled {
        String key = key("script", file, text, libKey(sources));
        Compiled known = cache == null ? null : cache.get(key);
        if (known != null) return known;
        Compiled fresh = compiler.script(file, text, lib, seen);
        if (cache != null) cache.put(key, fresh);
        return fresh;
    }

    /** A line at the prompt is compiled once and never kept. */
    Compiled line(String text, Compiled lib, ClassLoader seen, Map<String, Class<?>> known) throws NotCompiled {
        return compiler.line(text, lib, seen, known);
    }

    Compiled lib(LibSources sources) throws NotCompiled {
        if (sources.texts().isEmpty()) return Compiled.NOTHING;
        String key = key("lib", libKey(sources));
        Compiled known = cache == null ? null : cache.get(key);
        if (known != null) return known;
        Compiled fresh = compiler.lib(sources);
        if (cache != null) cache.put(key, fresh);
        return fresh;
    }

    /** Forgets an entry whose classes do not load. */
    void forget(String file, String text, LibSources sources) {
        if (cache == null) return;
        cache.drop(key("script", file, text, libKey(sources)));
        cache.drop(key("lib", libKey(sources)));
    }

    private static String libKey(LibSources sources) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> e : sources.texts().entrySet())
            all.append(e.getKey()).append('\n').append(e.getValue().length()).append('\n').append(e.getValue());
        return ContentHash.of(all.toString());
    }

    private String key(String... parts) {
        StringBuilder all = new StringBuilder(version);
        for (String part : parts) all.append('\n').append(part.length()).append('\n').append(part);
        return ContentHash.of(all.toString());
    }
}
