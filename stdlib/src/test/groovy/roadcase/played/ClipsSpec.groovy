package roadcase.played

import spock.lang.Specification

import static roadcase.played.Launcher.pad

/**
 * What the owner of an APC mini saw Live do with it, sentence by sentence of his notes. Lights are what the unit was told:
 * 00 dark, 01 lit, 02 blinking, 05 yellow. Nothing is quantised here, so what a pad does it does when it is let go.
 */
class ClipsSpec extends Specification {
    static final String X = pad(1, 1)
    static final String Y = pad(1, 2)
    static final String COLUMN = 'columnButton 1'

    def apc = new Launcher(Launcher.PLAIN)

    def "lights buttons yellow or black: a clip is ready, a pad without one is dark"() {
        expect:
        apc.shows(X) == 'yellow'
        apc.shows(pad(8, 1)) == 'off'
        apc.shows(pad(7, 8)) == 'yellow'
        apc.shows(COLUMN) == 'off'
        apc.shows('rowButton 1') == 'off'
    }

    def "an unlit button pressed blinks until it plays; let go, its column's button lights and then it is lit"() {
        given:
        int start = apc.count()

        when:
        apc.at(1).press(X)

        then:
        apc.told(X, start) == ['02']
        apc.told(COLUMN, start) == []
        apc.gig.sent('DAW') == []

        when:
        apc.at(1.2).release(X)

        then:
        apc.told(X, start) == ['02', '01']
        apc.told(COLUMN, start) == ['01']
        apc.gig.sent('DAW') == ['1.200 90 38 7F']
    }

    def "a button that is already on blinks when it is pressed and is lit when it is let go: the clip begins anew"() {
        given:
        apc.at(1).tap(X)
        int start = apc.count()

        when:
        apc.at(2).press(X)

        then:
        apc.told(X, start) == ['02']

        when:
        apc.at(3).release(X)

        then:
        apc.told(X, start) == ['02', '01']
        apc.told(COLUMN, start) == []
        apc.gig.heard('DAW') == ['90 38 7F', '80 38 00', '90 38 7F']
    }

    def "with a button of the column on, another one that is pressed blinks and is lit, and the first is yellow again"() {
        given:
        apc.at(1).tap(Y)
        int start = apc.count()

        when:
        apc.at(2).press(X)

        then:
        apc.told(X, start) == ['02']
        apc.told(Y, start) == []

        when:
        apc.at(3).release(X)

        then:
        apc.told(X, start) == ['02', '01']
        apc.told(Y, start) == ['05']
        apc.told(COLUMN, start) == []
        apc.gig.heard('DAW') == ['90 30 7F', '80 30 00', '90 38 7F']
    }

    def "nobody responds to a button that is not part of the set"() {
        given:
        int start = apc.count()

        when:
        apc.at(1).tap(pad(4, 1))

        then:
        apc.count() == start
        apc.gig.sent('DAW') == []
        apc.gig.faults() == []
    }

    def "a column button with a lit button blinks when pressed; let go, it is dark and the lit one is yellow"() {
        given:
        apc.at(1).tap(X)
        int start = apc.count()

        when:
        apc.at(2).press(COLUMN)

        then:
        apc.told(COLUMN, start) == ['02']
        apc.told(X, start) == []
        apc.gig.heard('DAW') == ['90 38 7F']

        when:
        apc.at(3).release(COLUMN)

        then:
        apc.told(COLUMN, start) == ['02', '00']
        apc.told(X, start) == ['05']
        apc.gig.sent('DAW').last() == '3.000 80 38 00'
    }

    def "a column button without a lit button is kept off"() {
        given:
        apc.at(1).tap(pad(2, 1))
        int start = apc.count()

        when:
        apc.at(2).tap(COLUMN)

        then:
        apc.count() == start
        apc.gig.heard('DAW') == ['90 39 7F']
    }

    def "a slider that spams moves is told its last value"() {
        given:
        def gig = Played.script('def apc = device(ApcMini)\ndef daw = output("DAW")\napc.faders.echo().to(daw)').fresh()

        when:
        gig.at(1).plays('APC MINI', 'B0 35 10', 'B0 35 33', 'B0 35 59')

        then:
        gig.heard('DAW').last() == 'B0 35 59'
        gig.heard('APC MINI').last() == 'B0 35 59'
    }

    def "a row button blinks and is never lit; what is on stays on until it is switched, then it is yellow; column buttons follow"() {
        given: 'columns 1 and 4 play clips of other rows, column 3 one of the row'
        [pad(1, 8), pad(4, 3), pad(3, 1)].each { apc.tap(it) }
        int start = apc.count()

        when:
        apc.at(2).press('rowButton 1')

        then:
        apc.told('rowButton 1', start) == ['02']
        [1, 2, 5].every { apc.shows(pad(it, 1)) == 'green blink' }
        [pad(1, 8), pad(4, 3), pad(3, 1)].every { apc.shows(it) == 'green' }

        when:
        apc.at(3).release('rowButton 1')

        then:
        apc.told('rowButton 1', start) == ['02', '00']
        [1, 2, 3, 5].every { apc.shows(pad(it, 1)) == 'green' }
        [pad(1, 8), pad(4, 3)].every { apc.shows(it) == 'yellow' }
        (1..8).collect { apc.shows("columnButton $it") } == ['red', 'red', 'red', 'off', 'red', 'off', 'off', 'off']
        apc.gig.sent('DAW').findAll { it.startsWith('3.000') } ==
                ['3.000 80 00 00', '3.000 90 38 7F', '3.000 90 39 7F', '3.000 80 2B 00', '3.000 90 3C 7F']
    }

    def "a row without a clip stops everything"() {
        given:
        apc.at(1).tap(X).tap(pad(2, 1))

        when:
        apc.at(2).tap('rowButton 5')

        then:
        apc.gig.sent('DAW').drop(2) == ['2.000 80 38 00', '2.000 80 39 00']
        apc.shows(X) == 'yellow'
    }
}
