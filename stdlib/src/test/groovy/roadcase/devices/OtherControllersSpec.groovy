package roadcase.devices

import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.midi.PortNames
import roadcase.midi.RealPort
import roadcase.played.Played
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.LightKind
import roadcase.surface.SimulatedUnit
import spock.lang.Specification

import static roadcase.midi.RealPort.Direction.INPUT

/** Controllers beside Akai's, against the fact sheet: what they send, what their lights are told and then show. */
class OtherControllersSpec extends Specification {
    static String wire(DeviceSpec spec, String control, Light light) {
        long wire = spec.control(control).lamp().wire(light.code())
        LightKind.isRgb(wire) ? String.format('rgb %06X', wire & 0xFFFFFF) : Packed.message((int) wire).hex()
    }

    def "#model: #control sends #bytes"() {
        given:
        def unit = new SimulatedUnit(spec, {})

        expect:
        (spec.control(control).type().name() == 'BUTTON' ? unit.press(control) : unit.move(control, 64)).hex() == bytes

        where:
        spec                 | control            || bytes
        LaunchpadMini.SPEC   | 'row 8 column 1'   || '90 0B 7F'
        LaunchpadMini.SPEC   | 'row 1 column 8'   || '90 58 7F'
        LaunchpadMini.SPEC   | 'columnButton 1'   || 'B0 5B 7F'
        LaunchpadMini.SPEC   | 'rowButton 1'      || 'B0 59 7F'
        LaunchpadMini.SPEC   | 'rowButton 8'      || 'B0 13 7F'
        NanoKontrol2.SPEC    | 'fader 1'          || 'BF 00 40'
        NanoKontrol2.SPEC    | 'knob 8'           || 'BF 17 40'
        NanoKontrol2.SPEC    | 'solo 1'           || 'BF 20 7F'
        NanoKontrol2.SPEC    | 'mute 8'           || 'BF 37 7F'
        NanoKontrol2.SPEC    | 'recArm 1'         || 'BF 40 7F'
        NanoKontrol2.SPEC    | 'play'             || 'BF 29 7F'
        LaunchControlXl.SPEC | 'top 1'            || 'B8 0D 40'
        LaunchControlXl.SPEC | 'mid 8'            || 'B8 24 40'
        LaunchControlXl.SPEC | 'low 1'            || 'B8 31 40'
        LaunchControlXl.SPEC | 'fader 8'          || 'B8 54 40'
        LaunchControlXl.SPEC | 'focus 5'          || '98 39 7F'
        LaunchControlXl.SPEC | 'control 8'        || '98 5C 7F'
        LaunchControlXl.SPEC | 'mute'             || '98 6A 7F'
        LaunchControlXl.SPEC | 'trackLeft'        || 'B8 6A 7F'
        XTouchMini.SPEC      | 'knob 1'           || 'BA 01 40'
        XTouchMini.SPEC      | 'push 8'           || '9A 07 7F'
        XTouchMini.SPEC      | 'upper 1'          || '9A 08 7F'
        XTouchMini.SPEC      | 'lower 8'          || '9A 17 7F'
        XTouchMini.SPEC      | 'fader'            || 'BA 09 40'
        model = spec.model()
    }

    def "#model: #control shows #light by #bytes"() {
        expect:
        wire(spec, control, light) == bytes

        where:
        spec                 | control          | light                          || bytes
        LaunchpadMini.SPEC   | 'row 8 column 1' | Light.GREEN                    || '90 0B 15'
        LaunchpadMini.SPEC   | 'row 8 column 1' | Light.RED.blinking(0)          || '91 0B 05'
        LaunchpadMini.SPEC   | 'row 8 column 1' | Light.YELLOW.pulsing(0)        || '92 0B 0D'
        LaunchpadMini.SPEC   | 'row 8 column 1' | Light.rgb(0x102030)            || 'rgb 102030'
        LaunchpadMini.SPEC   | 'rowButton 8'    | Light.palette(45)              || 'B0 13 2D'
        LaunchpadMini.SPEC   | 'rowButton 8'    | Light.OFF                      || 'B0 13 00'
        NanoKontrol2.SPEC    | 'solo 1'         | Light.RED                      || 'BF 20 7F'
        NanoKontrol2.SPEC    | 'solo 1'         | Light.OFF                      || 'BF 20 00'
        LaunchControlXl.SPEC | 'focus 1'        | Light.OFF                      || '98 29 0C'
        LaunchControlXl.SPEC | 'focus 1'        | Light.RED                      || '98 29 0F'
        LaunchControlXl.SPEC | 'focus 1'        | Light.RED.dimmed(20)           || '98 29 0D'
        LaunchControlXl.SPEC | 'focus 1'        | Light.GREEN                    || '98 29 3C'
        LaunchControlXl.SPEC | 'focus 1'        | Light.YELLOW                   || '98 29 3E'
        LaunchControlXl.SPEC | 'focus 1'        | Light.rgb(0xFF7800)            || '98 29 3F'
        LaunchControlXl.SPEC | 'low 8'          | Light.RED                      || '98 7F 0F'
        LaunchControlXl.SPEC | 'mid 1'          | Light.RED                      || '98 0E 0F'
        XTouchMini.SPEC      | 'upper 1'        | Light.ON                       || '90 00 01'
        XTouchMini.SPEC      | 'lower 8'        | Light.GREEN.blinking(0)        || '90 0F 02'
        XTouchMini.SPEC      | 'knob 1'         | Light.level(0)                 || 'B0 09 01'
        XTouchMini.SPEC      | 'knob 8'         | Light.level(127)               || 'B0 10 0D'
        XTouchMini.SPEC      | 'knob 1'         | Light.level(64)                || 'B0 09 07'
        XTouchMini.SPEC      | 'knob 1'         | Light.level(64).blinking(0)    || 'B0 09 14'
        XTouchMini.SPEC      | 'knob 1'         | Light.ON                       || 'B0 09 1B'
        model = spec.model()
    }

    def "'#name' is taken for #model, #others is not"() {
        expect:
        !PortNames.ofDevice(spec.patterns(), INPUT, [new RealPort(name, PortNames.plain(name, []), INPUT)]).isEmpty()
        PortNames.ofDevice(spec.patterns(), INPUT, [new RealPort(others, PortNames.plain(others, []), INPUT)]).isEmpty()

        where:
        spec                 | name                                                          | others
        LaunchpadMini.SPEC   | 'MIDIIN2 (LPMiniMK3 MIDI)'                                     | 'LPMiniMK3 MIDI'
        LaunchpadMini.SPEC   | 'Launchpad Mini MK3:Launchpad Mini MK3 LPMiniMK3 MI 24:1'      | 'Launchpad Mini MK3:Launchpad Mini MK3 LPMiniMK3 DA 24:0'
        LaunchpadMini.SPEC   | 'Launchpad Mini MK3 LPMiniMK3 MIDI Out'                        | 'Launchpad Mini MK3 LPMiniMK3 DAW Out'
        NanoKontrol2.SPEC    | 'nanoKONTROL2:nanoKONTROL2 MIDI 1 24:0'                        | 'nanoKONTROL Studio'
        LaunchControlXl.SPEC | 'Launch Control XL:Launch Control XL Launch Contro 24:0'       | 'Launch Control'
        XTouchMini.SPEC      | 'X-TOUCH MINI:X-TOUCH MINI MIDI 1 24:0'                         | 'X-TOUCH COMPACT'
        model = spec.model()
    }

    def "#model, played: toggles light what they switch, in the unit itself too"() {
        given:
        def gig = Played.script("""
            def unit = device($word)
            unit.${row}.toggles().colours(on: $colour).to(output('DAW'))
            """)
        def unit = new SimulatedUnit(spec, {})
        String port = spec.port()
        int heard = 0
        def hear = {
            gig.at(gig.seconds() + 1)
            def all = gig.heard(port)
            all.drop(heard).each { unit.hear(Message.parse(it)) }
            heard = all.size()
        }
        hear()

        expect: 'greeted first, where it wants that'
        gig.heard(port).take(greeting.size()) == greeting
        unit.lights().values().every { it == Light.OFF || it.hue() == Light.Hue.LEVEL }

        when:
        gig.plays(port, unit.press(control).hex(), unit.release(control).hex())
        hear()

        then:
        unit.shows(control) == shows
        gig.heard('DAW') == [sent]

        when:
        gig.plays(port, unit.press(control).hex(), unit.release(control).hex())
        hear()

        then:
        unit.shows(control) == Light.OFF

        where:
        spec                 | word              | row             | control          | colour        | greeting                              || shows                           | sent
        LaunchpadMini.SPEC   | 'LaunchpadMini'   | 'grid'          | 'row 8 column 1' | 'GREEN.blink' | ['F0 00 20 29 02 0D 0E 01 F7']        || Light.GREEN.blinking(0)         | '90 0B 7F'
        LaunchpadMini.SPEC   | 'LaunchpadMini'   | 'rowButtons'    | 'rowButton 8'    | 'rgb(255, 100, 0)' | ['F0 00 20 29 02 0D 0E 01 F7']   || Light.rgb(0xFE6400)             | 'B0 13 7F'
        NanoKontrol2.SPEC    | 'NanoKontrol2'    | 'solo'          | 'solo 3'         | 'GREEN'       | ['F0 42 40 00 01 13 00 00 00 01 F7']  || Light.ON                        | 'BF 22 7F'
        LaunchControlXl.SPEC | 'LaunchControlXl' | 'control'       | 'control 2'      | 'YELLOW'      | ['F0 00 20 29 02 11 77 08 F7']        || Light.YELLOW                    | '98 4A 7F'
        XTouchMini.SPEC      | 'XTouchMini'      | 'upper'         | 'upper 5'        | 'GREEN'       | []                                    || Light.ON                        | '9A 0C 7F'
        model = spec.model()
    }

    def "a button that sends CCs is a button: #line"() {
        given:
        def gig = Played.script("""
            def nano = device(NanoKontrol2)
            def daw = output('DAW')
            $line
            """)

        when:
        gig.at(1).plays('nanoKONTROL2', 'BF 20 7F').at(2).plays('nanoKONTROL2', 'BF 20 00').at(3).plays('nanoKONTROL2', 'BF 20 7F', 'BF 20 00')

        then:
        gig.sent('DAW') == said

        where:
        line                                                     || said
        'nano.solo[1].to(daw)'                                   || ['1.000 BF 20 7F', '2.000 BF 20 00', '3.000 BF 20 7F', '3.000 BF 20 00']
        'nano.solo[1].toggles().to(daw)'                         || ['1.000 BF 20 7F', '3.000 BF 20 00']
        'nano.solo[1].pulse().to(daw)'                           || ['1.000 BF 20 7F', '2.000 BF 20 00', '3.000 BF 20 7F', '3.000 BF 20 00']
        'nano.solo[1].becomes(note(60)).toChannel(1).to(daw)'    || ['1.000 90 3C 7F', '2.000 80 3C 00', '3.000 90 3C 7F', '3.000 80 3C 00']
        'nano.solo[1].onPress { daw.send(programChange(3)) }'    || ['1.000 C0 03', '3.000 C0 03']
    }

    def "a ring shows where its knob stands"() {
        given:
        def gig = Played.script("device(XTouchMini).knobs.to(output('DAW'))")

        when:
        gig.fresh().at(1).plays('X-TOUCH MINI', 'BA 01 7F')

        then:
        gig.sent('X-TOUCH MINI') == ['1.000 B0 09 0D']
    }
}
