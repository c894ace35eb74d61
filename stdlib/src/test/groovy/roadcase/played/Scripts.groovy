package roadcase.played

import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap
import org.codehaus.groovy.control.CompilationFailedException
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer
import org.codehaus.groovy.control.customizers.ImportCustomizer
import roadcase.rig.Declared
import roadcase.rig.RigBuilder
import roadcase.rig.RigCheck
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RigError
import roadcase.script.Dialect
import roadcase.script.Reading

/** Reads the text of scripts into a rig, as gigs are read. A text is compiled once, however often it is read. */
@CompileStatic
class Scripts implements Reading {
    private static final Dialect LANGUAGE = ServiceLoader.load(Dialect).findFirst().get()
    private static final Map<String, Object> COMPILED = new ConcurrentHashMap<>()

    private static final String GIG = RigBuilder.SCRIPT_CLASS + 'gig.groovy'
    private static final Set<Object> CHECKED = ConcurrentHashMap.newKeySet()

    private final RigBuilder builder = new RigBuilder('gig')
    private final Map<String, String> files
    private final List<String> reading = []
    private final Set<String> read = []

    private Scripts(Map<String, String> files) {
        this.files = files
    }

    /** Reads {@code gig}; what it includes is looked up in {@code files}. A rig that the check refuses is a failure. */
    static Declared declared(String gig, Map<String, String> files = [:]) {
        Declared declared = unchecked(gig, files)
        if (!CHECKED.add([gig, files])) return declared
        List<String> errors = RigCheck.check(declared.rig()).findAll { !it.warning() }.collect { "${it.origin()} ${it.sentence()}".toString() }
        assert errors.isEmpty()
        declared
    }

    /** Warnings and errors of the check, as {@code line: sentence}. */
    static List<String> findings(String gig, Map<String, String> files = [:]) {
        RigCheck.check(unchecked(gig, files).rig()).collect {
            "${it.origin().file() == GIG ? '' : it.origin().file() + ' '}${it.origin().line()}: ${it.sentence()}".toString()
        }
    }

    /** What is wrong with a gig, or null. */
    static String refused(String gig) {
        try {
            return findings(gig).find()
        } catch (RigError | CompilationFailedException mistake) {
            return mistake.message
        }
    }

    private static Declared unchecked(String gig, Map<String, String> files) {
        Scripts scripts = new Scripts(files)
        scripts.run(GIG, gig)
        scripts.builder.finish()
    }

    @Override
    RigBuilder rig() {
        builder
    }

    @Override
    void include(String file, String copy, Origin origin) {
        String name = RigBuilder.SCRIPT_CLASS + file + '.groovy'
        if (copy == null && !read.add(name)) return
        builder.included(name, reading.last())
        String text = files[file]
        assert text != null
        if (copy == null) run(name, text)
        else builder.renamed(copy) { this.run(name, text) }
    }

    private void run(String name, String text) {
        reading << name
        builder.source(name, text)
        Script script = (Script) compiled(name, text).getDeclaredConstructor().newInstance()
        LANGUAGE.begin(script, this)
        builder.including { script.run() }
        reading.removeLast()
    }

    private static Class<?> compiled(String name, String text) {
        Object compiled = COMPILED.computeIfAbsent(name + '\n' + text) { compile(name, text) }
        if (compiled instanceof CompilationFailedException) throw compiled
        (Class<?>) compiled
    }

    /** The class, or what is wrong with the text. */
    private static Object compile(String name, String text) {
        try {
            new GroovyClassLoader(Scripts.classLoader, configuration()).parseClass(new GroovyCodeSource(text, name, '/gig'))
        } catch (CompilationFailedException mistake) {
            mistake
        }
    }

    private static CompilerConfiguration configuration() {
        ImportCustomizer imports = new ImportCustomizer()
        for (String p : LANGUAGE.starImports()) imports.addStarImports(p)
        for (String c : LANGUAGE.staticStarImports()) imports.addStaticStars(c)
        CompilerConfiguration configuration = new CompilerConfiguration(scriptBaseClass: LANGUAGE.scriptBase().name)
        configuration.addCompilationCustomizers(imports, new ASTTransformationCustomizer(CompileStatic))
        configuration
    }
}
