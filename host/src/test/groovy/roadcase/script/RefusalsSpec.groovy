package roadcase.script

import roadcase.script.toy.ToyDialect
import spock.lang.Shared
import spock.lang.Specification

class RefusalsSpec extends Specification {
    static final OUTSIDE = '; files, network, threads and the system stay outside. A class in lib/ beside the gig may do it'

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

    def "what a script may say compiles"() {
        expect:
        mistake('''
            def l = lamp(WindLamp)
            def g = goal('x')
            l.wick.up(3).reach(g)
            shelf('one') {
                put 'book', weight: 3
                put 'pen'
                tint GREEN
                heavy(-3.dB)
                def row = { Integer n -> put "row $n" }
                row(3)
                for (i in 1..3) row(i)
                [1, 2, 3].each { put "each $it" }
                box { pack 'x' }
            }
            l.onBlow { g.shine(3) }
            l.onFlicker { f -> g.shine(f.heat) }
            l.pauseWhen { l.height > 3 }
            println 'hello'
            blow NORTH, 3.dB
            def f(int x) { x + 1 }
            say "sum ${f(3)} ${[1, 2, 3].collect { it * 2 }.sum()} ${Math.max(1, 2)}"
            if (f(2) == 3) say 'yes'
            else say 'no'
            def m = [a: 1]
            m.b = 2
            m['c'] = 3
            say m.a.toString() + C4
            def words = ['a', 'b'].findAll { it != 'b' }.collectEntries { [it, it.size()] }
            words.each { k, v -> say "$k $v" }
            path(3).up(2).reach(g)
            try { say 'x'.toUpperCase() } catch (RuntimeException e) { say e.message }
            List<Integer> numbers = []
            numbers << 3
            numbers.each { n -> g.shine(n) }
            switch (m.a) { case 1: say 'one'; break; default: say 'other' }
            while (numbers.size() < 4) numbers.add(numbers.size())
            say numbers.sort().reverse().join(', ').padLeft(9)
            say (m.a > 0 ? 'more' : 'less')
            say new Random(3).nextInt(4) as String
            assert numbers
            return
        '''.stripIndent()) == null
    }

    def "'#script' is refused at #line:#column: #sentence"() {
        when:
        def error = mistake(script)

        then:
        [error.line(), error.column(), error.sentence()] == [line, column, sentence]
        error.text() == script.readLines()[line - 1]

        where:
        script | line | column || sentence
        // words that are not there
        "bank 'A'" | 1 | 1 || "a script has no word 'bank'"
        "def l = lamp(WindLamp)\nl.wik.up(3).reach(goal('x'))" | 2 | 3 || "WindLamp has no 'wik'; did you mean 'wick'?"
        "def l = lamp(WindLamp)\nl.wick.upp(3).reach(goal('x'))" | 2 | 8 || "Path2 has no word 'upp'; did you mean 'up'?"
        "lamp(WindLmp)" | 1 | 6 || "nobody here is called 'WindLmp'; did you mean 'WindLamp'?"
        "shelf('a') { tint GREN }" | 1 | 19 || "nobody here is called 'GREN'; did you mean 'GREEN'?"
        "shelf('a') { tint Colour.GREN }" | 1 | 26 || "Colour has no 'GREN'; did you mean 'GREEN'?"
        "say(undefinedThing)" | 1 | 5 || "nobody here is called 'undefinedThing'"
        "def wicked = 3\nsay wickde" | 2 | 5 || "nobody here is called 'wickde'; did you mean 'wicked'?"
        "def x = 3.db" | 1 | 11 || "a number has no 'db'; did you mean 'dB'?"
        "Foo f = null" | 1 | 5 || "nobody here is called 'Foo'"
        "def l = lamp(WindLamp)\nl.onFlicker { f -> say f.heet.toString() }" | 2 | 26 || "Flame has no 'heet'; did you mean 'heat'?"
        // words in a wrong way
        "def l = lamp(WindLamp)\nl.wicks.up(3)" | 2 | 3 || "'wicks' needs parentheses: .wicks(...)"
        "say 'abc'.length" | 1 | 11 || "'length' needs parentheses: .length()"
        "def l = [1]\nsay l.sum.toString()" | 2 | 7 || "'sum' needs parentheses: .sum()"
        "shelf 'x'" | 1 | 1 || "'shelf' does not take ('text'); it takes ('text', { ... })"
        "goal" | 1 | 1 || "'goal' takes ('text')"
        "blow NORTH, 3" | 1 | 1 || "'blow' does not take (NORTH or SOUTH, a number); it takes (NORTH or SOUTH) or (NORTH or SOUTH, a loudness like 3.dB)"
        "lamp('x')" | 1 | 1 || "'lamp' does not take ('text'); it takes (a lamp like WindLamp)"
        "goal('x').shine 1, 2" | 1 | 1 || "'shine' does not take (a number, a number); it takes (a number)"
        "shelf('a') { heavy 3 }" | 1 | 14 || "'heavy' does not take (a number); it takes (a loudness like 3.dB)"
        "shelf('a') { heavy -3.dB }" | 1 | 14 || "'heavy' takes (a loudness like 3.dB); what begins with - or [ goes in parentheses: heavy(-...)"
        "def l = lamp(WindLamp)\nl.pauseWhen l.height" | 2 | 1 || "'pauseWhen' does not take (a number); it takes ({ ... })"
        "def l = lamp(WindLamp)\nl.wick.reach goal('a') -3.dB" | 2 | 14 || "a comma or a pair of parentheses is missing before the minus"
        "shelf('a') { put 'b', wieght: 3 }" | 1 | 18 || "put has no 'wieght:'; it takes weight: note:; did you mean 'weight:'?"
        "shelf('a') { put 'b', weight: 3, nte: 'x' }" | 1 | 34 || "put has no 'nte:'; it takes weight: note:; did you mean 'note:'?"
        "shelf('a') { put 'b', note: 'x' }" | 1 | 18 || "'put' needs weight: too, as in weight: ..."
        "shelf('a') { put 'b', weight: 'x' }" | 1 | 23 || "put does not take 'text' for 'weight:'; it takes a number"
        "def say = 3\nsay 'x'" | 2 | 1 || "'say' is a name you gave to something (a number) and hides the word 'say': choose another name"
        "def x = 3\nx 'x'" | 2 | 1 || "'x' is a number and cannot be said like a word"
        "5 6" | 1 | 1 || "something is missing between two things here: a comma, or a word before them"
        "int x = 'abc'" | 1 | 9 || "this name holds a number and cannot take 'text'"
        "def g = goal('x')\ng.name = 'y'" | 2 | 1 || "'name' can be read but not set"
        "def x = 1\ndef x = 2" | 2 | 5 || "'x' has been named before: choose another name"
        "say 015.toString()" | 1 | 5 || "write 15, not 015: Groovy reads a leading zero as an octal number (13)"
        "x = 3" | 1 | 1 || "nobody here is called 'x'; to give this name write def x = ..."
        "goal('x').shine(3.5)" | 1 | 1 || "'shine' takes whole numbers, without a point"
        "goal('x').shine(null)" | 1 | 1 || "'shine' does not take (nothing (null)); it takes (a number)"
        "def row = { x -> say x }" | 1 | 18 || "'say' does not take (anything); it takes ('text'); if you know better, say so, as in { String x -> ... }"
        "def row = { x -> x.up(3) }" | 1 | 18 || "'x' can be anything here, and 'up' is not a word of everything: say what it is, as in { String x -> ... }"
        "def l = lamp(WindLamp)\nl.onFlicker { String f -> say f }" | 2 | 15 || "'f' is Flame here"
        "def l = lamp(WindLamp)\nl.onFlicker { f, g -> say 'x' }" | 2 | 13 || "these braces name a wrong number of things before the ->"
        // blocks
        "shelf('a') { shelf('b') { put 'x' } }" | 1 | 14 || "'shelf' belongs to the script and cannot be said inside these braces: say it above, with a name of its own, and use the name here"
        "shelf('a') { pack 'x' }" | 1 | 14 || "shelf { } has no word 'pack'"
        "shelf('a') { box { put 'x' } }" | 1 | 20 || "box { } has no word 'put'"
        "def row(int x) { say 'x' }\nshelf('a') { row(3) }" | 2 | 14 || "'row' is a method, and braces do not see the script's methods: make it a name instead, def row = { ... }"
        // lines that go nowhere
        "def l = lamp(WindLamp)\nl.wick.up(3)" | 2 | 1 || "this line goes nowhere: end it with .reach(...)"
        "def l = lamp(WindLamp)\nl.wick" | 2 | 1 || "this line goes nowhere: end it with .reach(...)"
        "def l = lamp(WindLamp)\nif (l.height > 3) {\n  l.wick.up(3)\n}" | 3 | 3 || "this line goes nowhere: end it with .reach(...)"
        "def l = lamp(WindLamp)\nl.onBlow { l.wick.up(3) }" | 2 | 12 || "this line goes nowhere: end it with .reach(...)"
        "def l = lamp(WindLamp)\nl.height" | 2 | 1 || "this line does nothing: what it gives is not used"
        "1 + 2" | 1 | 1 || "this line does nothing: what it gives is not used"
        // reactions
        "def l = lamp(WindLamp)\ndef g = goal('x')\nl.onBlow { l.wick.reach(g) }" | 3 | 12 || "'reach' builds the rig and cannot be said inside a reaction: say it at the top of the script and use here what it gives"
        "def l = lamp(WindLamp)\nl.onBlow { if (l.height > 3) { goal('y') } }" | 2 | 32 || "'goal' builds the rig and cannot be said inside a reaction: say it at the top of the script and use here what it gives"
        // Groovy's own methods
        "shelf('a') { every { true } }" | 1 | 14 || "'every' is no word here"
        "goal('x').with { shine(3) }" | 1 | 1 || "'with' is no word here"
        "goal('x').dump()" | 1 | 1 || "'dump' is no word here"
        "goal('x').tap { shine(3) }" | 1 | 1 || "'tap' is no word here"
        "goal('x').use(String) { }" | 1 | 1 || "'use' is no word here"
        "goal('x').identity { }" | 1 | 1 || "'identity' is no word here"
        "shelf('a') { sleep 4000 }" | 1 | 14 || "'sleep' is no word here; a script never waits: say later(...)"
        "sleep 4000" | 1 | 1 || "'sleep' is no word here; a script never waits: say later(...)"
        // out of the script
        "new File('x').delete()" | 1 | 1 || "a script has no access to java.io.File$OUTSIDE"
        '"ls".execute()' | 1 | 1 || "'execute' reaches outside of the script$OUTSIDE"
        "['ls', '-l'].execute()" | 1 | 1 || "'execute' reaches outside of the script$OUTSIDE"
        "System.exit(0)" | 1 | 1 || "a script has no access to java.lang.System$OUTSIDE"
        "Runtime.runtime.exec('ls')" | 1 | 8 || "a script has no access to java.lang.Runtime$OUTSIDE"
        "new ProcessBuilder('ls').start()" | 1 | 1 || "a script has no access to java.lang.ProcessBuilder$OUTSIDE"
        "Thread.start { say 'x' }" | 1 | 1 || "'start' reaches outside of the script$OUTSIDE"
        "new Thread({ say 'x' }).start()" | 1 | 1 || "a script has no access to java.lang.Thread$OUTSIDE"
        "new Timer()" | 1 | 1 || "a script has no access to java.util.Timer$OUTSIDE"
        "Class.forName('x')" | 1 | 1 || "a script has no access to java.lang.Class$OUTSIDE"
        "java.nio.file.Files.exists(null)" | 1 | 1 || "a script has no access to java.nio.file.Files$OUTSIDE"
        "new URL('http://x').text" | 1 | 1 || "a script has no access to java.net.URL$OUTSIDE"
        "'http://x'.toURL()" | 1 | 1 || "'toURL' reaches outside of the script$OUTSIDE"
        "Eval.me('1')" | 1 | 1 || "a script has no access to groovy.util.Eval$OUTSIDE"
        "new GroovyShell().evaluate('1')" | 1 | 1 || "a script has no access to groovy.lang.GroovyShell$OUTSIDE"
        "say groovy.lang.GroovySystem.version" | 1 | 5 || "a script has no access to groovy.lang.GroovySystem$OUTSIDE"
        "evaluate('1')" | 1 | 1 || "'evaluate' is no word here"
        "run()" | 1 | 1 || "'run' is no word here"
        "binding.variables.clear()" | 1 | 1 || "'binding' is no word here"
        "say this.binding.toString()" | 1 | 9 || "'binding' is no word here"
        "metaClass.foo = 3" | 1 | 1 || "'metaClass' is no word here"
        "String.metaClass.foo = { 3 }" | 1 | 7 || "'metaClass' reaches outside of the script$OUTSIDE"
        "say 'x'.class.name" | 1 | 8 || "'class' is no word here"
        "say 'x'.getClass().name" | 1 | 17 || "'getClass' is no word here"
        "say String.name" | 1 | 5 || "a script has no access to java.lang.Class$OUTSIDE"
        "def c = { owner }\nc.delegate = 3" | 1 | 11 || "'owner' is no word here"
        "def r = { say 'x' } as Runnable" | 1 | 9 || "a script has no access to java.lang.Runnable$OUTSIDE"
        "def x = this.&say" | 1 | 9 || "a script has no method pointers (.& and ::): write { ... } instead"
        "def x = String::valueOf" | 1 | 9 || "a script has no method pointers (.& and ::): write { ... } instead"
        "def g = goal('x')\nsay g.@name" | 2 | 5 || "'.@' looks behind the words of the language: write a plain dot"
        'def x = \'say\'\n"$x"(\'y\')' | 2 | 1 || "the word after the dot must be written out, not put together"
        'def g = goal(\'x\')\ng."${\'na\' + \'me\'}"' | 2 | 3 || "the word after the dot must be written out, not put together"
        "def g = goal('x')\nsay g['name'].toString()" | 2 | 6 || "[ ] counts or looks up in lists, and this is none"
        "try { say 'x' } catch (java.io.IOException e) { }" | 1 | 17 || "a script has no access to java.io.IOException$OUTSIDE"
        "File f = null" | 1 | 1 || "a script has no access to java.io.File$OUTSIDE"
        "def f(File x) { }" | 1 | 7 || "a script has no access to java.io.File$OUTSIDE"
        "def c = { File x -> x }" | 1 | 11 || "a script has no access to java.io.File$OUTSIDE"
        "for (Thread t in []) { }" | 1 | 1 || "a script has no access to java.lang.Thread$OUTSIDE"
        "[1, 2].parallelStream()" | 1 | 1 || "'parallelStream' is no word here"
        "[\"ls\"]*.execute()" | 1 | 1 || "'execute' reaches outside of the script$OUTSIDE"
        "def f(x = System.exit(0)) { 3 }" | 1 | 11 || "a script has no access to java.lang.System$OUTSIDE"
        "def c = { x = new File('a') -> x }" | 1 | 15 || "a script has no access to java.io.File$OUTSIDE"
        "say \"\${-> new File('x')}\"" | 1 | 11 || "a script has no access to java.io.File$OUTSIDE"
        "assert new File('x').delete()" | 1 | 8 || "a script has no access to java.io.File$OUTSIDE"
        "super.evaluate('x')" | 1 | 1 || "'evaluate' is no word here"
        "goal('x').invokeMethod('x', null)" | 1 | 1 || "'invokeMethod' is no word here"
        "say goal('x').properties.toString()" | 1 | 14 || "'properties' is no word here"
        "def l = lamp(WindLamp)\nl.onBlow { System.exit(1) }" | 2 | 12 || "a script has no access to java.lang.System$OUTSIDE"
        // plain
        "def r = new Runnable() { void run() { } }" | 1 | 24 || "a script makes no classes of its own: write { ... } instead"
        "import java.util.List\nsay 'x'" | 1 | 1 || "a script imports nothing: all words are there already, and classes in lib/ beside the gig need no import"
        "import static java.lang.Math.max\nsay 'x'" | 1 | 1 || "a script imports nothing: all words are there already, and classes in lib/ beside the gig need no import"
        "@Grab('x:y:1')\nsay 'x'" | 1 | 1 || "a script has no @annotations: take the line away"
        "@groovy.transform.CompileDynamic\ndef f() { 3 }" | 1 | 1 || "a script has no @annotations: take '@CompileDynamic' away"
        "@groovy.transform.ASTTest(value = { System.exit(3) })\ndef x = 3" | 1 | 1 || "a script has no @annotations: take '@ASTTest' away"
        "@groovy.transform.Field int x = 3" | 1 | 1 || "a script has no @annotations: take '@Field' away"
        "def f(@Deprecated int x) { x }" | 1 | 7 || "a script has no @annotations: take '@Deprecated' away"
        "class Foo { }\nsay 'x'" | 1 | 1 || "a script has no classes of its own: put 'Foo' into lib/Foo.groovy beside it"
        "trait Foo { }" | 1 | 1 || "a script has no classes of its own: put 'Foo' into lib/Foo.groovy beside it"
        "enum Foo { A }" | 1 | 1 || "a script has no classes of its own: put 'Foo' into lib/Foo.groovy beside it"
        "package foo\nsay 'x'" | 1 | 1 || "a script has no 'package' line: take it away"
        "static void main(String[] a) { }" | 1 | 1 || "a script begins at its first line and has no 'main': choose another name"
    }

    def "only the first mistake is told"() {
        expect:
        with(mistake("say 'fine'\nbank 'A'\nlamp(Nothing)\n")) {
            line() == 2
            sentence() == "a script has no word 'bank'"
        }
    }

    def "a mistake shows its line with a mark under the place"() {
        expect:
        mistake("say 'x'\n\tbank 'A'\n").withMark() == "gig.groovy:2:2: a script has no word 'bank'\n     bank 'A'\n     ^"
    }

    def "nothing of a script runs while it compiles"() {
        given:
        System.clearProperty('roadcase.spec.ran')

        when:
        mistake("@groovy.transform.ASTTest(value = { System.setProperty('roadcase.spec.ran', 'yes') })\ndef x = 3")

        then:
        System.getProperty('roadcase.spec.ran') == null
    }
}
