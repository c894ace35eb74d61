package roadcase.script;

import groovy.lang.GroovyClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.tools.GroovyClass;
import roadcase.rig.RigBuilder;

/**
 * Makes classes of a gig's scripts and of the Groovy classes beside it, or says what is wrong with them.
 *
 * <p>Threads: any; one compiles at a time, the others wait. Compiling takes 10 to 300 ms and, on a cold JVM, a second;
 * nothing of the compiled code is run. A deeply nested script needs a deep stack: 16 MB is enough for what fits a file.
 */
public final class Compiler {
    /** Changes whenever the same script would be compiled otherwise, so that old caches are not used. */
    static final String VERSION = "3";
    /** The file that a line at the prompt stands in. */
    static final String PROMPT = "prompt";

    private final Dialect dialect;
    private final Sight sight;

    public Compiler(Dialect dialect) {
        this.dialect = dialect;
        this.sight = new Sight(dialect.scriptBase().getClassLoader());
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * Compiles one script of a gig: statically, checked word by word.
     *
     * @param file as the player gave it or relative to the gig; also what stack traces will say
     * @param lib the classes in lib that the script may use
     * @param seen loads those classes
     */
    public synchronized Compiled script(String file, String text, Compiled lib, ClassLoader seen) throws NotCompiled {
        return script(file, text, lib, seen, null);
    }

    /**
     * Compiles a line at the prompt.
     *
     * @param known names that it sees, with their types; the line's binding must have them
     */
    synchronized Compiled line(String text, Compiled lib, ClassLoader seen, Map<String, Class<?>> known)
            throws NotCompiled {
        return script(PROMPT, text, lib, seen, known);
    }

    private Compiled script(String file, String text, Compiled lib, ClassLoader seen, Map<String, Class<?>> known)
            throws NotCompiled {
        Vocabulary vocabulary = new Vocabulary(dialect, lib.classes().keySet());
        TypeNames types = new TypeNames(dialect, lib.classes().keySet());
        ImportCustomizer imports = new ImportCustomizer();
        for (String in : dialect.starImports()) imports.addStarImports(in);
        for (String of : dialect.staticStarImports()) imports.addStaticStars(of);
        for (String in : LibSources.packages(lib)) imports.addStarImports(in);
        CompilerConfiguration configuration = configuration(List.of(new Plain(), imports,
                new Checker(dialect, vocabulary, types, known), new KeepNames(), new CancelTransform()));
        configuration.setScriptBaseClass(dialect.scriptBase().getName());
        String main = className(file);
        Map<String, byte[]> classes = compile(configuration, Map.of(main + ".groovy", text), seen, types, name -> file);
        return new Compiled(main, classes);
    }

    /** Compiles the classes in lib: full Groovy, but able to be cancelled. */
    public synchronized Compiled lib(LibSources sources) throws NotCompiled {
        if (sources.texts().isEmpty()) return Compiled.NOTHING;
        CompilerConfiguration configuration = configuration(List.of(new LibRules(), new CancelTransform()));
        Map<String, byte[]> classes = compile(configuration, sources.texts(), dialect.scriptBase().getClassLoader(),
                new TypeNames(dialect, Set.of()), name -> name);
        return new Compiled("", classes);
    }

    private static CompilerConfiguration configuration(List<CompilationCustomizer> customizers) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        // A file of its own per thread is nothing for the two cores of a stage machine.
        configuration.getOptimizationOptions().put(CompilerConfiguration.PARALLEL_PARSE, false);
        customizers.forEach(configuration::addCompilationCustomizers);
        return configuration;
    }

    private Map<String, byte[]> compile(CompilerConfiguration configuration, Map<String, String> texts,
            ClassLoader seen, TypeNames types, Function<String, String> shown) throws NotCompiled {
        for (Map.Entry<String, String> e : texts.entrySet()) {
            Brackets.Found large = Size.refuse(e.getValue());
            if (large != null)
                throw new NotCompiled(List.of(Mistakes.at(shown.apply(e.getKey()), large.line(), large.column(),
                        large.sentence(), e.getValue())));
        }
        sight.through = seen;
        CompilationUnit unit = new CompilationUnit(configuration, null, sight, sight);
        unit.setClassNodeResolver(new OnlyClasses(sight));
        ErrorCollector errors = unit.getErrorCollector();
        texts.forEach((name, text) -> unit.addSource(
                new SourceUnit(name, Commands.inParentheses(text), configuration, sight, errors)));
        Function<String, String> file = name -> shown.apply(name == null ? texts.keySet().iterator().next() : name);
        Function<String, String> textOf = name -> texts.getOrDefault(name, texts.values().iterator().next());
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            throw new NotCompiled(Mistakes.of(errors, file, textOf, types));
        } catch (StackOverflowError | RuntimeException | LinkageError e) {
            throw new NotCompiled(List.of(new ScriptError(file.apply(null), 0, 0, Mistakes.broke(e), "")));
        } finally {
            sight.through = null;
        }
        return named(unit, shown);
    }

    /** Groovy keeps only the last part of a file's name in a class; messages need all of it. */
    private static Map<String, byte[]> named(CompilationUnit unit, Function<String, String> shown) {
        Map<String, String> files = new LinkedHashMap<>();
        for (var module : unit.getAST().getModules())
            for (ClassNode type : module.getClasses()) files.put(type.getName(), shown.apply(module.getDescription()));
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass made : unit.getClasses()) {
            String owner = made.getName();
            while (!files.containsKey(owner) && owner.contains("$")) owner = owner.substring(0, owner.lastIndexOf('$'));
            classes.put(made.getName(), SourceName.write(made.getBytes(), files.getOrDefault(owner, "")));
        }
        return classes;
    }

    /** Never the file's own name: {@code long.groovy} would make a class of that name. */
    static String className(String file) {
        String base = file.replaceFirst("\\.groovy$", "").replaceAll("[^A-Za-z0-9]", "_");
        return RigBuilder.SCRIPT_CLASS + base + "_" + Integer.toHexString(file.hashCode());
    }

    /**
     * What is being compiled sees: the language, and the lib of its gig. One for all, so that Groovy scans its own
     * once.
     */
    private static final class Sight extends GroovyClassLoader {
        private volatile ClassLoader through;

        Sight(ClassLoader language) {
            super(language);
        }

        @Override
        public Class<?> loadClass(String name, boolean lookupScriptFiles, boolean preferClassOverScript,
                boolean resolve)
                throws ClassNotFoundException {
            ClassLoader lib = through;
            return lib == null ? getParent().loadClass(name) : lib.loadClass(name);
        }
    }

    /** Groovy would also look for sources on the class path and compile those. */
    private static final class OnlyClasses extends ClassNodeResolver {
        private final ClassLoader loader;

        OnlyClasses(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        public LookupResult findClassNode(String name, CompilationUnit unit) {
            try {
                return new LookupResult(null, ClassHelper.make(loader.loadClass(name)));
            } catch (ClassNotFoundException | LinkageError notAClass) {
                return null;
            }
        }
    }
}
