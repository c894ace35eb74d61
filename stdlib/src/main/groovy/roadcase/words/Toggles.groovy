package roadcase.words

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

    @Word(says = 'to(switch)', meaning = 'Drives a switch, and the light shows that switch; the line is complete.',
            example = '''
        def layer = keys.transpose(12).to(synth)
        mix.mute[1].toggles().to(layer.on)''')
    default Route to(Switch driven) {
        new LineEnd(line()).at(driven)
    }
}
