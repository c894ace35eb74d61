package roadcase.played

import spock.lang.Specification

/** A note ends where it began, whatever happened in between. */
class HeldNotesSpec extends Specification {
    static final String KEYS = '''
        def keys  = input('Keystation')
        def pads  = input('Pads')
        def synth = output('Synth')
        def piano = output('Piano')
        '''.stripIndent()

    static Played gig(String lines) {
        Played.script(KEYS + lines)
    }

    def "an off goes out as 8n, with the velocity it came in with"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', '90 3C 64', "$off").heard('Synth') == ['90 3C 64', sent]

        where:
        off        || sent
        '80 3C 21' || '80 3C 21'
        '80 3C 7F' || '80 3C 7F'
        '90 3C 00' || '80 3C 00'
    }

    def "a reload that changes #what ends nothing; the off still goes where the on went"() {
        given:
        def gig = gig('keys.transpose(12).to(synth)').plays('Keystation', '90 3C 64')

        when:
        gig.at(1).reload(KEYS + after)

        then:
        gig.sounding('Synth') == ['note 72 on 1']

        when:
        gig.at(2).plays('Keystation', '80 3C 40')

        then:
        gig.sent('Synth') == ['0.000 90 48 64', '2.000 80 48 40']
        gig.sent('Piano') == []

        where:
        what               | after
        'the transposition' | 'keys.transpose(-5).to(synth)'
        'the channel'      | 'keys.transpose(12).toChannel(7).to(synth)'
        'the output'       | 'keys.transpose(12).to(piano)'
        'the zone'         | "keys.zone('High', 70..127).transpose(12).to(synth)"
        'the kind'         | 'keys.cc(1).to(synth)'
        'everything'       | ''
    }

    def "an output that is gone from the new rig is silent at once"() {
        expect:
        gig('keys.to(synth, piano)').plays('Keystation', '90 3C 64').at(1)
                .reload("def keys = input('Keystation'); def piano = output('Piano'); keys.to(piano)").at(2)
                .plays('Keystation', '80 3C 40').with {
            sent('Synth') == ['0.000 90 3C 64', '1.000 80 3C 00'] && sent('Piano') == ['0.000 90 3C 64', '2.000 80 3C 40']
        }
    }

    def "an input that is gone from the new rig holds nothing any more, nor its pedal"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', '90 3C 64', 'B0 40 7F').at(1)
                .reload("def pads = input('Pads'); def synth = output('Synth'); pads.to(synth)")
                .sent('Synth').drop(2) == ['1.000 80 3C 00', '1.000 B0 40 00']
    }

    def "an output that is gone is silent at once though its notes wait before they sound"() {
        expect:
        gig('keys.after(1.second).to(synth)').plays('Keystation', '90 3C 64').at(1.5)
                .reload("def keys = input('Keystation'); def piano = output('Piano'); keys.to(piano)").at(9)
                .sent('Synth') == ['1.000 90 3C 64', '1.500 80 3C 00']
    }

    def "a line that is switched off begins no notes and ends those it began"() {
        given:
        def gig = gig('''
            def mix = device(MidiMix)
            def layer = keys.to(synth)
            mix.mute[1].toggles().to(layer.on)
            '''.stripIndent())

        when:
        gig.plays('Keystation', '90 3C 64').at(1).plays('MIDI Mix', '90 01 7F', '80 01 7F').at(2)
                .plays('Keystation', '90 40 64', '80 40 00', '80 3C 10')

        then:
        gig.sent('Synth') == ['0.000 90 3C 64', '2.000 80 3C 10']
    }

    def "a pedal that is down when its line is switched off goes up with the foot"() {
        expect:
        gig('''
            def mix = device(MidiMix)
            def layer = keys.to(synth)
            mix.mute[1].toggles().to(layer.on)
            '''.stripIndent()).plays('Keystation', 'B0 40 7F').at(1).plays('MIDI Mix', '90 01 7F').at(2)
                .plays('Keystation', 'B0 40 00').heard('Synth') == ['B0 40 7F', 'B0 40 00']
    }

    def "an input whose plug is pulled ends what it held; what is pressed anew is played"() {
        given:
        def gig = gig('keys.to(synth)').plays('Keystation', '90 3C 64', 'B0 42 7F')

        when:
        gig.at(1).vanishes('Keystation').at(2).comesBack('Keystation').plays('Keystation', '80 3C 00', '90 3C 11', '80 3C 12')

        then:
        gig.sent('Synth').drop(2) == ['1.000 80 3C 00', '1.000 B0 42 00', '2.000 90 3C 11', '2.000 80 3C 12']
    }

    def "an output that returns first hears the offs that it missed, then nothing of the past"() {
        given:
        def gig = gig('keys.to(synth)').plays('Keystation', '90 3C 64', '90 40 64', 'B0 40 7F')

        when:
        gig.at(1).vanishes('Synth').plays('Keystation', '80 3C 20', '90 43 64', '80 43 00').fresh()
        gig.at(2).comesBack('Synth')

        then:
        gig.sounding('Synth') == []
        gig.sent('Synth').every { it.startsWith('2.000') }
        gig.heard('Synth') as Set == ['80 3C 00', '80 40 00', 'B0 40 00'] as Set
    }

    def "what waits for an output that is lost is dropped, and what it should have ended is ended on return"() {
        expect:
        gig('keys.after(500.ms).to(synth)').plays('Keystation', '90 3C 64').at(0.1).plays('Keystation', '90 40 64').at(0.4)
                .plays('Keystation', '80 3C 33').at(0.55).vanishes('Synth').at(5).comesBack('Synth').at(9)
                .sent('Synth')[0] == '0.500 90 3C 64'
        and:
        gig('keys.after(500.ms).to(synth)').plays('Keystation', '90 3C 64').at(0.4)
                .plays('Keystation', '80 3C 33').at(0.55).vanishes('Synth').at(5).comesBack('Synth').at(9)
                .sounding('Synth') == []
    }

    def "panic ends every note by name, then lifts pedals, silences and centres every channel"() {
        given:
        def gig = gig('keys.to(synth)').plays('Keystation', '93 3C 64', 'B3 40 7F').fresh()

        when:
        gig.at(1).panic()

        then:
        gig.heard('Synth')[0..1] == ['83 3C 00', 'B3 40 00']
        gig.heard('Synth').drop(2) == (0..15).collectMany { c ->
            [0x40, 0x42, 0x43, 0x7B, 0x78].collect { String.format('B%X %02X 00', c, it) } + [String.format('E%X 00 40', c)]
        }

        when: 'the key goes up afterwards'
        gig.fresh().at(2).plays('Keystation', '83 3C 00')

        then:
        gig.heard('Synth') == []
    }

    def "panic says nothing to the lights of a surface and leaves toggles as they are"() {
        given:
        def gig = gig('def mix = device(MidiMix); mix.mute.toggles().to(synth)').plays('MIDI Mix', '90 01 7F').fresh()

        when:
        gig.at(1).panic()

        then:
        gig.heard('MIDI Mix') == []
        gig.lights() == ['mute 1']
        !gig.heard('Synth').contains('80 01 00')
    }

    def "panic and quit end at once what waits: #stop"() {
        given:
        def gig = gig('keys.after(500.ms).to(synth)')
        gig.plays('Keystation', '90 3C 64').at(0.4).plays('Keystation', '80 3C 33')     // sounds from 0.5 to 0.9
        gig.at(0.45).plays('Keystation', '90 40 64')                                    // would sound from 0.95

        when:
        gig.at(0.6)."$stop"()

        then:
        gig.sent('Synth').findAll { !it.contains(' B') && !it.contains(' E') }[0..1] == ['0.500 90 3C 64', '0.600 80 3C 33']
        gig.at(5).sounding('Synth') == []
        !gig.heard('Synth').contains('90 40 64')

        where:
        stop << ['panic', 'quits']
    }

    def "quit ends notes, pedals, pulses and momentary buttons; a toggle's on is state and stays"() {
        given:
        def gig = gig('''
            def mix = device(MidiMix)
            keys.to(synth)
            mix.mute[1].toggles().to(synth)
            mix.mute[2].toggles().pulse().to(synth)
            mix.mute[3].to(synth)
            '''.stripIndent())
        gig.plays('Keystation', '90 3C 64', 'B0 40 7F', 'B0 42 40').plays('MIDI Mix', '90 01 7F', '90 04 7F', '90 07 7F')

        when:
        gig.at(1).quits()

        then:
        gig.sounding('Synth') == ['note 1 on 1']
    }

    def "two keyboards hold one note: each on goes out, and the off once, with the last key's velocity"() {
        expect:
        gig('keys.to(synth)\npads.to(synth)').plays('Keystation', '90 3C 64').plays('Pads', '90 3C 32')
                .plays('Keystation', '80 3C 01').plays('Pads', '80 3C 02')
                .heard('Synth') == ['90 3C 64', '90 3C 32', '80 3C 02']
    }

    def "two routes of one key that meet on one note send one off"() {
        expect:
        gig('keys.to(synth)\nkeys.notes().to(synth)').plays('Keystation', '90 3C 64', '80 3C 05')
                .heard('Synth') == ['90 3C 64', '90 3C 64', '80 3C 05']
    }

    def "two feet hold one pedal: it goes up with the last"() {
        expect:
        gig('keys.to(synth)\npads.to(synth)').plays('Keystation', 'B0 40 7F').plays('Pads', 'B0 40 7F')
                .plays('Keystation', 'B0 40 00').heard('Synth') == ['B0 40 7F', 'B0 40 7F']
        and:
        gig('keys.to(synth)\npads.to(synth)').plays('Keystation', 'B0 40 7F').plays('Pads', 'B0 40 7F')
                .plays('Keystation', 'B0 40 00').plays('Pads', 'B0 40 00').heard('Synth')[-1] == 'B0 40 00'
    }

    def "half a pedal passes as it is played, up and down"() {
        expect:
        gig('keys.to(synth)').plays('Keystation', *(['7F', '50', '3C', '28', '45', '00'].collect { "B0 40 $it" as String }))
                .heard('Synth') == ['7F', '50', '3C', '28', '45', '00'].collect { "B0 40 $it" as String }
    }

    def "a pedal that works the other way round is turned round, and ends"() {
        given:
        def gig = gig('keys.cc(64).scale(0..127, 127..0).to(synth)')

        when:
        gig.plays('Keystation', 'B0 40 00', 'B0 40 7F', 'B0 40 00')

        then:
        gig.heard('Synth') == ['B0 40 7F', 'B0 40 00', 'B0 40 7F']

        when:
        gig.quits()

        then:
        gig.heard('Synth')[-1] == 'B0 40 00'
        gig.sounding('Synth') == []
    }

    def "a stray off is dropped and counted"() {
        given:
        def gig = gig('keys.to(synth)')

        when:
        gig.plays('Keystation', '80 3C 40', '90 40 00').plays('Pads', '80 01 01')

        then:
        gig.heard('Synth') == []
        gig.stage().standing().strayOffs() == 3
    }

    def "the off of a note that was too soft to pass is stray"() {
        expect:
        gig('keys.velocities(64..127).to(synth)').plays('Keystation', '90 3C 10', '80 3C 40', '90 3C 40', '80 3C 01')
                .heard('Synth') == ['90 3C 40', '80 3C 01']
    }

    def "a delayed off is as late as its on, and never overtakes another source's on"() {
        expect:
        gig('keys.after(500.ms).to(synth)').plays('Keystation', '90 3C 64').at(0.2).plays('Keystation', '80 3C 07').at(3)
                .sent('Synth') == ['0.500 90 3C 64', '0.700 80 3C 07']
        and:
        gig('keys.after(500.ms).to(synth)\npads.to(synth)').plays('Keystation', '90 3C 64').at(0.1).plays('Pads', '90 3C 20')
                .at(0.2).plays('Keystation', '80 3C 07').at(0.3).plays('Pads', '80 3C 08').at(3)
                .sent('Synth') == ['0.100 90 3C 20', '0.500 90 3C 64', '0.500 80 3C 08']
    }

    def "a pulse ends with the finger, whatever bank is active by then"() {
        expect:
        gig('''
            def mix = device(MidiMix)
            banks('Two') {
                next mix.bankRight
                bank 'A', channel: 1
                bank 'B', channel: 2
                everyBank {
                    mix.mute[1].toggles().pulse().to(synth)
                    mix.mute[2].to(synth)
                }
            }'''.stripIndent()).plays('MIDI Mix', '90 01 7F', '90 04 7F', '90 1A 7F', '80 01 7F', '80 04 7F')
                .heard('Synth') == ['90 01 7F', '90 04 7F', '80 01 7F', '80 04 7F']
    }

    def "a button that the unit shifts while it is down is released where it was pressed"() {
        expect: 'MUTE 1 down, SOLO down, MUTE 1 up: the unit says the SOLO layer went up'
        gig('def mix = device(MidiMix)\nmix.mute.to(synth)\nmix.solo.to(piano)')
                .plays('MIDI Mix', '90 01 7F', '90 1B 7F', '80 02 7F').with {
            heard('Synth') == ['90 01 7F', '80 01 7F'] && heard('Piano') == []
        }
    }

    def "a held layer that ends before its button does releases the button where it was pressed"() {
        expect:
        gig('''
            def mix = device(MidiMix)
            mix.recArm.to(synth)
            banks('One') {
                bank 'A', channel: 1
                everyBank { holding(mix.soloKey) { mix.recArm.transpose(32).to(piano) } }
            }'''.stripIndent()).plays('MIDI Mix', '90 1B 7F', '90 03 7F', '80 1B 7F', '80 03 55').with {
            heard('Piano') == ['90 23 7F', '80 23 55'] && heard('Synth') == []
        }
    }

    def "a controller that plays notes begins one on each output, and ends them"() {
        given:
        def gig = gig('keys.cc(1).becomes(note(50)).to(synth, piano)')

        when:
        gig.plays('Keystation', 'B0 01 40', 'B0 01 50', 'B0 01 00')

        then:
        gig.heard('Synth') == ['90 32 40', '80 32 00']
        gig.heard('Piano') == ['90 32 40', '80 32 00']
    }

    def "pressure that plays a note begins it once and ends it"() {
        expect:
        gig('keys.aftertouch().becomes(note(50)).to(synth)').plays('Keystation', 'D0 40', 'D0 50', 'D0 00', 'D0 20', 'D0 00')
                .heard('Synth') == ['90 32 40', '80 32 00', '90 32 20', '80 32 00']
    }

    def "a key that became a controller lets it fall back, on quit too"() {
        expect:
        gig('keys.noteOn(60).becomes(cc(74, 20..100)).to(synth)').plays('Keystation', '90 3C 7F', '80 3C 00')
                .heard('Synth') == ['B0 4A 64', 'B0 4A 14']
        and:
        gig('keys.noteOn(60).becomes(cc(74, 20..100)).to(synth)').plays('Keystation', '90 3C 7F').quits()
                .heard('Synth') == ['B0 4A 64', 'B0 4A 14']
    }

    def "a line for keys that go up is silent while it is switched off"() {
        expect:
        gig('''
            def mix = device(MidiMix)
            def ups = keys.noteOff(60).to(synth)
            mix.mute[1].toggles().to(ups.on)
            '''.stripIndent()).plays('Keystation', '90 3C 7F', '80 3C 11').plays('MIDI Mix', '90 01 7F')
                .plays('Keystation', '90 3C 7F', '80 3C 22').heard('Synth') == ['80 3C 11']
    }

    def "what waits because of a line lives while the line says the same: #what"() {
        given:
        def gig = gig('keys.programs().after(1.second).to(synth)').plays('Keystation', 'C0 05')

        when:
        gig.at(0.5).reload(KEYS + after).at(3)

        then:
        gig.heard('Synth') == heard

        where:
        what                 | after                                                || heard
        'unchanged, moved'   | '\n\n// later\nkeys.programs().after(1.second).to(synth)' || ['C0 05']
        'changed'            | 'keys.programs().after(2.seconds).to(synth)'         || []
        'gone'               | 'keys.notes().to(synth)'                             || []
    }

    def "SysEx and clock wait like everything else of a line, and panic drops them"() {
        expect:
        gig('keys.after(1.second).to(synth)').plays('Keystation', 'F0 7D 01 F7', 'F8').at(3)
                .sent('Synth') == ['1.000 F0 7D 01 F7', '1.000 F8']
        and:
        gig('keys.after(1.second).to(synth)').plays('Keystation', 'F0 7D 01 F7', 'F8').at(0.5).quits().at(3).sent('Synth') == []
    }
}
