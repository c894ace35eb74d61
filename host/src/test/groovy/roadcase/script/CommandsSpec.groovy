package roadcase.script

import org.codehaus.groovy.ast.builder.AstBuilder
import org.codehaus.groovy.control.CompilePhase
import spock.lang.Specification

/** Commands with named arguments get the parentheses they stand for; nothing else changes, nothing moves. */
class CommandsSpec extends Specification {
    def "#written becomes #read"() {
        expect:
        Commands.inParentheses(written) == read

        where:
        written                                           | read
        "bank 'A', channel: 1"                            | "bank('A', channel: 1)"
        "    bank 'B', channel: 2       // sends"         | "    bank('B', channel: 2)       // sends"
        "bind 'To the DAW',       to: 'IAC Bus 1'\r"      | "bind('To the DAW',       to: 'IAC Bus 1')\r"
        'pid      p: 0.31, i: 0.31, d: 0'                 | 'pid(     p: 0.31, i: 0.31, d: 0)'
        'choose apc.rowButtons, holding: apc.shift'       | 'choose(apc.rowButtons, holding: apc.shift)'
        'stopAll apc.rowButtons[8], holding: apc.shift'   | 'stopAll(apc.rowButtons[8], holding: apc.shift)'
        'graph  level.measured, last: 60.seconds\n\nnext' | 'graph( level.measured, last: 60.seconds)\n\nnext'
        "bank 'A', channel: 1\n// then\nbank 'B'"         | "bank('A', channel: 1)\n// then\nbank 'B'"
    }

    def "left alone: #script"() {
        expect:
        Commands.inParentheses(script) == script

        where:
        script << ["bank 'A'", "bank('A', channel: 1)", "return 'a', b: 1", "assert a, b: 1", "def a, b: 1",
                   "keys.to(synth)", "bank 'A', channel: 1 + 2", "bank 'A', channel: n()", "bank \"\$a\", channel: 1",
                   "bank 'A', channel: 1,\n    name: 'x'", "bank 'A', channel: 1\n    .twice()", "bank 'A', channel:",
                   "say '''\nbank 'A', channel: 1\n'''", 'say """\nbank "A", channel: 1\n"""', "x = /\nbank 'A', channel: 1\n/",
                   "bank 'A', channel: 1 {", "bank 'it\\'s', channel: 1", 'bank']
    }

    def "Groovy understands both alike"() {
        given:
        def script = "bank 'A', channel: 1, to: x.y\nfoo a.b, c: 2..3"

        expect:
        tree(Commands.inParentheses(script)) == tree(script)
        Commands.inParentheses(script) != script
    }

    private static String tree(String script) {
        new AstBuilder().buildFromString(CompilePhase.CONVERSION, true, script)[0].text
    }
}
