package roadcase.devices

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Spoken
import roadcase.surface.DeviceSpec
import roadcase.words.Button
import roadcase.words.Buttons
import roadcase.words.Device
import roadcase.words.Fader
import roadcase.words.Faders
import roadcase.words.Grid

/**
 * Akai APC mini, both generations: 64 pads, eight buttons below them, eight beside them, SHIFT, eight faders and a master.
 * Which generation plays is told by the name of its port, or by its answer to an identity request; what they are is in
 * {@link ApcMiniFacts}.
 */
@Spoken('the APC mini')
final class ApcMini extends Device {
    public static final DeviceSpec SPEC = ApcMiniFacts.both()

    ApcMini(RigBuilder rig, String alias) {
        super(rig, SPEC, alias)
    }

    @Word(says = 'apc.grid', meaning = 'The 64 pads; row 1 is the top, column 1 the left.', example = '''
        def apc = device(ApcMini)
        apc.grid.toggles().colours(on: GREEN).to(daw)''')
    Grid getGrid() {
        grid('grid', ApcMiniFacts.SIDE)
    }

    @Word(says = 'apc.columnButtons', meaning = 'The row below the pads, a button for each column.', example = '''
        def apc = device(ApcMini)
        apc.columnButtons.toggles().to(daw)''')
    Buttons getColumnButtons() {
        buttons('columnButtons')
    }

    @Word(says = 'apc.rowButtons', meaning = 'The buttons right of the pads, one for each row, from the top.', example = '''
        def apc = device(ApcMini)
        apc.rowButtons[1].toggles().to(daw)''')
    Buttons getRowButtons() {
        buttons('rowButtons')
    }

    @Word(says = 'apc.shift', meaning = 'SHIFT; it has no light.', example = '''
        def apc = device(ApcMini)
        apc.shift.onPress { synth.send(programChange(1)) }''')
    Button getShift() {
        button('shift')
    }

    @Word(says = 'apc.faders', meaning = 'The eight faders below the columns.', example = '''
        def apc = device(ApcMini)
        apc.faders.pickup().to(daw)''')
    Faders getFaders() {
        faders('faders')
    }

    @Word(says = 'apc.master', meaning = 'The ninth fader.', example = '''
        def apc = device(ApcMini)
        apc.master.becomes(cc(7)).to(synth)''')
    Fader getMaster() {
        fader('master')
    }
}
