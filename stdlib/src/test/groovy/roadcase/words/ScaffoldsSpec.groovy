package roadcase.words

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ScaffoldsSpec extends Specification {
    @TempDir
    Path here

    @TempDir
    Path state

    def "the starting point for #name passes the check"() {
        expect:
        Checked.of(here, state, [script(name)]) == ''

        where:
        name << ['masterator', 'split', 'router', 'rack']
    }

    private String script(String name) {
        Files.writeString(here.resolve(name + '.groovy'), new GigLanguage().scaffolds()[name])
        name + '.groovy'
    }
}
