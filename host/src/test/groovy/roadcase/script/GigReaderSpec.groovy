package roadcase.script

import java.nio.file.Files
import java.nio.file.Path
import roadcase.rig.Rig
import roadcase.script.toy.Toy

class GigReaderSpec extends Gigs {
    /** Which of the two comes first for a loop that makes garbage is a matter of the machine. */
    static final TOO_MUCH = /took longer than \d+ seconds|asked for more than \d+ MB of memory/

    def "a gig is read, and its reactions wait to be played"() {
        when:
        def result = read('''
            def l = lamp(WindLamp)
            def g = goal('x')
            shelf('one') {
                put 'book', weight: 3
                def row = { Integer n -> put "row $n" }
                row(3)
                box { pack 'x' }
                tint GREEN
                heavy(-3.dB)
            }
            l.onBlow { g.shine(3) }
            l.pauseWhen { l.height > 3 }
        ''')

        then:
        result instanceof Result.Read
        result.rig().name() == 'gig'
        result.warnings() == []
        Toy.said == ['one: book [weight:3], row 3, packed x, tint GREEN, heavy -3.0']
        Toy.shone == []

        when:
        Toy.reactions[0].run()

        then:
        Toy.shone == [3]
        Toy.conditions[0].holds()
    }

    def "an empty script is an empty rig"() {
        expect:
        read(text) instanceof Result.Read

        where:
        text << ['', '\n\n', '// nothing yet\n']
    }

    def "Windows line ends and a byte-order mark change nothing, lines included"() {
        when:
        Files.write(folder.resolve('gig.groovy'), '\uFEFFsay \'x\'\r\nsay \'y\'\r\nbank \'A\'\r\n'.getBytes('UTF-8'))

        then:
        mistakes() == "gig.groovy:3:1: a script has no word 'bank'"
    }

    def "a file that is not there, or a folder, is a sentence"() {
        expect:
        mistakes() == 'gig.groovy:1:1: this file is not there. Is the name right, and the folder?'

        when:
        Files.createDirectory(folder.resolve('gig.groovy'))

        then:
        mistakes() == 'gig.groovy:1:1: this file is a folder. Name the script inside it.'
    }

    def "a megabyte of comment is read"() {
        expect:
        read(('// ' + 'x' * 97 + '\n') * 10_400 + "say 'end'\n") instanceof Result.Read
        Toy.said == ['end']
    }

    def "a megabyte of lines is too long for one file, and says so"() {
        expect:
        mistakes("say 'x' // ${'x' * 38}\n" * 21_000) ==
                'gig.groovy:1:1: this file is too long: put parts of it into files of their own and include them'
    }

    def "what a class cannot hold is too long as well"() {
        expect:
        mistakes("say 'x'\n" * 14_000) ==
                'gig.groovy:1:1: this file is too long: put parts of it into files of their own and include them'
    }

    def "braces a thousand deep are a sentence"() {
        when:
        def said = mistakes("say " + "(" * 20_000 + "1" + ")" * 20_000)

        then:
        said == "gig.groovy:1:106: this is nested too deeply: divide it"
    }

    def "a script that never ends is stopped and its line named"() {
        when:
        def started = System.nanoTime()

        then:
        mistakes(script).replaceFirst(TOO_MUCH, 'took longer than N seconds') ==
                "gig.groovy:$line:1: reading this script took longer than N seconds; it was in this line: does something here go on for ever?"
        System.nanoTime() - started < 10_000_000_000

        where:
        script | line
        "say 'x'\nwhile (true) { }\n" | 2
        "say 'x'\ndef n = 0\nwhile (true) {\n    n++\n}\n" | 3
        "shelf('a') {\n    for (;;) { put 'x'.trim() == 'y' ? 'a' : 'b'; if (things.size() > 9) things.clear() }\n}\n" | 2
        "while (true) {\n    try { while (true) { } } catch (Throwable t) { say 'caught' }\n}\n" | 2
        "try {\n    while (true) { }\n} finally {\n    while (true) { }\n}" | 4
        "say 'x'\ndef f = { int n -> n }; do { f(3) } while (true)\n" | 2
    }

    def "a script that cannot even be stopped is left behind"() {
        given:
        file('lib/Stuck.groovy', 'class Stuck { static void now() { Thread.sleep(60_000) } }')

        expect:
        mistakes("say 'x'\nStuck.now()\n").replaceFirst(TOO_MUCH, 'took longer than N seconds') ==
                'lib/Stuck.groovy:1:1: reading this script took longer than N seconds; it was in this line: does something here go on for ever?'
    }

    def "what a script throws is told with its line: #sentence"() {
        expect:
        mistakes("say 'x'\n    $line\n") == "gig.groovy:2:5: $sentence"

        where:
        line | sentence
        "goal(' ')" | 'a goal needs a name'
        "String s = null; say s.trim()" | 'something here is nothing (null): it was never made, or not found'
        "say((1 / 0).toString())" | 'this cannot be calculated: Division by zero'
        "say 'abc'.toInteger().toString()" | 'this text is not a number: For input string: "abc"'
        "def m = [a: 'abc', b: 3]; Integer i = (Integer) m.get('a'); say i.toString()" | "'abc' is 'text' and cannot be a number"
        "int[] a = [1]; say a[3].toString()" | 'there is nothing at this place of the list or text: it is shorter'
        "say 'abc'.substring(9)" | 'there is nothing at this place of the list or text: it is shorter'
        "say([].iterator().next().toString())" | 'there is nothing (more) here'
        "int again(int n) { again(n + 1) + 1 }; again(1)" | 'this calls itself without end'
        "throw new RuntimeException('no such luck')" | 'no such luck'
        "Collections.unmodifiableList([1]).add(2)" | 'this cannot be changed'
        "def l = [1, 2, 3]; l.each { l.remove(0) }" | 'a list changes while it is gone through: go through a copy'
    }

    def "too little memory is a sentence, and the next reading works"() {
        expect:
        mistakes("def l = []\nwhile (true) l << 'x' * 50_000_000\n") in [
                'gig.groovy:2:1: this needs more memory than there is',
                "gig.groovy:2:1: reading this script asked for more than ${Runtime.runtime.maxMemory().intdiv(4) >> 20} MB of memory; it was in this line: does something here go on for ever?".toString()]
        read("say 'fine'") instanceof Result.Read
    }

    // --- includes

    def "an included file is played once, in its place"() {
        given:
        file('two.groovy', "say 'two'")
        file('sub/three.groovy', "say 'three'")

        when:
        def result = read("say 'one'\ninclude 'two'\ninclude 'two.groovy'\ninclude 'sub/three'\nsay 'four'\n")

        then:
        Toy.said == ['one', 'two', 'three', 'four']
        result.rig().includes() == ['two.groovy': folder.resolve('gig.groovy').toString(), 'sub/three.groovy': folder.resolve('gig.groovy').toString()]
        result.sources().files() == ['gig', 'two', 'sub/three', 'room'].collect { folder.resolve(it + '.groovy') } as Set
    }

    def "a second copy has names of its own"() {
        given:
        file('two.groovy', "noteName 'x'")

        when:
        read("include 'two'\ninclude 'two', as: 'left'\ninclude 'two', as: 'left'\ninclude 'two', as: 'right'")

        then:
        Toy.said == ['x', 'left: x', 'right: x']
    }

    def "room.groovy is read first, and including it does nothing more"() {
        given:
        file('room.groovy', "say 'room'")

        when:
        read("say 'gig'\ninclude 'room'\n")

        then:
        Toy.said == ['room', 'gig']
    }

    def "a mistake in an included file is told with that file's name, one per file"() {
        given:
        file('room.groovy', "\nbank 'A'\nbank 'B'")
        file('sub/two.groovy', "say 'x'\nbonk 'A'")
        file('three.groovy', "goal('')")

        expect:
        mistakes("include 'sub/two'\ninclude 'three'\n") == "room.groovy:2:1: a script has no word 'bank'\nsub/two.groovy:2:1: a script has no word 'bonk'"
        mistakes("include 'three'") == "room.groovy:2:1: a script has no word 'bank'"

        when:
        file('room.groovy', '')

        then:
        mistakes("\ninclude 'three'") == 'three.groovy:1:1: a goal needs a name'
    }

    def "a file that is not there is told with what was meant, and watched"() {
        given:
        file('livestream.groovy', '')

        when:
        def result = read("include 'livestraem'")

        then:
        result.errors()*.sentence() == ["there is no file livestraem.groovy beside the gig; did you mean 'livestream'?"]
        folder.resolve('livestraem.groovy') in result.sources().files()
    }

    def "files that include each other are told in a chain"() {
        given:
        file('two.groovy', "include 'three'")
        file('three.groovy', "\ninclude 'two'")

        expect:
        mistakes("include 'two'") == 'three.groovy:2:1: these files include each other without end: two.groovy → three.groovy → two.groovy'
    }

    def "another file can be the gig's text"() {
        given:
        file('gig.groovy', "say 'old'")
        file('two.groovy', "say 'two'")
        def other = file('elsewhere/new.groovy', "say 'new'\ninclude 'two'")

        when:
        def result = reader.read(folder.resolve('gig.groovy'), other)
        generations << result.generation()

        then:
        Toy.said == ['new', 'two']
        result.rig().name() == 'gig'
    }

    // --- lib

    def "classes in lib need no import, whatever their package, and are full Groovy"() {
        given:
        file('lib/Chords.groovy', '''
            import java.util.concurrent.ThreadLocalRandom
            class Chords {
                static List<Integer> triad(int root) { [0, 4, 7].collect { it + root } }
                def anything(x) { x.class.simpleName }
            }
        ''')
        file('lib/deep/Scale.groovy', "package my.scales\n@groovy.transform.Immutable class Scale { String name }")

        when:
        def result = read('''
            say Chords.triad(60).toString()
            say new Scale('minor').name
            say new Chords().anything('x').toString()
        ''')

        then:
        result instanceof Result.Read
        Toy.said == ['[60, 64, 67]', 'minor', 'String']
        result.sources().folders() == [folder.resolve('lib')] as Set
    }

    def "mistakes in lib are told alike: #sentence"() {
        given:
        file('lib/Chords.groovy', text)

        expect:
        mistakes("say Chords.x().toString()") == "lib/Chords.groovy:$place: $sentence"

        where:
        text | place || sentence
        "class Chords {\n  static x() { 3 \n}" | '2:14' || 'this { is never closed'
        "class Chords {\n  Strin x\n}" | '2:3' || "nobody here is called 'Strin'"
        "class Chords {\n  static x() { null.foo() }\n}" | '2:3' || 'something here is nothing (null): it was never made, or not found'
        "class Chords {\n  @groovy.transform.ASTTest(value={1}) static x() { }\n}" | '2:3' || "'@ASTTest' is not allowed, not even in lib: it acts while compiling"
        "class Chords {\n  static int y = [].first()\n static x() { 3 } }" | '2:3' || 'there is nothing (more) here: Cannot access first() element from an empty List'
    }

    def "a class in lib that never gets ready is stopped, used or not"() {
        given:
        file('lib/Slow.groovy', 'class Slow {\n  static int n\n  static { while (true) { n++ } }\n}')

        expect:
        mistakes(script).replaceFirst(TOO_MUCH, 'took longer than N seconds') ==
                'lib/Slow.groovy:3:1: reading this script took longer than N seconds; it was in this line: does something here go on for ever?'

        where:
        script << ["say 'x'", "say Slow.n.toString()"]
    }

    def "the root of the disk is no gig"() {
        expect:
        reader.read(Path.of('/')).errors()*.sentence() == ['this file is a folder. Name the script inside it.']
    }

    // --- check

    def "the check of the whole rig can refuse and warn"() {
        given:
        def checked = new GigReader(new CachedCompiler(compiler, null), { Rig rig ->
            new Findings(Toy.said == ['bad'] ? [new ScriptError('x', 1, 1, 'no', '')] : [], [new ScriptError('x', 1, 1, 'odd', '')])
        })

        when:
        def result = checked.read(file('x', "say 'good'"))

        then:
        result.warnings()*.oneLine() == ['x:1:1: odd']

        when:
        Toy.reset()
        result = checked.read(file('x', "say 'bad'"))

        then:
        result.errors()*.oneLine() == ['x:1:1: no']
    }

    def "what a script prints goes to whoever listens"() {
        given:
        def heard = []
        Printed.to { heard << it }

        when:
        read("println 'one'\nshelf('a') { println 'two' }\ndef l = lamp(WindLamp)\nl.onBlow { println(3) }\nprint 'four'\nprintln()")
        Toy.reactions[0].run()

        then:
        heard == ['one', 'two', 'four', '', '3']

        cleanup:
        Printed.to(System.err.&println)
    }
}
