package roadcase.importers.router

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import com.fasterxml.jackson.databind.node.ArrayNode
import com.fasterxml.jackson.databind.node.ObjectNode
import java.nio.file.Files
import java.nio.file.Path
import roadcase.words.Checked
import roadcase.words.GigLanguage
import spock.lang.Specification
import spock.lang.TempDir

/** Whatever happened to a file, it becomes a sentence, or a gig that may be played. */
class RouterFuzzSpec extends Specification {
    static final VALUES = ['null', 'true', '-1', '0', '1', '16', '17', '127', '128', '-129', '99999', '1e99', '9999999999', '""', '"0_X"', '"[[1]]"',
                           '"[[0,127,0,255]]"', '"[[5,1,9]]"', '"[[1,2],"', '"x:1/y"', '[]', '[[]]', '{}', '"\\u0000\'$\\\\n"', '2.5']
            .collect { new JsonMapper().readTree(it) }

    @TempDir Path here
    @TempDir Path state
    final mapper = new JsonMapper()
    final importer = new GigLanguage().importers().find { it.name() == 'midi-router' }

    def "a file in which anything may be anything (seed #seed)"() {
        given:
        def random = new Random(seed)
        def file = mapper.readTree(MidiRouterSpec.sample('every-field'))
        def places = []
        walk(file) { parent, key -> places << [parent, key] }
        (0..random.nextInt(12)).each { mutate(random, places[random.nextInt(places.size())]) }
        def text = mapper.writeValueAsString(file)

        expect:
        sound(text)

        where:
        seed << (1..60)
    }

    def "a text that is cut or spoilt anywhere (seed #seed)"() {
        given:
        def random = new Random(seed)
        def text = MidiRouterSpec.sample('every-field')
        def at = random.nextInt(text.length())

        expect:
        sound(text.substring(0, at))
        sound(text.substring(0, at) + (char) (32 + random.nextInt(96)) + text.substring(at + 1))

        where:
        seed << (1..30)
    }

    private void sound(String text) {
        def imported = importer.read('f.json': text)
        assert !imported.report().isEmpty()
        assert imported.report().every { !it.contains('\n') && it.length() < 2000 }
        if (imported.gig() == null) return
        Files.writeString(here.resolve('gig.groovy'), imported.gig())
        def errors = Checked.of(here, state, ['gig.groovy'])
        assert errors == '', imported.gig()
        assert !importer.explain('f.json', text, true).isEmpty()
    }

    private static void walk(JsonNode node, Closure found) {
        if (node instanceof ObjectNode) node.fieldNames().toList().each { found(node, it); walk(node.get(it), found) }
        if (node instanceof ArrayNode) (0..<node.size()).each { found(node, it); walk(node.get(it), found) }
    }

    private static void mutate(Random random, List place) {
        def (parent, key) = place
        def value = VALUES[random.nextInt(VALUES.size())]
        boolean drops = random.nextInt(4) == 0
        if (parent instanceof ObjectNode) drops ? parent.remove(key as String) : parent.set(key as String, value)
        else if ((key as int) < parent.size()) drops ? parent.remove(key as int) : parent.set(key as int, value)
    }
}
