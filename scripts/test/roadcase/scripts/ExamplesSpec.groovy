package roadcase.scripts

import java.nio.file.Files
import spock.lang.Specification

class ExamplesSpec extends Specification {
    def "#script passes the check and can be explained"() {
        expect:
        Evening.run('', 'check', script) == [0, '']
        Evening.run('', 'explain', script)[0] == 0

        where:
        script << Files.walk(Evening.SCRIPTS).withCloseable { files ->
            files.filter { it.toString().endsWith('.groovy') && !it.startsWith(Evening.SCRIPTS.resolve('test')) }
                    .toList().collect { Evening.SCRIPTS.relativize(it).toString() }.sort()
        }
    }

    def "split: the left hand plays an octave up on channel 2, the off follows its on"() {
        expect:
        Evening.rehearse('examples/split.groovy',
                ['1 Keystation 90 2F 64', '2 Keystation 90 30 64', '3 Keystation 80 2F 40']) ==
                ['1.000 Synth 91 3B 64', '2.000 Synth 90 30 64', '3.000 Synth 81 3B 40']
    }

    def "transpose: everything but the drums goes down a semitone"() {
        expect:
        Evening.rehearse('examples/transpose.groovy', ['1 Keystation 90 30 64', '2 Keystation 99 30 64']) ==
                ['1.000 Synth 90 2F 64', '2.000 Synth 99 30 64']
    }

    def "nrpn: knobs of 7 and of 14 bits turn parameters, and hear what the synthesiser says"() {
        expect:
        Evening.rehearse('examples/nrpn.groovy',
                ['1 Launch Control XL B5 08 7F', '2 Fader box B0 07 01', '2 Fader box B0 27 02', '3 Synth B0 63 00', '3 Synth B0 62 08',
                 '3 Synth B0 06 01', '3 Synth B0 26 7F']) ==
                ['63 00', '62 08', '06 01', '26 7F', '65 7F', '64 7F'].collect { "1.000 Synth B0 $it" } +
                ['63 02', '62 33', '06 01', '26 02', '65 7F', '64 7F'].collect { "2.000 Synth B0 $it" } +
                ['3.000 Launch Control XL B0 08 7F']
    }

    def "router-filters: what matches is changed, the rest stops here and passes there"() {
        expect:
        Evening.rehearse('examples/router-filters.groovy',
                ['1 Keystation 90 24 7F', '2 Keystation 94 24 7F', '3 Keystation 80 24 40', '4 Keystation B0 01 05', '5 Keystation B0 07 05']) ==
                ['1.000 Synth 90 30 6E', '3.000 Synth 80 30 40', '4.000 Synth B0 4A 05', '5.000 Synth B0 07 05']
    }

    def "velocity-switch: only what is played hard has brass in it"() {
        expect:
        Evening.rehearse('examples/velocity-switch.groovy',
                ['1 Keystation 90 30 64', '2 Keystation 90 32 30', '3 Keystation 80 30 40']) ==
                ['1.000 Synth 90 30 4B', '1.000 Synth 91 30 70', '2.000 Synth 90 32 2E', '3.000 Synth 80 30 40',
                 '3.000 Synth 81 30 40']
    }

    def "toggle-lights: a press switches on with its light, the next one off"() {
        expect:
        Evening.rehearse('examples/toggle-lights.groovy',
                ['1 MIDI Mix 90 01 7F', '2 MIDI Mix 80 01 7F', '3 MIDI Mix 90 01 7F', '4 MIDI Mix 90 18 7F']) ==
                ['1.000 To the DAW 90 01 7F', '1.000 MIDI Mix 90 01 7F', '3.000 To the DAW 80 01 00',
                 '3.000 MIDI Mix 90 01 00', '4.000 To the DAW B0 57 7F', '4.000 MIDI Mix 90 18 7F']
    }

    def "pulse: press and release pass, the light goes on and off"() {
        expect:
        Evening.rehearse('examples/pulse.groovy',
                ['1 MIDI Mix 90 01 7F', '2 MIDI Mix 80 01 7F', '3 MIDI Mix 90 01 7F']) ==
                ['1.000 To the DAW 90 01 7F', '1.000 MIDI Mix 90 01 7F', '2.000 To the DAW 80 01 7F',
                 '3.000 To the DAW 90 01 7F', '3.000 MIDI Mix 90 01 00']
    }

    def "knob-ranges: ends that are not 0 and 127, and one that goes the other way"() {
        expect:
        Evening.rehearse('examples/knob-ranges.groovy',
                ['1 MIDI Mix B0 10 00', '2 MIDI Mix B0 10 7F', '3 MIDI Mix B0 11 00', '4 MIDI Mix B0 11 7F']) ==
                ['1.000 Synth B0 4A 28', '2.000 Synth B0 4A 6E', '3.000 Synth B0 47 64', '4.000 Synth B0 47 00']
    }

    def "banks: the second bank sends on channel 2, and a fader is silent until it moves by 3"() {
        expect:
        Evening.rehearse('examples/banks.groovy', ['1 MIDI Mix B0 13 20', '2 MIDI Mix B0 13 30', '3 MIDI Mix 90 1A 7F',
                '4 MIDI Mix B0 13 31', '5 MIDI Mix B0 13 33', '6 MIDI Mix B0 13 34']) ==
                ['2.000 To the DAW B0 13 30', '3.000 MIDI Mix 90 19 7F', '5.000 To the DAW B1 13 33',
                 '6.000 To the DAW B1 13 34']
    }

    def "reaction: one key is a chord that ends with the key"() {
        expect:
        Evening.rehearse('examples/reaction.groovy', ['1 Keystation 90 24 64', '2 Keystation 80 24 40']) ==
                ['1.000 Synth 90 24 64', '1.000 Synth 90 28 64', '1.000 Synth 90 2B 64',
                 '2.000 Synth 80 24 00', '2.000 Synth 80 28 00', '2.000 Synth 80 2B 00']
    }

    def "pages: on the second page the same pads choose sounds, and what was lit on the first is dark"() {
        given:
        def sent = Evening.rehearse('examples/pages.groovy',
                ['1 APC MINI 90 38 7F', '2 APC MINI 80 38 00', '3 APC MINI 90 62 7F', '3 APC MINI 90 41 7F', '3 APC MINI 80 41 00',
                 '3 APC MINI 80 62 00', '4 APC MINI 90 39 7F', '5 shell page Switches', '6 APC MINI 80 39 00'])

        expect:
        sent.findAll { !it.contains('APC') } == ['1.000 To the DAW 90 38 7F', '4.000 Synth C0 01', '5.000 [t:5.0, note:ApcMini: Switches]']
        sent.count { it ==~ /3.000 APC MINI 90 [0-3][0-9A-F] 00/ } == 64
        sent.count { it ==~ /5.000 APC MINI 90 [0-3][0-9A-F] 05/ } == 63
        sent.contains('5.000 APC MINI 90 38 01')
    }

    def "remember: each press is the next sound, a reload forgets nothing"() {
        expect:
        Evening.rehearse('examples/remember.groovy',
                ['1 MIDI Mix 90 1B 7F', '2 MIDI Mix 80 1B 7F', '3 do reload', '4 MIDI Mix 90 1B 7F']) ==
                ['1.000 Synth C0 01', '4.000 Synth C0 02']
    }

    def "clips: a pressed pad blinks until the bar, then plays; a column's button stops it"() {
        expect:
        Evening.rehearse('examples/clips.groovy', ['0.5 APC MINI 90 38 7F', '0.6 APC MINI 80 38 7F', '3 APC MINI 90 40 7F',
                '3.5 APC MINI 80 40 7F', '4 APC MINI 90 3F 7F', '5 APC MINI B0 30 11']) ==
                ['0.500 APC MINI 90 38 02', '2.000 To the DAW 90 38 7F', '2.000 APC MINI 90 38 01', '2.000 APC MINI 90 40 01',
                 '3.000 APC MINI 90 40 02', '3.500 To the DAW 80 38 00', '3.500 APC MINI 90 38 05', '3.500 APC MINI 90 40 00',
                 '5.000 To the DAW B0 30 11', '5.000 APC MINI B0 30 11']
    }

    def "quantised-program: a program waits for the bar, notes do not"() {
        expect:
        Evening.rehearse('examples/quantised-program.groovy',
                ['0.5 Keystation C0 05', '1 Keystation 90 24 64', '3 Keystation 80 24 64']) ==
                ['1.000 Synth 90 24 64', '2.000 Synth C0 05', '3.000 Synth 80 24 64']
    }

    def "layer-switch: switched off it begins no note and still ends the one that sounds"() {
        expect:
        Evening.rehearse('examples/layer-switch.groovy', ['1 Keystation 90 24 64', '2 MIDI Mix 90 01 7F',
                '3 Keystation 90 25 64', '4 Keystation 80 24 64']) ==
                ['1.000 Synth 90 24 64', '1.000 Synth 91 30 64', '2.000 MIDI Mix 90 01 00', '3.000 Synth 90 25 64',
                 '4.000 Synth 80 24 64', '4.000 Synth 81 30 64']
    }

    def "presets: the pedal adds the organ, a program selects it and sends its sliders, offs go where their ons went"() {
        expect:
        Evening.rehearse('examples/presets.groovy', ['1 Keystation 90 3C 64', '2 Keystation B0 50 7F', '3 Keystation 90 3E 64',
                '4 Keystation C0 01', '5 Keystation 80 3C 40', '6 Keystation 80 3E 40', '7 Keystation B0 01 22', '8 Keystation C0 00']) ==
                ['1.000 Synth 90 3C 64', '2.000 Organ on', '2.000 Synth B1 46 00', '3.000 Synth 90 3E 64', '3.000 Synth 91 32 64',
                 '4.000 Piano off', '4.000 Synth B1 46 00', '5.000 Synth 80 3C 40', '6.000 Synth 80 3E 40', '6.000 Synth 81 32 40',
                 '7.000 Synth B1 01 22', '8.000 Piano on', '8.000 Organ off', '8.000 Synth B0 07 64']
    }

    def "pictures: the next key shows the faders, from the bottom up"() {
        expect: 'fader 1 stands at the top: eight pads of its column, the lowest first green'
        Evening.rehearse('examples/pictures.groovy',
                ['0.5 Keystation 90 24 7F', '1 Keystation 90 24 7F', '1.5 APC MINI B0 30 7F', '2 Keystation B0 00 00'])
                .findAll { it.startsWith('1.5') && it.contains(' APC MINI 90 ') }*.replaceAll(/^\S+ /, '') as Set ==
                ['38 03', '30 03', '28 05', '20 05', '18 05', '10 01', '08 01', '00 01'].collect { "APC MINI 90 $it" as String } as Set
    }
}
