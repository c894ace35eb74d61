package roadcase.script

import roadcase.script.toy.ToyDialect
import spock.lang.Specification

class WarmUpSpec extends Specification {
    def "the compiler is warmed in the background with the words' own examples, wrong ones included"() {
        given:
        def compiler = new Compiler(new ToyDialect() {
            @Override
            List<WordDoc> words() { [new WordDoc('say', "say 'x'", 'says', 'script', '-', "say 'x'"),
                                     new WordDoc('bad', "bad", 'none', 'script', '-', "bad 'x'")] }
        })

        when:
        def thread = WarmUp.start(compiler)

        then:
        thread.daemon
        thread.priority == Thread.MIN_PRIORITY

        when:
        thread.join(30_000)

        then:
        !thread.alive
    }
}
