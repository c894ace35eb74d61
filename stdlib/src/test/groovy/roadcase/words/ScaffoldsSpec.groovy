package roadcase.words

import spock.lang.Specification

class ScaffoldsSpec extends Specification {
    def "the starting point for #name is a script that can be read"() {
        expect:
        !Gig.of(new GigLanguage().scaffolds()[name]).routes().isEmpty()

        where:
        name << ['masterator', 'split']
    }
}
