package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PresetPlan
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** A group of lines that is on or off as one. */
@Spoken('a preset')
final class Preset extends Switch {
    private final RigBuilder rig
    private final String preset

    Preset(RigBuilder rig, String preset) {
        super(rig, PresetPlan.switchName(preset))
        this.rig = rig
        this.preset = preset
    }

    /** The written name of the preset itself. */
    @NotAWord
    String preset() {
        preset
    }

    @Word(says = 'preset.select()', meaning = 'Turns it on, the others off, and shows its sliders.', example = '''
        def pads  = preset('Pads')  { keys.toChannel(2).to(synth) }
        def piano = preset('Piano') { keys.toChannel(1).to(synth) }
        mix.soloKey.onPress { pads.select() }''')
    void select() {
        Now.of(rig, 'select').selectPreset(preset)
    }

    @Word(says = "preset.slider('Cutoff')", meaning = 'A slider of this preset, by its label.', example = '''
        def pads = preset('Pads') {
            slider('Cutoff', cc(74)).to(synth)
        }
        mix.soloKey.onPress { pads.slider('Cutoff').set(100) }''')
    Slider slider(String label) {
        if (rig.isReading()) rig.lookUp('slider', PresetPlan.sliderName(preset, label))
        new Slider(rig, preset, label)
    }
}
