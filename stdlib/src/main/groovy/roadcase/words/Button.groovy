package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken

/** A button, with its light if it has one. */
@Spoken('a button')
class Button extends Controls {
    Button(RigBuilder rig, String device, String name) {
        super(rig, device, [name])
    }

    @Builds
    @Word(says = 'button.toggles() · row.toggles()',
            meaning = 'A press switches on or off; it keeps its state, and its light shows it.',
            example = 'mix.mute.toggles().to(daw)')
    Toggles toggles() {
        line().toggling()
    }

    @Builds
    @Word(says = 'button.pulse() · row.pulse()',
            meaning = 'Its light goes on and off with each press; press and release go out as they are.',
            example = 'mix.recArm.pulse().to(daw)')
    Toggles pulse() {
        line().pulsing()
    }

    @Builds
    @Word(says = 'button.onPress { }', meaning = 'Runs your own code at each press.',
            example = 'mix.soloKey.onPress { synth.send(programChange(3)) }')
    void onPress(Runnable code) {
        new LineEnd(line()).onPress(code)
    }

    @Word(says = 'button.lit · button.lit = true', meaning = 'Whether its light is on; in a reaction you can set it.',
            livesIn = 'reaction', example = 'mix.bankLeft.onPress { mix.bankLeft.lit = !mix.bankLeft.lit }')
    boolean isLit() {
        Now.of(rig, 'lit').isLit(device(), names()[0])
    }

    @Word(says = 'button.light · button.light = GREEN.blink', meaning = 'What its light shows; in a reaction you can set it.',
            livesIn = 'reaction', example = '''
        def apc = device(ApcMini)
        apc.grid.pad(1, 8).onPress { apc.grid.pad(1, 8).light = RED }''')
    Light getLight() {
        new Light(Now.of(rig, 'light').shows(device(), names()[0]))
    }

    void setLight(Light light) {
        Now.of(rig, 'light').show(device(), names()[0], light.shown())
    }

    void setLit(boolean on) {
        Now.of(rig, 'lit').light(device(), names()[0], on)
    }
}
