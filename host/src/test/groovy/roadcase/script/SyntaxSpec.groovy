package roadcase.script

import roadcase.script.toy.ToyDialect
import spock.lang.Shared
import spock.lang.Specification

class SyntaxSpec extends Specification {
    @Shared compiler = new Compiler(new ToyDialect())

    def "'#script' cannot be read at #line:#column: #sentence"() {
        when:
        compiler.script('gig.groovy', script, Compiled.NOTHING, getClass().classLoader)

        then:
        def e = thrown(NotCompiled)
        def found = e.errors()[0]
        [found.line(), found.column(), found.sentence()] == [line, column, sentence]

        where:
        script | line | column || sentence
        "say 'abc" | 1 | 5 || "this text has no closing '"
        'say "abc' | 1 | 5 || 'this text has no closing "'
        'say "a ${b"' | 1 | 5 || 'this text has no closing "'
        "say 'it's me'" | 1 | 13 || "this text has no closing '"
        "say '''\nx" | 1 | 5 || "this text has no closing '''"
        "/* abc" | 1 | 1 || "this comment is never closed: it ends with */"
        "shelf('a') {\n   put 'x'\n" | 1 | 12 || "this { is never closed"
        "shelf('a') {\n    box {\n        pack 'x'\n}\n" | 2 | 9 || "this { is never closed"
        "say('a'\nsay 'b'" | 1 | 4 || "this ( is never closed"
        "say [1, 2\nsay 3" | 1 | 5 || "this [ is never closed"
        "shelf('a' { }" | 1 | 6 || "this ( is never closed"
        "shelf('a' {\n}\n)}" | 3 | 2 || "this } closes nothing: one too many, or its partner is missing"
        "shelf(['a') { }" | 1 | 7 || "this [ is not closed before the ) in line 1"
        "say 'a' )" | 1 | 9 || "this ) closes nothing: one too many, or its partner is missing"
        "say 'a',, 'b'" | 1 | 8 || "',' is not expected here: is something missing before it, such as a comma?"
        "# comment" | 1 | 1 || "'#' means nothing here: a comment begins with //"
        "say ‘abc’" | 1 | 5 || "‘ is a printed quote mark: write ' or \""
        "x =\n" | 2 | 1 || "the line before this place ends too early: something is missing"
        "say 'x' if true" | 1 | 9 || "'if' stands at the beginning: if (...) { ... }"
        "for i in 1..3 { }" | 1 | 5 || "after 'for' comes a parenthesis: for (...)"
        "goto 3" | 1 | 1 || "'goto' is not expected here: is something missing before it, such as a comma?"
    }

    def "brackets in texts and comments are no brackets"() {
        expect:
        Brackets.wrong(text) == null

        where:
        text << ["say '('", 'say "}"', "// (\nsay 'x'", "/* { */", "say '''\n(\n'''", 'say "${[1, 2].collect { "a$it" }}"',
                 "say 'it\\'s'", 'say """a "quoted" word"""', '']
    }

    def "no message names a class, a package or a phase of the compiler"() {
        when:
        compiler.script('gig.groovy', script, Compiled.NOTHING, getClass().classLoader)

        then:
        def e = thrown(NotCompiled)
        def said = e.errors()[0].sentence()
        !(said =~ /roadcase_gig|org\.codehaus|Static type checking|@ line|startup failed|groovy\.lang/)
        e.errors()[0].line() > 0

        where:
        script << ['def = 3', 'foo.', 'a ? b', '1..', '§', 'else { }', 'while (true', 'return return', 'case 3', 'class = 3',
                   'List<Integer> x = "a"', 'int f() { "x" }', 'def (a, b) = 3', 'break', 'continue', 'say(*[1])', 'this = 3',
                   'super.run()', 'def x = y = z', 'new Lamp()', 'say(1, 2)',
                   'say 3 / "a"', 'goal("x")++', 'abstract def f()', 'def f() { f(1) }', '"${}"',
                   'interface Foo { }', 'def f(int a, int a) { }', 'say -"a"', '!', 'lamp(WindLamp).wick++']
    }
}
