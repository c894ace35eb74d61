package roadcase.script;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;

/**
 * What a script may name and call: the language, the classes in lib, and this list of harmless Java and Groovy.
 *
 * <p>What is not listed is refused: files, network, threads, processes, reflection and the system need no list of their
 * own.
 */
final class Permits {
    private static final String OUTSIDE = "; files, network, threads and the system stay outside. A class in lib/"
            + " beside the gig may do it";

    private static final Set<String> TYPES = Set.of(
            "java.lang.Object", "java.lang.String", "java.lang.CharSequence", "java.lang.StringBuilder",
            "java.lang.AbstractStringBuilder", "java.lang.Character", "java.lang.Boolean", "java.lang.Byte",
            "java.lang.Short", "java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double",
            "java.lang.Number", "java.lang.Math", "java.lang.Comparable", "java.lang.Iterable", "java.lang.Enum",
            "java.lang.Record", "java.lang.Void", "java.lang.Throwable", "java.lang.Exception", "java.lang.Error",
            "java.lang.RuntimeException", "java.lang.IllegalArgumentException", "java.lang.IllegalStateException",
            "java.lang.ArithmeticException", "java.lang.IndexOutOfBoundsException", "java.lang.NullPointerException",
            "java.lang.NumberFormatException", "java.math.BigDecimal", "java.math.BigInteger", "java.util.Random",
            "java.util.Collection", "java.util.List", "java.util.ArrayList", "java.util.LinkedList",
            "java.util.AbstractList", "java.util.AbstractCollection", "java.util.AbstractMap",
            "java.util.AbstractSet", "java.util.Set", "java.util.HashSet", "java.util.LinkedHashSet",
            "java.util.TreeSet", "java.util.SortedSet", "java.util.NavigableSet", "java.util.Map",
            "java.util.HashMap", "java.util.LinkedHashMap", "java.util.TreeMap", "java.util.SortedMap",
            "java.util.NavigableMap", "java.util.Map$Entry", "java.util.Queue", "java.util.Deque",
            "java.util.ArrayDeque", "java.util.Iterator", "java.util.ListIterator", "java.util.Collections",
            "java.util.Arrays", "java.util.Objects", "java.util.Optional", "java.util.Comparator",
            "java.util.SequencedCollection", "java.util.SequencedMap", "java.util.SequencedSet",
            "groovy.lang.IntRange", "groovy.lang.Range", "groovy.lang.ObjectRange", "groovy.lang.NumberRange",
            "groovy.lang.EmptyRange", "groovy.lang.GString", "groovy.lang.Closure", "groovy.lang.Tuple",
            "groovy.lang.Tuple2", "groovy.lang.Tuple3", Printed.class.getName());

    /** Types of which only these methods may be called. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "java.lang.Object", Set.of("toString", "equals", "hashCode", "<init>"),
            "java.lang.Throwable", Set.of("getMessage", "toString", "<init>"),
            "java.lang.Enum", Set.of("name", "ordinal", "compareTo", "toString", "equals", "hashCode", "values",
                    "valueOf"),
            "groovy.lang.Closure", Set.of("call", "doCall", "curry", "rcurry", "ncurry", "memoize", "rightShift",
                    "leftShift"));

    private static final Set<String> EXTENSIONS = Set.of("DefaultGroovyMethods", "StringGroovyMethods",
            "ArrayGroovyMethods",
            "PluginDefaultGroovyMethods", "ObjectArrayStaticTypesHelper", "BooleanArrayStaticTypesHelper",
            "IntArrayStaticTypesHelper", "LongArrayStaticTypesHelper", "DoubleArrayStaticTypesHelper");

    /** Of what Groovy gives to every object, only these: the others read like words and mean something else. */
    private static final Set<String> ON_EVERYTHING =
            Set.of("toString", "plus", "iterator", "is", "isCase", "asBoolean", "equals", "compareTo");

    private final Vocabulary vocabulary;

    Permits(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean allows(ClassNode type) {
        if (type == null) return true;
        ClassNode bare = type;
        while (bare.isArray()) bare = bare.getComponentType();
        if (bare.isGenericsPlaceHolder() || ClassHelper.isPrimitiveType(bare) || vocabulary.ours(bare)
                || vocabulary.fromLib(bare))
            return true;
        return TYPES.contains(bare.redirect().getName());
    }

    /** Whether {@code [1]} or {@code ['name']} picks something out of this, and does not look behind it. */
    boolean hasPlaces(ClassNode type) {
        if (type == null || type.isArray()) return true;
        if (vocabulary.ours(type) || vocabulary.fromLib(type)) return vocabulary.has(type, "getAt")
                || isCollection(type);
        return isCollection(type)
                || Set.of("java.lang.String", "java.lang.CharSequence", "groovy.lang.GString")
                        .contains(type.redirect().getName());
    }

    private static boolean isCollection(ClassNode type) {
        ClassNode collection = ClassHelper.make(Collection.class);
        return type.equals(collection) || type.implementsInterface(collection)
                || type.equals(ClassHelper.MAP_TYPE) || type.implementsInterface(ClassHelper.MAP_TYPE);
    }

    /** Null, or why this type may not be named. */
    String refuseType(ClassNode type) {
        return allows(type) ? null : "a script has no access to " + type.redirect().getName().replace('$', '.')
                + OUTSIDE;
    }

    /** Null, or why this method may not be called. @param word as it was written */
    String refuseCall(MethodNode target, String word) {
        if (target instanceof ExtensionMethodNode e) return refuseExtension(e.getExtensionMethodNode(), word);
        ClassNode owner = target.getDeclaringClass();
        if (owner == null || vocabulary.fromLib(owner)) return null;
        String method = target.getName();
        if (vocabulary.ours(owner))
            return isGroovyPlumbing(method) || Vocabulary.isNoWord(target) ? noWord(word) : null;
        String type = owner.redirect().getName();
        if (type.equals("groovy.lang.Script") || type.startsWith("groovy.lang.GroovyObject")) return noWord(word);
        Set<String> only = ONLY.get(type);
        if (only != null) return only.contains(method) ? null : noWord(word);
        if (TYPES.contains(type)) return method.matches("stream|parallelStream") ? noWord(word) : null;
        return "a script has no access to " + type.replace('$', '.') + OUTSIDE;
    }

    private String refuseExtension(MethodNode method, String word) {
        ClassNode owner = method.getDeclaringClass();
        if (vocabulary.ours(owner) || vocabulary.fromLib(owner)) return null;
        ClassNode self = method.getParameters()[0].getType();
        boolean anything = ClassHelper.isObjectType(self.redirect()) && !self.isArray();
        if (anything) return ON_EVERYTHING.contains(method.getName()) ? null : noWord(word);
        if (!EXTENSIONS.contains(Vocabulary.shortName(owner)) || !allows(self))
            return "'" + word + "' reaches outside of the script" + OUTSIDE;
        return null;
    }

    private static boolean isGroovyPlumbing(String method) {
        return Set.of("invokeMethod", "getMetaClass", "setMetaClass", "getProperty", "setProperty", "getBinding",
                "setBinding",
                "evaluate", "run", "main", "getClass").contains(method);
    }

    /** The first half of a sentence; {@link Guard} adds what to say instead. */
    static String noWord(String method) {
        return "'" + method + "' is no word here";
    }
}
