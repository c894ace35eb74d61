package roadcase.scripts

import spock.lang.Specification

/** The router's gig: presets with their triggers and sliders, a network port, three hands, filters by the numbers. */
class RouterSpec extends Specification {
    static final String GIG = 'gigs/router.groovy'
    static final String REMOTE = 'localhost:12345/Scarlett 2i4 USB'
    static final String NUMBERS = "0.5 shell preset on 'By the numbers'"

    private static List<String> midi(String... events) {
        Evening.rehearse(GIG, events as List).findAll { it =~ / [0-9A-F]{2}( [0-9A-F]{2})*$/ }
    }

    def "a knob goes to the other computer as an NRPN, and one goes out with 14 bits"() {
        expect:
        midi('1 Launch Control XL B5 08 40', '2 Launch Control XL B5 07 40', '3 Launch Control XL B4 08 40') ==
                ['63 00', '62 08', '06 01', '26 00', '65 7F', '64 7F'].collect { "1.000 $REMOTE B5 $it".toString() } +
                ['2.000 Scarlett 2i4 USB B5 07 40', '2.000 Scarlett 2i4 USB B5 27 40']
    }

    def "its keys switch Deep Mind off, on, the other way, and alone"() {
        expect:
        Evening.rehearse(GIG, ['1 Launch Control XL 90 4A 7F', '2 Launch Control XL B5 07 00', '3 Launch Control XL 90 49 7F',
                               '4 Launch Control XL 90 4B 7F', '5 Keystation C0 05', '6 Launch Control XL 90 4C 7F'])
                == ['1.000 Deep Mind off', '3.000 Deep Mind on', '4.000 Deep Mind off', '5.000 Three hands on',
                    '6.000 Deep Mind on', '6.000 Three hands off', '6.000 Scarlett 2i4 USB B0 4A 64']
    }

    def "three hands: each with its channel, its octave and its loudness"() {
        expect:
        midi('1 Keystation C0 05', '2 Keystation 90 1A 64', '2.1 Keystation 80 1A 00', '3 Keystation 90 3C 64',
                '3.1 Keystation 80 3C 00', '3.2 Keystation 90 3C 65', '3.3 Keystation 80 3C 00', '4 Keystation 90 60 64',
                '4.1 Keystation 80 60 00') ==
                ['2.000 Scarlett 2i4 USB 91 26 64', '2.100 Scarlett 2i4 USB 81 26 00',
                 '3.000 Scarlett 2i4 USB 92 3C 5F', '3.100 Scarlett 2i4 USB 82 3C 00',
                 "4.000 $REMOTE 93 54 64".toString(), '4.000 Scarlett 2i4 USB 93 54 64',
                 "4.100 $REMOTE 83 54 00".toString(), '4.100 Scarlett 2i4 USB 83 54 00']
    }

    def "a new program waits for the bar, and the lowest C comes again two beats later"() {
        expect:
        midi('1 Keystation C0 05', '2.5 Keystation C0 07', '4.5 Keystation 90 18 40', '4.6 Keystation 80 18 00', '6 do end') ==
                ['4.000 Scarlett 2i4 USB C0 07', '4.500 Scarlett 2i4 USB 91 24 40', '4.600 Scarlett 2i4 USB 81 24 00',
                 '5.500 Scarlett 2i4 USB 99 18 40', '5.600 Scarlett 2i4 USB 89 18 00']
    }

    def "by the numbers: what matches is changed, the rest stops, passes, or is dropped"() {
        expect:
        midi(NUMBERS, *events).collect { it - '1.000 ' } == sent

        where:
        events                              || sent
        ['1 Launch Control XL 95 13 7F']    || ['Scarlett 2i4 USB 95 13 64', 'Scarlett 2i4 USB 95 13 7F']
        ['1 Launch Control XL 90 13 7F']    || ['Scarlett 2i4 USB 95 13 7F']
        ['1 Launch Control XL 90 12 7F']    || ['Scarlett 2i4 USB 90 12 7F']
        ['1 Keystation A0 3C 40']           || []
        ['1 Keystation D0 40']              || ['Scarlett 2i4 USB D0 40']
    }
}
