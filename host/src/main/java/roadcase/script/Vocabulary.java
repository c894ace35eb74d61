package roadcase.script;

import groovy.transform.NamedParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.AnnotationConstantExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import roadcase.rig.RigBuilder;

/** Which words a type of the language has, and how types and arguments are called in front of a musician. */
final class Vocabulary {
    private static final ClassNode SPOKEN = ClassHelper.make(Spoken.class);
    private static final Set<String> RANGES = Set.of("groovy.lang.IntRange", "groovy.lang.Range",
            "groovy.lang.ObjectRange");

    private static final Set<String> NUMBERS = Set.of("java.lang.Number", "java.math.BigDecimal",
            "java.math.BigInteger");

    private final Set<String> packages;
    private final Set<String> libClasses;
    private final ClassNode script;

    Vocabulary(Dialect dialect, Set<String> libClasses) {
        this.packages = dialect.packages();
        this.libClasses = libClasses;
        this.script = ClassHelper.make(dialect.scriptBase());
    }

    /** The type whose words may be said at the top of a script. */
    ClassNode script() {
        return script;
    }

    /** Whether this type belongs to the language, or is a script. */
    boolean ours(ClassNode type) {
        if (type == null || type.isArray()) return false;
        String name = type.redirect().getName();
        if (name.startsWith(RigBuilder.SCRIPT_CLASS)) return true;
        String in = type.redirect().getPackageName();
        return in != null && packages.stream().anyMatch(p -> in.equals(p) || in.startsWith(p + "."));
    }

    boolean fromLib(ClassNode type) {
        return libClasses.contains(type.redirect().getName());
    }

    /** Every word that can be said to this type: its methods, and its properties without get. */
    Set<String> words(ClassNode type) {
        Set<String> words = new TreeSet<>();
        if (type == null) return words;
        for (MethodNode m : methods(type)) words.add(word(m));
        for (FieldNode f : type.redirect().getFields())
            if (f.isEnum() || f.isPublic() && f.isStatic()) words.add(f.getName());
        return words;
    }

    boolean has(ClassNode type, String word) {
        return words(type).contains(word);
    }

    /** {@code (a level like 3.dB) or (a number)}: all ways to say this word. */
    String forms(ClassNode type, String word) {
        return named(type, word).stream().map(this::form).distinct().collect(Collectors.joining(" or "));
    }

    List<MethodNode> named(ClassNode type, String word) {
        return methods(type).stream().filter(m -> m.getName().equals(word)).toList();
    }

    /** The names that a method's first parameter takes, {@code channel} of {@code channel: 1}; empty where none. */
    static List<String> names(MethodNode method) {
        List<String> names = new ArrayList<>();
        if (method.getParameters().length == 0) return names;
        for (AnnotationNode a : method.getParameters()[0].getAnnotations()) {
            if (a.getClassNode().getName().equals(NamedParam.class.getName())) addName(a, names);
            else if (a.getMember("value") instanceof ListExpression many)
                for (Expression each : many.getExpressions()) addNested(each, names);
            else addNested(a.getMember("value"), names);
        }
        return names;
    }

    private static void addNested(Expression value, List<String> names) {
        if (value instanceof AnnotationConstantExpression one && one.getValue() instanceof AnnotationNode a) addName(a,
                names);
    }

    private static void addName(AnnotationNode named, List<String> names) {
        if (named.getMember("value") instanceof ConstantExpression name) names.add(name.getText());
    }

    private String form(MethodNode method) {
        List<String> parts = new ArrayList<>();
        List<String> names = names(method);
        for (Parameter p : method.getParameters()) {
            boolean first = parts.isEmpty() && p == method.getParameters()[0];
            if (first && !names.isEmpty()) parts.add(names.stream().map(n -> n + ":").collect(Collectors.joining(" ")));
            else parts.add(ClassHelper.isClassType(p.getType()) ? ofClass(p.getType(), method) : plain(p.getType()));
        }
        return "(" + String.join(", ", parts) + ")";
    }

    private List<MethodNode> methods(ClassNode type) {
        List<MethodNode> found = new ArrayList<>();
        collect(type, found);
        return found;
    }

    private void collect(ClassNode type, List<MethodNode> found) {
        if (type == null || !ours(type) && !fromLib(type)) return;
        for (MethodNode m : type.redirect().getMethods())
            if (m.isPublic() && !m.isSynthetic() && m.getName().matches("[a-z]\\w*")
                    && !isPlumbing(type, m)) found.add(m);
        collect(type.getSuperClass(), found);
        for (ClassNode i : type.getInterfaces()) collect(i, found);
    }

    /** A script's own main and run, what every class of Groovy or Java has, and seams of the language. */
    private static boolean isPlumbing(ClassNode type, MethodNode m) {
        if (type.redirect().getName().startsWith(RigBuilder.SCRIPT_CLASS)) return m.getName().matches("main|run");
        return isNoWord(m) || m.getName().matches("getMetaClass|setMetaClass|invokeMethod|getProperty|setProperty"
                + "|equals|hashCode|toString|compareTo|iterator");
    }

    /** As it is written after a dot: {@code getBar()} is {@code bar}. */
    static String word(MethodNode m) {
        return property(m) == null ? m.getName() : property(m);
    }

    private static String property(MethodNode m) {
        if (m.getParameters().length > 0) return null;
        String name = m.getName();
        if (!name.startsWith("get") || name.length() == 3) return null;
        return Character.toLowerCase(name.charAt(3)) + name.substring(4);
    }

    String plain(ClassNode[] types) {
        return Arrays.stream(types).map(this::plain).collect(Collectors.joining(", "));
    }

    /** {@code a number}, {@code 'text'}, {@code { ... }}, a Spoken sentence, or the type's own name. */
    String plain(ClassNode type) {
        if (type == null) return "nothing";
        if (type.isArray()) return plain(type.getComponentType()) + "...";
        ClassNode bare = type.redirect();
        if (type.isGenericsPlaceHolder()
                && type.getUnresolvedSuperClass() != null) bare = type.getUnresolvedSuperClass().redirect();
        for (AnnotationNode a : bare.getAnnotations(SPOKEN))
            if (a.getMember("value") instanceof ConstantExpression said) return said.getText();
        String name = bare.getName();
        if (ClassHelper.isNumberType(bare) || NUMBERS.contains(name)) return "a number";
        if (ClassHelper.isPrimitiveBoolean(bare) || ClassHelper.isWrapperBoolean(bare)) return "yes or no";
        if (Set.of("java.lang.String", "groovy.lang.GString", "java.lang.CharSequence").contains(name)) return "'text'";
        if (RANGES.contains(name)) return "a range like 0..127";
        if (ClassHelper.isClassType(bare)) return "a type";
        if (bare.isEnum()) return constants(bare);
        if (bare.implementsInterface(ClassHelper.MAP_TYPE) || bare.equals(ClassHelper.MAP_TYPE)) return "name: value";
        if (bare.implementsInterface(ClassHelper.LIST_TYPE)
                || bare.equals(ClassHelper.LIST_TYPE)) return "a list like [1, 2]";
        if (name.equals("java.lang.Iterable")) return "several of a kind";
        if (bare.equals(ClassHelper.CLOSURE_TYPE) || ClassHelper.isSAMType(bare)) return "{ ... }";
        if (ClassHelper.isObjectType(bare)) return "anything";
        if (ClassHelper.isPrimitiveVoid(bare) || name.equals("java.lang.Void")) return "nothing";
        if (name.startsWith(RigBuilder.SCRIPT_CLASS)) return "the script";
        return shortName(bare);
    }

    /** {@code Class<L>} by the bound that the method gives to L: what may be named here. */
    private String ofClass(ClassNode type, MethodNode method) {
        if (type.getGenericsTypes() == null || method.getGenericsTypes() == null) return plain(type);
        for (GenericsType declared : method.getGenericsTypes())
            if (declared.getName().equals(type.getGenericsTypes()[0].getName()) && declared.getUpperBounds() != null)
                return plain(declared.getUpperBounds()[0]);
        return plain(type);
    }

    private static String constants(ClassNode type) {
        List<String> all = type.getFields().stream().filter(FieldNode::isEnum).map(FieldNode::getName).toList();
        if (all.isEmpty()) return shortName(type);
        if (all.size() == 1) return all.get(0);
        if (all.size() > 4) return String.join(", ", all.subList(0, 3)) + " ...";
        return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.get(all.size() - 1);
    }

    static String shortName(ClassNode type) {
        String name = type.getNameWithoutPackage();
        return name.substring(name.lastIndexOf('$') + 1);
    }

    /** How a line with this type at its end would be finished, or null where it is finished. */
    static String unfinished(ClassNode type) {
        if (type == null) return null;
        for (AnnotationNode a : type.redirect().getAnnotations(ClassHelper.make(Unfinished.class)))
            if (a.getMember("value") instanceof ConstantExpression how) return how.getText();
        String inherited = type.getSuperClass() == null ? null : unfinished(type.getSuperClass());
        for (ClassNode i : type.getInterfaces()) if (inherited == null) inherited = unfinished(i);
        return inherited;
    }

    /** Public for other parts of the language only. */
    static boolean isNoWord(MethodNode method) {
        return !method.getAnnotations(ClassHelper.make(NotAWord.class)).isEmpty();
    }

    static boolean isBuilding(MethodNode method) {
        ClassNode builds = ClassHelper.make(Builds.class);
        return !method.getAnnotations(builds).isEmpty()
                || method.getDeclaringClass() != null && !method.getDeclaringClass().getAnnotations(builds).isEmpty();
    }

    static boolean isFineAtThePrompt(MethodNode method) {
        return method.getAnnotations(ClassHelper.make(Builds.class)).stream().map(a -> a.getMember("butAtThePrompt"))
                .anyMatch(m -> m instanceof ConstantExpression c && c.isTrueExpression());
    }
}
