package roadcase.devices

import roadcase.docs.Word
import roadcase.midi.Kind
import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.surface.ControlSpec
import roadcase.surface.DeviceSpec
import roadcase.surface.Light.Hue
import roadcase.surface.Light.Motion
import roadcase.surface.Manners
import roadcase.surface.PaletteLights
import roadcase.surface.PaletteLights.Way
import roadcase.surface.RgbMessage
import roadcase.surface.RgbMessage.Group
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Grid

/**
 * Novation Launchpad Mini, third generation, in its programmer mode: 64 pads, eight buttons above them, eight beside.
 *
 * <p>Sources: DrivenByMoss, Zynthian and Helgobox for numbers, modes and SysEx; Novation's reference for channels 1 to 3.
 * Its palette's tints are its own and not written down here; that 5 is red, 13 yellow and 21 green is.
 */
@Spoken('the Launchpad Mini')
final class LaunchpadMini extends Device {
    private static final int SIDE = 8
    private static final int CHANNEL = 1
    private static final String HEAD = 'F0 00 20 29 02 0D'
    /** Zynthian waits as long after each change of mode. */
    private static final long MODE_NANOS = 50_000_000L

    private static final RgbMessage RGB = new RgbMessage([0xF0, 0x00, 0x20, 0x29, 0x02, 0x0D, 0x03], false, Group.TYPED_SEVEN_BITS, 81)

    private static final PaletteLights LIGHT = new PaletteLights('a palette of 128 colours', [],
            [(Hue.ON): 21, (Hue.GREEN): 21, (Hue.RED): 5, (Hue.YELLOW): 13],
            [new Way(1, Motion.STILL, 0, 100), new Way(2, Motion.BLINK, 0, 100), new Way(3, Motion.PULSE, 0, 100)], RGB, false)

    /** The port called MIDI, not the one called DAW: on Windows and Linux that is the second of the two. */
    private static final List<String> PORT_NAMES = [/Launchpad Mini MK3 LPMiniMK3 MIDI( In| Out)?/,
        /MIDI(IN|OUT)2 \(LPMiniMK3 MIDI\)/, /Launchpad Mini MK3( LPMiniMK3)? MIDI 2/, /Launchpad Mini MK3 LPMiniMK3 MI/]

    public static final DeviceSpec SPEC = new DeviceSpec('LaunchpadMini', 'Launchpad Mini mk3', 'Launchpad Mini MK3 MIDI 2',
            PORT_NAMES, [0x00, 0x20, 0x29, 0x13, 0x01, 0x00, 0x00], controls(),
            new Manners(["$HEAD 0E 01 F7".toString()], MODE_NANOS, ["$HEAD 0E 00 F7".toString()], []), [])

    LaunchpadMini(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    /** Pads from the top, where tens count from the bottom; then the row above, then the column beside, from the top. */
    private static List<ControlSpec> controls() {
        ControlRows rows = new ControlRows()
        for (int row : 1..SIDE)
            for (int column : 1..SIDE) {
                int note = (SIDE + 1 - row) * 10 + column
                rows.add(ControlRows.button("row $row column $column", 'grid', (row - 1) * SIDE + column, Kind.NOTE_ON, CHANNEL,
                        note, new roadcase.surface.LightSpec(LIGHT, Kind.NOTE_ON, CHANNEL, note)))
            }
        rows.buttons('columnButton', 'columnButtons', Kind.CC, CHANNEL, (91..98).toList(), LIGHT)
        rows.buttons('rowButton', 'rowButtons', Kind.CC, CHANNEL, [89, 79, 69, 59, 49, 39, 29, 19], LIGHT)
        rows.all()
    }

    @Word(says = 'pads.grid', meaning = 'The 64 pads; row 1 is the top, column 1 the left.', example = '''
        def pads = device(LaunchpadMini)
        pads.grid.toggles().colours(on: GREEN).to(daw)''')
    Grid getGrid() {
        grid('grid', SIDE)
    }

    @Word(says = 'pads.columnButtons', meaning = 'The row above the pads, a button for each column.', example = '''
        def pads = device(LaunchpadMini)
        pads.columnButtons.toggles().to(daw)''')
    Buttons getColumnButtons() {
        buttons('columnButtons')
    }

    @Word(says = 'pads.rowButtons', meaning = 'The buttons right of the pads, one for each row, from the top.', example = '''
        def pads = device(LaunchpadMini)
        pads.rowButtons.toggles().colours(on: RED).to(daw)''')
    Buttons getRowButtons() {
        buttons('rowButtons')
    }
}
