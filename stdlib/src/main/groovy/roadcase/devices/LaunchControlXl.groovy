package roadcase.devices

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import roadcase.surface.Light
import roadcase.surface.LightSpec
import roadcase.surface.ListedLights
import roadcase.surface.ListedLights.Value
import roadcase.surface.Manners
import roadcase.surface.Manners.Report
import roadcase.words.Button
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Faders
import roadcase.words.Knobs

/**
 * Novation Launch Control XL, first and second generation, on its first factory template: 24 knobs, eight faders, two rows
 * of buttons, eight more at the side. It is put on that template when it comes, and followed when it leaves it.
 *
 * <p>Sources: DrivenByMoss and Live's script for numbers; the values of lights (red and green, 0 to 3 each, and 12) by
 * Novation's reference. Its knobs do not turn by themselves: say pickup().
 */
@Spoken('the Launch Control XL')
final class LaunchControlXl extends Device {
    private static final int CHANNEL = 9
    private static final int PER_ROW = 8
    private static final String TEMPLATE = 'F0 00 20 29 02 11 77'

    private static final ListedLights TWO_COLOURS = new ListedLights('red and green', [new Value(Light.OFF, 12),
        new Value(Light.GREEN, 60), new Value(Light.GREEN.dimmed(33), 28), new Value(Light.RED, 15),
        new Value(Light.RED.dimmed(33), 13), new Value(Light.YELLOW, 62), new Value(Light.YELLOW.dimmed(33), 29),
        new Value(Light.rgb(0xFF8000), 63), new Value(Light.rgb(0xFF8000).dimmed(33), 30)])

    private static final ListedLights YELLOW_ONLY = new ListedLights('only yellow', [new Value(Light.OFF, 12), new Value(Light.YELLOW, 63)])

    private static final List<String> PORT_NAMES = [/Launch Control XL/, /Launch Control XL( MIDI 1| Launch Contro.*)?( \d{1,2})?/]

    public static final DeviceSpec SPEC = new DeviceSpec('LaunchControlXl', 'Launch Control XL', 'Launch Control XL', PORT_NAMES,
            [0x00, 0x20, 0x29, 0x61], controls(),
            new Manners(["$TEMPLATE 08 F7".toString()], 0L, [], [new Report([0xF0, 0x00, 0x20, 0x29, 0x02, 0x11, 0x77], [])]), [])

    LaunchControlXl(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    private static List<ControlSpec> controls() {
        ControlRows rows = new ControlRows()
        rows.buttons('focus', 'focus', Kind.NOTE_ON, CHANNEL, [41, 42, 43, 44, 57, 58, 59, 60], TWO_COLOURS)
        rows.buttons('control', 'control', Kind.NOTE_ON, CHANNEL, [73, 74, 75, 76, 89, 90, 91, 92], TWO_COLOURS)
        ['device', 'mute', 'solo', 'record'].eachWithIndex { String name, int i ->
            rows.button(name, Kind.NOTE_ON, CHANNEL, 105 + i, YELLOW_ONLY)
        }
        ['sendUp', 'sendDown', 'trackLeft', 'trackRight'].eachWithIndex { String name, int i ->
            rows.button(name, Kind.CC, CHANNEL, 104 + i, null)
        }
        ['top', 'mid', 'low'].eachWithIndex { String name, int row ->
            List<LightSpec> lamps = (0..<PER_ROW).collect { int i ->
                new LightSpec(TWO_COLOURS, Kind.NOTE_ON, CHANNEL, 13 + row + 16 * i)
            }
            int first = [13, 29, 49][row]
            rows.absolutes(name, name, CHANNEL, (first..first + PER_ROW - 1).toList(), lamps)
        }
        rows.absolutes('fader', 'faders', CHANNEL, (77..84).toList())
        rows.all()
    }

    @Word(says = 'xl.focus', meaning = 'The upper row of buttons, TRACK FOCUS.', example = '''
        def xl = device(LaunchControlXl)
        xl.focus.toggles().colours(on: GREEN, off: RED.brightness(33)).to(daw)''')
    Buttons getFocus() {
        buttons('focus')
    }

    @Word(says = 'xl.control', meaning = 'The lower row of buttons, TRACK CONTROL.', example = '''
        def xl = device(LaunchControlXl)
        xl.control.toggles().colours(on: YELLOW).to(daw)''')
    Buttons getControl() {
        buttons('control')
    }

    @Word(says = 'xl.knobs', meaning = 'All knobs: 1 to 8 is the top row, 17 to 24 the lowest.', example = '''
        def xl = device(LaunchControlXl)
        xl.knobs.pickup().to(daw)''')
    Knobs getKnobs() {
        knobs('knobs', 'top', 'mid', 'low')
    }

    @Word(says = 'xl.faders', meaning = 'The eight faders.', example = '''
        def xl = device(LaunchControlXl)
        xl.faders.pickup().to(daw)''')
    Faders getFaders() {
        faders('faders')
    }

    @Word(says = 'xl.mute', meaning = 'The MUTE button at the side.', example = '''
        def xl = device(LaunchControlXl)
        xl.mute.toggles().to(daw)''')
    Button getMute() {
        button('mute')
    }

    @Word(says = 'xl.solo', meaning = 'The SOLO button at the side.', example = '''
        def xl = device(LaunchControlXl)
        xl.solo.toggles().to(daw)''')
    Button getSolo() {
        button('solo')
    }

    @Word(says = 'xl.record', meaning = 'The RECORD ARM button at the side.', example = '''
        def xl = device(LaunchControlXl)
        xl.record.toggles().to(daw)''')
    Button getRecord() {
        button('record')
    }

    @Word(says = 'xl.deviceKey', meaning = 'The DEVICE button at the side.', example = '''
        def xl = device(LaunchControlXl)
        xl.deviceKey.toggles().to(daw)''')
    Button getDeviceKey() {
        button('device')
    }

    @Word(says = 'xl.sendUp', meaning = 'SEND SELECT up.', example = '''
        def xl = device(LaunchControlXl)
        xl.sendUp.onPress { synth.send(programChange(1)) }''')
    Button getSendUp() {
        button('sendUp')
    }

    @Word(says = 'xl.sendDown', meaning = 'SEND SELECT down.', example = '''
        def xl = device(LaunchControlXl)
        xl.sendDown.onPress { synth.send(programChange(2)) }''')
    Button getSendDown() {
        button('sendDown')
    }

    @Word(says = 'xl.trackLeft', meaning = 'TRACK SELECT to the left.', example = '''
        def xl = device(LaunchControlXl)
        xl.trackLeft.onPress { synth.send(programChange(1)) }''')
    Button getTrackLeft() {
        button('trackLeft')
    }

    @Word(says = 'xl.trackRight', meaning = 'TRACK SELECT to the right.', example = '''
        def xl = device(LaunchControlXl)
        xl.trackRight.onPress { synth.send(programChange(2)) }''')
    Button getTrackRight() {
        button('trackRight')
    }
}
