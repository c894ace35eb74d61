package roadcase.script

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import roadcase.script.toy.Toy
import roadcase.script.toy.ToyDialect
import spock.lang.Specification
import spock.lang.TempDir

/** A folder with gigs of the toy language, and a reader of them. */
abstract class Gigs extends Specification {
    @TempDir Path folder

    Compiler compiler = new Compiler(new ToyDialect())
    GigReader reader = reader(null)
    List<Generation> generations = []

    def setup() { Toy.reset() }

    def cleanup() { generations.each { it.close() } }

    GigReader reader(ScriptCache cache) {
        new GigReader(new CachedCompiler(compiler, cache), { Findings.NONE }, TimeUnit.MILLISECONDS.toNanos(1_500))
    }

    Path file(String name, String text) {
        def path = folder.resolve(name)
        Files.createDirectories(path.parent)
        Files.writeString(path, text.stripIndent())
    }

    Result read(String text = null) {
        if (text != null) file('gig.groovy', text)
        def result = reader.read(folder.resolve('gig.groovy'))
        if (result instanceof Result.Read) generations << result.generation()
        result
    }

    /** All mistakes, one per line, with the folder of this Spec taken away. */
    String mistakes(String text = null) {
        def result = read(text)
        assert result instanceof Result.Failed
        result.errors().collect { it.oneLine().replace(folder.toString() + '/', '') }.join('\n')
    }
}
