package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.script.Unfinished

/** Buttons that are on or off, with memory and light: they may also drive a switch. */
@Builds
@Spoken('buttons that toggle')
@Unfinished('end it with .to(...)')
interface Toggles extends Flow {
    @Word(says = 'toggles().pulse()',
            meaning = 'On and off for the light, press and release for a host that toggles by itself.',
            example = 'mix.mute.toggles().pulse().to(daw)')
    default Toggles pulse() {
        line().pulsing()
    }

    @Word(says = 'colours(on: GREEN) · colours(on: GREEN, off: RED.brightness(10))',
            meaning = 'What the lights show while their button is on, and while it is off.',
            example = '''
        def apc = device(ApcMini)
        apc.grid.row(1).toggles().colours(on: GREEN, off: YELLOW).to(daw)''')
    default Toggles colours(@NamedParams([@NamedParam(value = 'on', type = Light), @NamedParam(value = 'off', type = Light)])
            Map<String, ?> named) {
        line().looking((Light) named.on, (Light) named.off)
    }

    @Word(says = 'to(switch)', meaning = 'Drives a switch, and the light shows that switch; the line is complete.',
            example = '''
        def layer = keys.transpose(12).to(synth)
        mix.mute[1].toggles().to(layer.on)''')
    default Route to(Switch driven) {
        new LineEnd(line()).at(driven)
    }
}
