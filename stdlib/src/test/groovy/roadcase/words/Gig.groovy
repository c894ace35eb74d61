package roadcase.words

import groovy.transform.CompileStatic
import java.util.concurrent.atomic.AtomicInteger
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer
import org.codehaus.groovy.control.customizers.ImportCustomizer
import roadcase.rig.Rig
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Origin
import roadcase.rig.plan.RoutePlan
import roadcase.script.Reading

/** Compiles a script as gigs are compiled and reads it into a rig, without the checker of the kernel. */
@CompileStatic
class Gig implements Reading {
    private static final GigLanguage LANGUAGE = new GigLanguage()
    private static final AtomicInteger COUNT = new AtomicInteger()

    final RigBuilder rig = new RigBuilder('test')
    final List<List<String>> included = []

    @Override
    RigBuilder rig() {
        rig
    }

    @Override
    void include(String file, String copy, Origin origin) {
        included << [file, copy, origin.line().toString()]
    }

    static Rig of(String text) {
        new Gig().read(text)
    }

    /** The only line of a script that begins with usual gear: keys, synth, out, mix. */
    static RoutePlan line(String text) {
        List<RoutePlan> routes = of(GEAR + text).routes()
        assert routes.size() == 1
        routes[0]
    }

    static final String GEAR = '''\
        def keys = input('Keystation'); def synth = output('Synth'); def mix = device(MidiMix); def link = clock(LINK)
        '''.stripIndent()

    Rig read(String text) {
        Script script = (Script) compile(text).getDeclaredConstructor().newInstance()
        LANGUAGE.begin(script, this)
        script.run()
        rig.build()
    }

    static Class<?> compile(String text) {
        String name = RigBuilder.SCRIPT_CLASS + 'test' + COUNT.incrementAndGet() + '.groovy'
        new GroovyClassLoader(Gig.classLoader, configuration()).parseClass(text, name)
    }

    private static CompilerConfiguration configuration() {
        ImportCustomizer imports = new ImportCustomizer()
        LANGUAGE.starImports().each { String p -> imports.addStarImports(p) }
        LANGUAGE.staticStarImports().each { String c -> imports.addStaticStars(c) }
        CompilerConfiguration configuration = new CompilerConfiguration(scriptBaseClass: LANGUAGE.scriptBase().name)
        configuration.addCompilationCustomizers(imports, new ASTTransformationCustomizer(CompileStatic))
        configuration
    }
}
