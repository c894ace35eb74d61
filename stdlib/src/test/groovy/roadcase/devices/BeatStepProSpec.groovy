package roadcase.devices

import roadcase.played.Played
import spock.lang.Specification

class BeatStepProSpec extends Specification {
    def "each of its sequencers plays its own slot"() {
        given:
        def gig = Played.script('''
            def bsp  = device(BeatStepPro)
            def rack = device(Rack)
            bsp.onChannel(1).to(rack.slots[1])
            bsp.onChannel(2).to(rack.slots[2])
            bsp.onChannel(10).to(rack.slots[3])'''.stripIndent())

        expect:
        gig.plays('BeatStep Pro', '90 3C 64', '91 24 64', '99 26 7F', '80 3C 00', '92 3C 64').rack() ==
                ['slot 1: 90 3C 64', 'slot 2: 91 24 64', 'slot 3: 99 26 7F', 'slot 1: 80 3C 00']
    }

    def "its first port is meant: '#name' #meant"() {
        expect:
        BeatStepPro.SPEC.patterns().any { name ==~ /(?i)$it/ } == (meant == 'is it')

        where:
        name                                      || meant
        'Arturia BeatStep Pro'                    || 'is it'
        'Arturia BeatStep Pro MIDI 1'             || 'is it'
        'Arturia BeatStep Pro Arturia BeatStepPro' || 'is it'
        'BeatStep Pro'                            || 'is it'
        'Arturia BeatStep Pro MIDI 2'             || 'is not'
        'MIDIIN2 (Arturia BeatStep Pro)'          || 'is not'
        'Arturia BeatStep'                        || 'is not'
    }
}
