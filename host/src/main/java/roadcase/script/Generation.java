package roadcase.script;

import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * The classes of one reading of a gig. While its rig plays they stay; {@link #close} drops them, so that the thousandth
 * reload finds as much memory as the tenth.
 *
 * <p>Threads: any.
 */
public final class Generation implements AutoCloseable {
    private final Loader loader;
    private volatile boolean closed;

    Generation(ClassLoader language) {
        loader = new Loader(language);
    }

    /** Makes classes known; they are loaded when first needed, or by {@link #initialise}. */
    void add(Compiled compiled) {
        loader.bytes.putAll(compiled.classes());
    }

    ClassLoader loader() {
        return loader;
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** Whether a class of this name, as seen on a stack, was written by the player. */
    public boolean owns(String className) {
        return loader.bytes.containsKey(className);
    }

    /** Loads, links and initialises every class, so that the first press after a reload is as fast as the second. */
    void initialise() {
        for (String name : loader.bytes.keySet()) {
            try {
                Class.forName(name, true, loader);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a compiled class is gone: " + name, e);
            }
        }
    }

    public boolean isClosed() {
        return closed;
    }

    /** What Groovy and the JDK remember of the classes is forgotten; the classes go when nobody holds their objects. */
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        for (Class<?> type : loader.made()) InvokerHelper.removeClass(type);
        ClassNodes.forget(loader.made());
        Introspector.flushCaches();
        loader.bytes.clear();
    }

    private static final class Loader extends ClassLoader {
        private final ConcurrentMap<String, byte[]> bytes = new ConcurrentHashMap<>();
        private final List<Class<?>> made = new ArrayList<>();

        Loader(ClassLoader language) {
            super("roadcase gig", language);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = bytes.get(name);
            if (code == null) throw new ClassNotFoundException(name);
            Class<?> type = defineClass(name, code, 0, code.length);
            synchronized (made) {
                made.add(type);
            }
            return type;
        }

        List<Class<?>> made() {
            synchronized (made) {
                return List.copyOf(made);
            }
        }
    }
}
