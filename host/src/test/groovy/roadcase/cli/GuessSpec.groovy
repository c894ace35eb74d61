package roadcase.cli

import spock.lang.Specification

class GuessSpec extends Specification {
    def "'#written' is taken for #near"() {
        expect:
        Guess.near(written, ['play', 'ports', 'monitor', 'rehearse', 'doctor', 'words']) == near

        where:
        written    || near
        'paly'     || ['play']
        'port'     || ['ports']
        'reherse'  || ['rehearse']
        'Monitor'  || ['monitor']
        'mon'      || ['monitor']
        'tomato'   || []
        'x' * 5000 || []
    }
}
