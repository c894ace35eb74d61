package roadcase.words

import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import org.codehaus.groovy.runtime.DefaultGroovyMethods
import roadcase.docs.Word
import roadcase.script.Dialect
import roadcase.script.NotAWord
import roadcase.script.WordDoc
import roadcase.devices.Strips
import spock.lang.Specification
import spock.lang.TempDir

class WordTableSpec extends Specification {
    @TempDir
    Path here

    @TempDir
    Path state

    /** Java's own, and what Groovy adds to each of its classes. */
    static final Set<String> PLUMBING = ['equals', 'hashCode', 'toString', 'compareTo', 'iterator', 'getProperty',
        'setProperty', 'invokeMethod', 'getMetaClass', 'setMetaClass'] as Set

    def "the kernel finds the language"() {
        expect:
        ServiceLoader.load(Dialect).toList()*.class == [GigLanguage]
    }

    def "every example passes the check, as it is printed"() {
        given:
        Files.writeString(here.resolve('room.groovy'), '')
        new GigLanguage().words().each { doc ->
            Files.writeString(here.resolve(fileName(doc)), doc.example())
        }

        expect:
        Checked.of(here, state, new GigLanguage().words().collect { fileName(it) }) == ''
    }

    private static String fileName(WordDoc doc) {
        "${doc.livesIn()} ${doc.word()}".replaceAll(/\W+/, '-') + '.groovy'
    }

    def "the example of #doc.word (#doc.livesIn) uses it"() {
        expect:
        doc.example() =~ (USED_AS[doc.word()] ?: /\b${doc.word()}\b/)

        where:
        doc << new GigLanguage().words()
    }

    static final Map<String, String> USED_AS = ['row[1]': /\w\[1\]/, C4: /\bC2\b/]

    def "each word is told in one sentence"() {
        expect:
        new GigLanguage().words().every { it.meaning() ==~ /[A-Z].*\./ && it.signature() && it.livesIn() && it.gives() }
    }

    def "every word of #type.simpleName has its documentation"() {
        given:
        def family = [type] + superTypes(type)
        def documented = family.collectMany { it.declaredMethods.findAll { it.isAnnotationPresent(Word) } }*.name as Set
        def said = type.declaredMethods.findAll { isSaid(it) }

        expect:
        said*.name.toSet() - documented - UNDOCUMENTED.getOrDefault(type, []) == [] as Set

        where:
        type << WordTable.TYPES.keySet() + [Buttons, Knobs, Faders, Knob, Fader, Input, Device, HeldBlock]
    }

    /** Second forms of a documented word. */
    static final Map<Class, List<String>> UNDOCUMENTED = [
        (Buttons): ['toggles', 'pulse'],
        (Button): ['setLit', 'setLight'],
        (Event): ['getIsOn'],
        (Input): ['ignoring'],
    ]

    def "every type with words is in the table"() {
        given:
        def root = Path.of(WordTable.protectionDomain.codeSource.location.toURI())
        def types = ['words', 'units', 'devices'].collectMany { part ->
            Files.list(root.resolve("roadcase/$part")).toList()*.fileName*.toString()
                    .findAll { it.endsWith('.class') && !it.contains('$') && it != 'package-info.class' }
                    .collect { Class.forName("roadcase.$part.${it - '.class'}") }
        }

        expect:
        types.findAll { it.declaredMethods.any { it.isAnnotationPresent(Word) } } as Set == WordTable.TYPES.keySet()
    }

    def "no word of #type.simpleName hides behind a method that Groovy gives all objects"() {
        given:
        def words = type.methods.findAll { it.declaringClass.name.startsWith('roadcase.') && isSaid(it) }*.name.toSet()

        expect:
        words.intersect(groovys(type)) - HARMLESS == [] as Set

        where:
        type << WordTable.TYPES.keySet() + [Buttons, Knobs, Faders, Strips]
    }

    /** Looked at one by one. */
    static final Set<String> HARMLESS = [
        'getAt', // ours takes a number and counts from 1; Groovy's takes the name of a property
        'drop', // ours takes a block; Groovy's, of rows, takes how many
    ] as Set

    def "the traps are known: #trap"() {
        expect:
        trap in groovys(Flow)

        where:
        trap << ['every', 'find', 'any', 'with', 'use', 'sleep', 'split', 'collect', 'tap', 'wait']
    }

    /** Names of the methods that Groovy puts on this type, because it is an object, or something to go round. */
    private static Set<String> groovys(Class<?> type) {
        DefaultGroovyMethods.methods.findAll { Method m ->
            Modifier.isStatic(m.modifiers) && m.parameterCount > 0 && m.parameterTypes[0].isAssignableFrom(type)
        }*.name.toSet() + Object.methods*.name.toSet() + ['print', 'println', 'printf', 'sleep', 'run', 'evaluate']
    }

    private static boolean isSaid(Method m) {
        Modifier.isPublic(m.modifiers) && !m.synthetic && !m.name.contains('$') && !(m.name in PLUMBING) &&
                !m.isAnnotationPresent(NotAWord)
    }

    private static List<Class> superTypes(Class type) {
        def direct = (type.interfaces as List) + (type.superclass ? [type.superclass] : [])
        direct + direct.collectMany { superTypes(it) }
    }
}
