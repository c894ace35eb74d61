package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** Something that is on or off. What moves it is said in reactions. */
@Spoken('a switch')
class Switch {
    private final RigBuilder rig
    private final String name

    Switch(RigBuilder rig, String name) {
        this.rig = rig
        this.name = name
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @Word(says = 'switch.turnOn()', meaning = 'Turns it on.', example = '''
        def layer = keys.transpose(12).to(synth).on
        mix.soloKey.onPress { layer.turnOn() }''')
    void turnOn() {
        Now.of(rig, 'turnOn').turn(name, true)
    }

    @Word(says = 'switch.turnOff()', meaning = 'Turns it off.', example = '''
        def layer = keys.transpose(12).to(synth).on
        mix.soloKey.onPress { layer.turnOff() }''')
    void turnOff() {
        Now.of(rig, 'turnOff').turn(name, false)
    }

    @Word(says = 'switch.toggle()', meaning = 'Turns it on if it is off, and off if it is on.', example = '''
        def layer = keys.transpose(12).to(synth).on
        mix.soloKey.onPress { layer.toggle() }''')
    void toggle() {
        boolean on = Now.of(rig, 'toggle').isOn(name)
        rig.live().turn(name, !on)
    }

    @Word(says = 'switch.isOn()', meaning = 'Whether it is on.', example = '''
        def layer = keys.transpose(12).to(synth).on
        mix.soloKey.onPress { if (layer.isOn()) synth.send(programChange(4)) }''')
    boolean isOn() {
        Now.of(rig, 'isOn').isOn(name)
    }
}
