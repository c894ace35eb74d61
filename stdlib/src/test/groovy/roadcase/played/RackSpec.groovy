package roadcase.played

import spock.lang.Specification

/** Slots as outputs and as a mixer: what a gig tells its rack. */
class RackSpec extends Specification {
    static final String GEAR = '''
        def mix  = device(MidiMix)
        def keys = input('Keystation')
        def rack = device(Rack)
        def lead = rack.slot(1, 'Lead') {
            instrument 'Poly'
            effect     'PingPong'
        }
        '''.stripIndent()

    static Played gig(String lines) {
        Played.script(GEAR + lines.stripIndent())
    }

    def "a slot is an output like any other: notes go there, and end there"() {
        given:
        def gig = gig('keys.transpose(12).to(lead)')

        when:
        gig.plays('Keystation', '90 3C 64', '80 3C 40')

        then:
        gig.rack() == ['slot 1: 90 48 64', 'slot 1: 80 48 40']
    }

    def "a note that sounds in a slot ends there, however the line was changed meanwhile: #how"() {
        given:
        def gig = gig('keys.to(lead)')
        gig.plays('Keystation', '90 3C 64')
        gig.rack()

        when:
        gig.reload(GEAR + other)
        gig.plays('Keystation', '80 3C 40')

        then:
        gig.rack() == ['slot 1: 80 3C 40']

        where:
        how              | other
        'another slot'   | "def bass = rack.slot(2, 'Bass') { instrument 'Poly' }\nkeys.to(bass)"
        'transposed'     | 'keys.transpose(7).to(lead)'
        'no line at all' | 'mix.faders[1].to(lead.gain)'
    }

    def "without its rack a gig ends what sounds there at once"() {
        given:
        def gig = gig('keys.to(lead)')
        gig.plays('Keystation', '90 3C 64')
        gig.rack()

        when:
        gig.reload("def keys = input('Keystation')\nkeys.to(output('Synth'))")

        then:
        gig.rack() == ['slot 1: 80 3C 00']
    }

    def "panic reaches slots: first what is held, by name"() {
        given:
        def gig = gig('keys.to(lead)')
        gig.plays('Keystation', '90 3C 64')
        gig.rack()

        when:
        gig.panic()
        def told = gig.rack()

        then:
        told[0] == 'slot 1: 80 3C 00'
        told[1..6] == ['B0 40 00', 'B0 42 00', 'B0 43 00', 'B0 7B 00', 'B0 78 00', 'E0 00 40'].collect { "slot 1: $it".toString() }
        told.size() == 1 + 16 * 6
    }

    def "a fader moves a slot's gain like one of a desk: #at of 127 is #gain dB"() {
        given:
        def gig = gig('mix.faders[1].to(lead.gain)')

        when:
        gig.plays('MIDI Mix', 'B0 13 01', String.format('B0 13 %02X', at))

        then:
        gig.rack()[-1] == "slot 1 gain $gain"

        where:
        at  || gain
        0   || '-90.00'
        4   || '-74.88'
        16  || '-49.84'
        48  || '-19.76'
        64  || '-9.84'
        95  || '-0.08'
        96  || '0.24'
        127 || '10.00'
    }

    def "between says otherwise"() {
        given:
        def gig = gig('mix.faders[1].between(-40.dB, 0.dB).to(lead.gain)')

        expect:
        gig.plays('MIDI Mix', 'B0 13 00').rack() == ['slot 1 gain -40.00']
    }

    def "of many moves in one moment only the last is told, and what does not change is not told again"() {
        given:
        def gig = gig('mix.faders[1].to(lead.gain)\nmix.faders[2].to(lead.gain)')

        when:
        gig.plays('MIDI Mix', 'B0 13 7F', 'B0 13 7F')

        then:
        gig.rack() == ['slot 1 gain 10.00']
    }

    def "a script's own level is told at the start; edited it wins, else the session does"() {
        given:
        def written = { String level -> GEAR.replace("effect     'PingPong'", "gain($level)") + 'mix.faders[1].to(lead.gain)' }
        def gig = Played.script(written('-3.dB'))

        expect:
        gig.rack() == ['slot 1 gain -3.00']
        gig.plays('MIDI Mix', 'B0 13 00').rack() == ['slot 1 gain -90.00']
        gig.reload(written('-3.dB')).rack() == []
        gig.reload(written('-6.dB')).rack() == ['slot 1 gain -6.00']
    }

    def "mute and solo have one truth: on the rack, in the light, in code"() {
        given:
        def gig = gig('''
            mix.mute[1].toggles().to(lead.mute)
            mix.recArm[1].toggles().to(lead.solo)
            mix.soloKey.onPress { lead.mute.toggle() }''')

        when:
        gig.plays('MIDI Mix', '90 01 7F', '80 01 7F', '90 03 7F', '80 03 7F')

        then:
        gig.rack() == ['slot 1 mute 1.00', 'slot 1 solo 1.00']
        gig.lightsMeant() == ['mute 1', 'recArm 1']

        when:
        gig.plays('MIDI Mix', '90 1B 7F', '80 1B 7F')

        then:
        gig.rack() == ['slot 1 mute 0.00']
        gig.lightsMeant() == ['recArm 1']
    }

    def "parameters go by number, by name and by effect, and are silent until somebody moves them"() {
        given:
        def gig = gig('''
            mix.knobs[1].to(lead.parameter(1))
            mix.knobs[2].to(lead.parameter('Cutoff'))
            mix.knobs[3].to(lead.effect('PingPong').parameter('Mix'))''')

        expect:
        gig.rack() == []
        gig.plays('MIDI Mix', 'B0 10 7F', 'B0 14 00', 'B0 18 40').rack() ==
                ['slot 1 parameter 1 1.00', 'slot 1 parameter Cutoff 0.00', 'slot 1 parameter effect 1 / Mix 0.50']
    }

    def "code plays a test note, and its end comes by itself"() {
        given:
        def gig = gig('mix.soloKey.onPress { lead.play(C4, velocity: 90, length: 250.ms) }')

        when:
        gig.plays('MIDI Mix', '90 1B 7F', '80 1B 7F')

        then:
        gig.rack() == ['slot 1: 90 3C 5A']

        when:
        gig.at(0.3)

        then:
        gig.rack() == ['slot 1: 80 3C 00']
    }

    def "levels and switches come back by what the slot is called, whatever its number"() {
        given:
        def gig = Played.script(GEAR + "rack.session 'friday'\nmix.faders[1].to(lead.gain)\nmix.mute[1].toggles().to(lead.mute)\nmix.knobs[1].to(lead.parameter(1))")
        gig.plays('MIDI Mix', 'B0 13 7F', 'B0 10 7F', '90 01 7F', '80 01 7F')
        gig.rack()

        expect:
        gig.rehearsal.remembered().entries().keySet().containsAll(['friday / Lead / gain', 'friday / Lead / mute', 'friday / Lead / Poly / 1'])

        when:
        gig.reload(GEAR.replace('slot(1,', 'slot(4,') + "rack.session 'friday'\nmix.knobs[1].to(lead.parameter(1))")

        then:
        gig.rack() as Set == ['slot 1 gain 0.00', 'slot 1 mute 0.00', 'slot 4 gain 10.00', 'slot 4 mute 1.00',
                'slot 4 parameter 1 1.00'] as Set
    }

    def "another instrument in the same slot gets none of the old one's parameters"() {
        given:
        def gig = gig('mix.knobs[1].to(lead.parameter(1))')
        gig.plays('MIDI Mix', 'B0 10 7F')
        gig.rack()

        expect:
        gig.reload(GEAR.replace('Poly', 'Diva') + 'mix.knobs[1].to(lead.parameter(1))').rack() == []
        gig.reload(GEAR + 'mix.knobs[1].to(lead.parameter(1))').rack() == ['slot 1 parameter 1 1.00']
    }

    def "what cannot be is refused: #refusal"() {
        expect:
        Scripts.refused(GEAR + line)?.contains(refusal)

        where:
        line                                        || refusal
        "rack.slot(9, 'X') { instrument 'Poly' }"   || 'slots are 1 to 8'
        "rack.slot(1, 'X') { instrument 'Poly' }"   || 'a slot is written once'
        "rack.slot(2, 'Lead') { instrument 'Poly' }" || "there are two slots 'Lead'"
        "rack.slot('Laed')"                         || "did you mean 'Lead'?"
        'keys.to(rack.slots[0])'                    || 'slots are 1 to 8'
        'keys.to(rack.slots[3])'                    || 'has no instrument'
        "rack.master { gain(11.dB) }"               || 'goes up to 10.dB'
        "mix.knobs[1].to(lead.effect('Pong').parameter(1))" || "no effect 'Pong'"
        'mix.knobs[1].to(lead.parameter(0))'        || 'the first is parameter(1)'
        'rack.audio rate: 12'                       || 'sample rates'
        'rack.audio buffer: 9000'                   || 'buffers are'
        "device(Rack, 'Second')"                    || 'there is one rack'
    }
}
