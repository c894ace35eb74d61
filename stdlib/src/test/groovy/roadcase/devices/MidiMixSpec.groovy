package roadcase.devices

import roadcase.rig.plan.RigError
import roadcase.rig.plan.Source
import roadcase.surface.ControlSpec.Type
import roadcase.surface.ListedLights
import roadcase.words.Gig
import spock.lang.Specification

/** Against the factory map of the fact sheet, row by row. */
class MidiMixSpec extends Specification {
    def "row #row sends #numbers"() {
        given:
        def controls = MidiMix.SPEC.controls().findAll { it.row() == row }

        expect:
        controls*.number() == numbers
        controls*.index() == (1..8).toList()
        controls*.name() == (1..8).collect { "${row == 'faders' ? 'fader' : row} $it".toString() }
        controls.every { it.type() == type && it.channel() == 1 }
        controls*.light() == (type == Type.BUTTON ? numbers : [-1] * 8)

        where:
        row      | type          | numbers
        'top'    | Type.ABSOLUTE | [16, 20, 24, 28, 46, 50, 54, 58]
        'mid'    | Type.ABSOLUTE | [17, 21, 25, 29, 47, 51, 55, 59]
        'low'    | Type.ABSOLUTE | [18, 22, 26, 30, 48, 52, 56, 60]
        'faders' | Type.ABSOLUTE | [19, 23, 27, 31, 49, 53, 57, 61]
        'mute'   | Type.BUTTON   | [1, 4, 7, 10, 13, 16, 19, 22]
        'solo'   | Type.BUTTON   | [2, 5, 8, 11, 14, 17, 20, 23]
        'recArm' | Type.BUTTON   | [3, 6, 9, 12, 15, 18, 21, 24]
    }

    def "what stands alone: #name sends #number, its light is #light"() {
        given:
        def control = MidiMix.SPEC.control(name)

        expect:
        [control.type(), control.channel(), control.number(), control.light()] == [type, 1, number, light]

        where:
        name        | type          | number | light
        'master'    | Type.ABSOLUTE | 62     | -1
        'bankLeft'  | Type.BUTTON   | 25     | 25
        'bankRight' | Type.BUTTON   | 26     | 26
        'soloKey'   | Type.BUTTON   | 27     | -1
    }

    def "lights are painted row by row, then the bank buttons"() {
        expect:
        MidiMix.SPEC.controls().findAll { it.hasLight() }*.name() ==
                ['mute', 'solo', 'recArm'].collectMany { row -> (1..8).collect { "$row $it".toString() } } +
                ['bankLeft', 'bankRight']
        MidiMix.SPEC.controls().size() == 60
        MidiMix.SPEC.controls()*.name().toSet().size() == 60
    }

    def "a MUTE button is physically the same on both of its layers"() {
        expect:
        MidiMix.SPEC.control('solo 3').twin() == 'mute 3'
        MidiMix.SPEC.control('mute 3').twin() == 'solo 3'
        MidiMix.SPEC.control('recArm 3').twin() == null
        MidiMix.SPEC.control('solo 3').shift() == 'soloKey'
        MidiMix.SPEC.control('mute 3').shift() == null
    }

    def "it answers an identity request as Akai's product 31, and lights by note-on 127"() {
        expect:
        MidiMix.SPEC.identity() == [0x47, 0x31]
        MidiMix.SPEC.control('mute 1').lamp().kind() == ListedLights.ON_OFF
        MidiMix.SPEC.port() == 'MIDI Mix'
    }

    def "words of the device name its controls: #words"() {
        expect:
        (Gig.line("${words}.to(synth)").source() as Source.Controls).controls() == controls

        where:
        words                   || controls
        'mix.mute'              || (1..8).collect { "mute $it".toString() }
        'mix.solo[8]'           || ['solo 8']
        'mix.recArm[1]'         || ['recArm 1']
        'mix.knobs[9]'          || ['mid 1']
        'mix.knobs'             || ['top', 'mid', 'low'].collectMany { row -> (1..8).collect { "$row $it".toString() } }
        'mix.faders[2]'         || ['fader 2']
        'mix.master'            || ['master']
        'mix.bankLeft'          || ['bankLeft']
        'mix.bankRight'         || ['bankRight']
        'mix.soloKey'           || ['soloKey']
        'mix.strips[3].low'     || ['low 3']
        'mix.strips[3].recArm'  || ['recArm 3']
    }

    def "strips go round"() {
        expect:
        Gig.of(Gig.GEAR + 'for (strip in mix.strips) strip.fader.toChannel(strip.number).to(synth)').routes()
                .collect { (it.source() as Source.Controls).controls() } == (1..8).collect { ["fader $it".toString()] }
    }

    def "rows count from 1: #words"() {
        when:
        Gig.line("${words}.to(synth)")

        then:
        RigError error = thrown()
        error.message == sentence

        where:
        words           || sentence
        'mix.mute[9]'   || 'mute[9]; the MidiMix has 8 of them, the first is mute[1]'
        'mix.mute[0]'   || 'mute[0]; the MidiMix has 8 of them, the first is mute[1]'
        'mix.knobs[25]' || 'knobs[25]; the MidiMix has 24 of them, the first is knobs[1]'
        'mix.strips[9].fader' || 'strips[9]; the MidiMix has 8 of them, the first is strips[1]'
    }

    def "a unit that was programmed otherwise keeps its lights where they were"() {
        when:
        def controls = Gig.of(Gig.GEAR + '''
            mix.swapBankButtons()
            mix.master.sends(cc(127))
            mix.bankLeft.to(synth)
            ''').device('MidiMix').controls()

        then:
        controls.findAll { it.name().startsWith('bank') || it.name() == 'master' }
                .collectEntries { [it.name(), [it.number(), it.light()]] } ==
                [bankLeft: [26, 25], bankRight: [25, 26], master: [127, -1]]
    }

    def "sends takes one CC: #words"() {
        when:
        Gig.of(Gig.GEAR + words)

        then:
        RigError error = thrown()
        error.message == sentence

        where:
        words                           || sentence
        'mix.master.sends(note(1))'     || ONE_CC
        'mix.master.sends(cc(1..2))'    || ONE_CC
        'mix.master.sends(cc(128))'     || 'CC 128; CC numbers are 0 to 127'
    }

    static final String ONE_CC = "'sends' takes the one CC that the unit was programmed to send: sends(cc(127))"

    def "two units have names of their own, and one name is one unit"() {
        when:
        def rig = Gig.of('''
            def left = device(MidiMix, 'Left')
            def right = device(MidiMix, 'Right')
            assert device(MidiMix, 'Left') == left
            left.faders.to(output('A'))
            right.faders.to(output('B'))
            ''')

        then:
        rig.devices()*.name() == ['Left', 'Right']
        rig.devices()*.in()*.name() == ['MIDI Mix', 'MIDI Mix #2']
    }
}
