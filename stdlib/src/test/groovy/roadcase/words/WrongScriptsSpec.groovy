package roadcase.words

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Scripts with one mistake each, beside the sentence that the player must be told: {@code src/test/wrong}. */
class WrongScriptsSpec extends Specification {
    static final Path WRONG = Path.of(System.getProperty('roadcase.house'), 'stdlib', 'src', 'test', 'wrong')

    @Shared
    @TempDir
    Path state

    def "#script is refused with its sentence, at its place"() {
        expect:
        Checked.of(WRONG, state, [script + '.groovy']) == Files.readString(WRONG.resolve(script + '.txt'))

        where:
        script << names('.groovy')
    }

    def "each script has a sentence, and each sentence a script"() {
        expect:
        names('.groovy') == names('.txt')
        names('.groovy').size() >= 40
    }

    private static List<String> names(String ending) {
        Files.list(WRONG).withCloseable { files ->
            files.toList()*.fileName*.toString().findAll { it.endsWith(ending) }.collect { it - ending }.sort()
        }
    }
}
