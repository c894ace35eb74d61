package roadcase.words

import roadcase.docs.Word
import roadcase.rig.PresetStanding.SliderStanding
import roadcase.rig.RigBuilder
import roadcase.rig.Spelling
import roadcase.rig.plan.Labels.Label
import roadcase.script.Spoken

/** Something to move on a face, which sends what it stands at. */
@Spoken('a slider')
final class Slider {
    private final RigBuilder rig
    private final String preset
    private final String label

    Slider(RigBuilder rig, String preset, String label) {
        this.rig = rig
        this.preset = preset
        this.label = label
    }

    @Word(says = 'slider.get()', meaning = 'Where it stands, as it is sent.', example = '''
        def pads = preset('Pads') {
            slider('Cutoff', cc(74)).to(synth)
        }
        mix.soloKey.onPress { synth.send(controlChange(74, 127 - pads.slider('Cutoff').get())) }''')
    int get() {
        Now.of(rig, 'get').slider(preset, label).value()
    }

    @Word(says = "slider.set(100) · slider.set('Brass')",
            meaning = 'Moves it, which sends; to a number as it is sent, or to a label.',
            example = '''
        def pads = preset('Pads') {
            slider('Sound', program(0..1)).labels(['Warm pad', 'Brass']).to(synth)
        }
        mix.soloKey.onPress { pads.slider('Sound').set('Brass') }''')
    void set(Number value) {
        Now.of(rig, 'set').moveSlider(preset, label, value.doubleValue())
    }

    void set(String name) {
        SliderStanding stands = Now.of(rig, 'set').slider(preset, label)
        set(stands.meant(name).orElseThrow { ->
            new IllegalArgumentException("the slider '$label' has no label '$name'"
                    + Spelling.didYouMean(name, stands.labels().collect { Label l -> l.text() }))
        })
    }
}
