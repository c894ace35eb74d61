package roadcase.script;

import java.lang.reflect.Field;
import java.util.Collection;
import org.apache.groovy.util.concurrent.ManagedIdentityConcurrentMap;

/**
 * Groovy's compiler keeps what it learned of a class softly, that is until memory gets short, and with it the class and
 * its loader. Classes in lib are learned anew with each reading; so they are taken out of that memory by hand.
 *
 * <p>There is no door to it; the Spec of {@link Generation} fails when a new Groovy moves the wall.
 */
final class ClassNodes {
    private static final ManagedIdentityConcurrentMap<?, ?> KNOWN = find();

    private ClassNodes() {}

    private static ManagedIdentityConcurrentMap<?, ?> find() {
        try {
            Field cache = Class.forName("org.codehaus.groovy.ast.ClassHelper$ClassHelperCache")
                    .getDeclaredField("classCache");
            cache.setAccessible(true);
            return (ManagedIdentityConcurrentMap<?, ?>) cache.get(null);
        } catch (ReflectiveOperationException | ClassCastException anotherGroovy) {
            return null;
        }
    }

    static void forget(Collection<Class<?>> classes) {
        if (KNOWN != null) for (Class<?> type : classes) KNOWN.remove(type);
    }
}
