package roadcase.script

import roadcase.script.toy.ToyDialect
import spock.lang.Shared
import spock.lang.Specification

class RefusalsSpec extends Specification {
    @Shared compiler = new Compiler(new ToyDialect())

    private ScriptError mistake(String text) {
        try {
            compiler.script('gig.groovy', text, Compiled.NOTHING, getClass().classLoader)
        } catch (NotCompiled e) {
            assert e.errors().size() == 1
            return e.errors()[0]
        }
        return null
    }

    def "tryout"() {
        expect:
        new File('/tmp/tryouts.txt').text.split('----\n').each { t ->
            def m
            try { m = mistake(t)?.oneLine() } catch (Throwable x) { m = 'THROWN ' + x + '\n' + x.stackTrace.take(12).join('\n   ') }
            println '>>> ' + t.strip().replace('\n', ' / ') + '\n        ' + m
        }
    }
}
