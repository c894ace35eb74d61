package roadcase.devices

import roadcase.midi.PortNames
import roadcase.midi.RealPort
import roadcase.played.Played
import roadcase.rig.plan.Source
import roadcase.surface.ControlSpec
import roadcase.surface.Light
import roadcase.surface.LightKind
import roadcase.words.Gig
import spock.lang.Specification

import static roadcase.midi.RealPort.Direction.OUTPUT

/** Against the fact sheet and the seed document, number by number. */
class ApcMiniSpec extends Specification {
    static final FIRST = ApcMini.SPEC
    static final SECOND = ApcMini.SPEC.others()[0]
    static final GIG = '''
        def apc = device(ApcMini)
        def daw = output('DAW')
        '''

    static String wire(ControlSpec control, Light light) {
        long wire = control.lamp().wire(light.code())
        LightKind.isRgb(wire) ? String.format('rgb %06X', wire & 0xFFFFFF) : roadcase.midi.Packed.message((int) wire).hex()
    }

    def "the pads are those of the document's table, in both generations"() {
        given:
        def table = (7..0).collectMany { row -> (0..7).collect { row * 8 + it } }

        expect:
        generation.controls().findAll { it.row() == 'grid' }*.number() == table
        generation.control('row 1 column 1').number() == 0x38
        generation.control('row 8 column 8').number() == 0x07

        where:
        generation << [FIRST, SECOND]
    }

    def "#row of the #model sends #numbers"() {
        expect:
        generation.controls().findAll { it.row() == row }*.number() == numbers

        where:
        generation | row             || numbers
        FIRST      | 'columnButtons' || (0x40..0x47).toList()
        FIRST      | 'rowButtons'    || (0x52..0x59).toList()
        FIRST      | 'shift'         || [0x62]
        FIRST      | 'faders'        || (0x30..0x37).toList()
        FIRST      | 'master'        || [0x38]
        SECOND     | 'columnButtons' || (100..107).toList()
        SECOND     | 'rowButtons'    || (112..119).toList()
        SECOND     | 'shift'         || [122]
        SECOND     | 'faders'        || (0x30..0x37).toList()
        SECOND     | 'master'        || [0x38]
        model = generation.model()
    }

    def "a pad of the first generation shows #light by #data"() {
        expect:
        wire(FIRST.control('row 8 column 3'), light) == "90 02 0$data"

        where:
        light                    || data
        Light.OFF                || 0
        Light.GREEN              || 1
        Light.ON                 || 1
        Light.GREEN.blinking(0)  || 2
        Light.GREEN.pulsing(0)   || 2
        Light.RED                || 3
        Light.RED.blinking(8)    || 4
        Light.YELLOW             || 5
        Light.YELLOW.dimmed(10)  || 5
        Light.YELLOW.blinking(0) || 6
        Light.rgb(0xFF2000)      || 3
        Light.rgb(0x20E010)      || 1
    }

    def "a pad of the second shows #light by #bytes"() {
        expect:
        wire(SECOND.control('row 8 column 3'), light) == bytes

        where:
        light                     || bytes
        Light.OFF                 || '96 02 00'
        Light.GREEN               || '96 02 15'
        Light.RED                 || '96 02 05'
        Light.YELLOW              || '96 02 0D'
        Light.GREEN.dimmed(10)    || '90 02 15'
        Light.GREEN.dimmed(50)    || '92 02 15'
        Light.GREEN.dimmed(66)    || '93 02 15'
        Light.GREEN.blinking(0)   || '9E 02 15'
        Light.GREEN.blinking(16)  || '9C 02 15'
        Light.RED.pulsing(0)      || '99 02 05'
        Light.palette(53)         || '96 02 35'
        Light.rgb(0xFF6400)       || 'rgb FF6400'
        Light.rgb(0x5400FF).blinking(0) || '9E 02 31'
        Light.rgb(0xFF6400).dimmed(50) || 'rgb 7F3200'
    }

    def "the buttons below are red, those beside green, in both generations"() {
        expect:
        wire(generation.control('columnButton 1'), Light.ON)[6..7] == '01'
        wire(generation.control('columnButton 1'), Light.GREEN.blinking(0))[6..7] == '02'
        wire(generation.control('rowButton 8'), Light.RED)[6..7] == '01'
        wire(generation.control('rowButton 8'), Light.OFF)[6..7] == '00'
        generation.control('rowButton 8').lamp().kind().seen(Light.ON.code()) == Light.GREEN.code()
        generation.control('columnButton 8').lamp().kind().seen(Light.ON.code()) == Light.RED.code()
        !generation.control('shift').hasLight()

        where:
        generation << [FIRST, SECOND]
    }

    def "'#name' is the port of #which"() {
        given:
        def port = [new RealPort(name, PortNames.plain(name, []), OUTPUT)]
        def found = [FIRST, SECOND].collect { !PortNames.ofDevice(it.patterns(), OUTPUT, port).isEmpty() }

        expect:
        found == [which == 'mk1', which == 'mk2']

        where:
        name                                            || which
        'APC MINI'                                      || 'mk1'
        'APC mini'                                      || 'mk1'
        'APC MINI:APC MINI MIDI 1 24:0'                 || 'mk1'
        'a2j:APC MINI [24] (capture): APC MINI MIDI 1'  || 'mk1'
        'MINI [hw:2,0,0]'                               || 'mk1'
        'APC mini mk2 Control'                          || 'mk2'
        'APC mini mk2'                                  || 'mk2'
        'APC Mini mk2:APC Mini mk2 Control 24:0'        || 'mk2'
        'AKAI APC mini mk2 Control'                     || 'mk2'
        'mk2 [hw:2,0,0]'                                || 'mk2'
        'APC mini mk2 Notes'                            || 'none'
        'APC mini mk2:APC mini mk2 Notes 24:1'          || 'none'
        'MIDIIN2 (APC mini mk2)'                        || 'none'
        'mk2 [hw:2,0,1]'                                || 'none'
        'APC Key 25'                                    || 'none'
    }

    def "words name its controls: #words"() {
        expect:
        (Gig.of(GIG + "${words}.to(daw)").routes()[0].source() as Source.Controls).controls() == controls

        where:
        words                   || controls
        'apc.grid.pad(3, 1)'    || ['row 1 column 3']
        'apc.grid[9]'           || ['row 2 column 1']
        'apc.grid.row(8)'       || (1..8).collect { "row 8 column $it".toString() }
        'apc.grid.column(2)'    || (1..8).collect { "row $it column 2".toString() }
        'apc.columnButtons[2]'  || ['columnButton 2']
        'apc.rowButtons[8]'     || ['rowButton 8']
        'apc.shift'             || ['shift']
        'apc.faders[8]'         || ['fader 8']
        'apc.master'            || ['master']
    }

    def "a place outside the grid is refused: #words"() {
        when:
        Gig.of(GIG + words)

        then:
        def error = thrown(roadcase.rig.plan.RigError)
        error.message == sentence

        where:
        words                              || sentence
        'apc.grid.pad(9, 1).to(daw)'       || 'column 9; the ApcMini has 8 of them, the first is 1'
        'apc.grid.row(0).to(daw)'          || 'row 0; the ApcMini has 8 of them, the first is 1'
        'apc.grid[65].to(daw)'             || 'grid[65]; the ApcMini has 64 of them, the first is grid[1]'
    }

    static final TOGGLES = GIG + '''
        apc.grid.toggles().colours(on: GREEN, off: YELLOW).to(daw)
        apc.rowButtons[1].onPress { apc.rowButtons[2].light = GREEN.blink }
        apc.faders.pickup().to(daw)
        '''

    def "pads are toggles with colours"() {
        given:
        def gig = Played.script(TOGGLES)

        expect: 'every light once, pads first, row by row from the top'
        gig.heard('APC MINI').size() == 80
        gig.heard('APC MINI').take(2) == ['90 38 05', '90 39 05']
        gig.heard('APC MINI')[64..65] == ['90 40 00', '90 41 00']

        when:
        gig.fresh().at(1).plays('APC MINI', '90 38 7F', '80 38 7F').at(1.1).plays('APC MINI', '90 52 7F', '80 52 7F')

        then:
        gig.sent('APC MINI') == ['1.000 90 38 01', '1.100 90 53 02']
        gig.heard('DAW') == ['90 38 7F']
    }

    def "events of the other generation's port change which one plays"() {
        given:
        def gig = Played.script(TOGGLES)

        when:
        gig.fresh().at(1).plays('APC mini mk2 Control', '90 38 7F', '80 38 7F', '90 70 7F')

        then:
        gig.faults() == []
        gig.heard('APC mini mk2 Control')[0] == 'F0 47 7F 4F 60 00 04 41 00 00 00 F7'
        gig.heard('APC mini mk2 Control')[1..2].every { it == '96 38 0D' || it == '96 39 0D' || it == '96 38 15' }
        gig.lightState('APC mini mk2 Control', 'row 1 column 1') == '96 15'
        gig.lightState('APC mini mk2 Control', 'row 1 column 2') == '96 0D'
        gig.lightState('APC mini mk2 Control', 'rowButton 2') == '90 02'
    }

    def "an identity reply tells the generation, and every one means: paint it all"() {
        given:
        def gig = Played.script(TOGGLES)

        when:
        gig.fresh().at(1).plays('APC MINI', 'F0 7E 7F 06 02 47 28 00 19 01 00 00 00 7F' + ' 00' * 20 + ' F7')

        then:
        gig.heard('APC MINI').size() == 80
        gig.heard('APC MINI')[0] == '90 38 05'

        when:
        gig.fresh().at(2).plays('APC MINI', 'F0 7E 00 06 02 47 4F 00 19 05 21 00 00 7F F7')

        then:
        gig.heard('APC MINI').size() == 81
        gig.heard('APC MINI')[1] == '96 38 0D'
        gig.stage().standing().strangers() == 0
    }

    def "foreign replies, and SysEx that ends early, change nothing and are counted or left"() {
        given:
        def gig = Played.script(TOGGLES)

        when:
        gig.fresh().at(1).plays('APC MINI', 'F0 7E 7F 06 02 47 31 00 19 01 00 00 00 F7', 'F0 7E 7F 06 02 F7', 'F0 47 7F 4F 61 00 09 01 F7')

        then:
        gig.heard('APC MINI') == []
        gig.stage().standing().strangers() == 1
        gig.faults().size() == 1
        gig.faults()[0].contains('says that it is no ApcMini')
    }

    def "the second generation reports its faders, and pickup knows where they stand"() {
        given:
        def gig = Played.script(TOGGLES)

        when: 'a fader that was moved to 100 by hand, then a report that it stands at 20'
        gig.fresh().at(1).plays('APC mini mk2', 'B0 30 64')
        gig.at(2).plays('APC mini mk2', 'F0 47 7F 4F 61 00 09 14 00 00 00 00 00 00 00 00 F7')
        gig.fresh().at(3).plays('APC mini mk2', 'B0 30 15').at(3.1).plays('APC mini mk2', 'B0 30 20')
                .at(3.2).plays('APC mini mk2', 'B0 30 7F')

        then: 'silent until it crosses 100'
        gig.sent('DAW') == ['3.200 B0 30 7F']
    }

    def "a change of mode paints all"() {
        given:
        def gig = Played.script(TOGGLES)
        gig.at(1).plays('APC mini mk2', 'B0 30 64').fresh()

        when:
        gig.at(2).plays('APC mini mk2', 'F0 47 7F 4F 62 00 01 00 F7')

        then:
        gig.heard('APC mini mk2').size() == 80
    }

    def "a mixed colour is an error on the first generation, as soon as it is known to play"() {
        given:
        def gig = Played.script(GIG + "apc.grid.row(1).toggles().colours(on: rgb(255, 100, 0)).to(daw)")

        expect:
        gig.faults() == []

        when:
        gig.at(1).plays('APC mini', '90 00 7F')

        then:
        gig.faults() == ["4: the light of 'row 1 column 1' of the APC mini has three colours: it shows yellow for rgb FF6400;"
                + ' what every generation shows is GREEN, RED, YELLOW and OFF']
    }
}
