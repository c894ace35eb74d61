package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Action
import roadcase.rig.plan.Action.SwitchPreset.How
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Place
import roadcase.rig.plan.PresetPlan
import roadcase.rig.plan.RigError
import roadcase.rig.plan.SliderPlan
import roadcase.rig.plan.Target
import roadcase.route.Shape
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken

/** The words of {@code preset('name') { }}. */
@Builds
@Spoken('preset { }')
final class PresetBlock extends Block {
    private final String name
    private final Origin origin
    /** Where the preset stands: what switches it must play while it is off. */
    private final Place around
    private final List<SliderPlan> sliders = []
    private boolean on
    private boolean shown

    PresetBlock(RigBuilder rig, String name) {
        super(rig)
        this.name = name
        origin = rig.origin()
        around = rig.place()
    }

    @Word(says = 'startsOn()', meaning = 'It is on where nothing else is remembered.', example = '''
        preset('Piano') {
            startsOn()
            keys.to(synth)
        }''')
    void startsOn() {
        on = true
    }

    @Word(says = 'startsShown()', meaning = 'It is the one whose sliders are shown where nothing else is remembered.',
            example = '''
        preset('Piano') {
            startsShown()
            slider('Volume', cc(7)).startsAt(100).to(synth)
        }''')
    void startsShown() {
        shown = true
    }

    @Word(says = 'onBy(flow)', meaning = 'Turned on by a key, a button, a program, a value that gets somewhere.',
            example = '''
        preset('Organ') {
            onBy  keys.noteOn(C1)
            offBy keys.noteOff(C1)
            keys.toChannel(2).to(synth)
        }''')
    void onBy(Flow... by) {
        switched('onBy', by, How.ON)
    }

    @Word(says = 'offBy(flow)', meaning = 'Turned off by a key, a button, a program, a value that gets somewhere.',
            example = '''
        preset('Organ') {
            onBy  keys.cc(4).above(100)
            offBy keys.cc(4).below(20)
            keys.toChannel(2).to(synth)
        }''')
    void offBy(Flow... by) {
        switched('offBy', by, How.OFF)
    }

    @Word(says = 'toggleBy(flow)', meaning = 'Turned on and off by turns.', example = '''
        preset('Organ') {
            toggleBy keys.program(5), keys.cc(80)
            keys.toChannel(2).to(synth)
        }''')
    void toggleBy(Flow... by) {
        switched('toggleBy', by, How.TOGGLE)
    }

    @Word(says = 'selectBy(flow)', meaning = 'Turned on, the others off, and its sliders shown.', example = '''
        preset('Piano') { selectBy keys.program(0); keys.toChannel(1).to(synth) }
        preset('Organ') { selectBy keys.program(1); keys.toChannel(2).to(synth) }''')
    void selectBy(Flow... by) {
        switched('selectBy', by, How.SELECT)
    }

    private void switched(String word, Flow[] by, How how) {
        if (by.length == 0) throw rig.error("'$word' needs a trigger: $word keys.program(5)")
        for (Flow flow : by)
            rig.at(around) { new LineEnd(flow.line()).at(new Target.ToAction(new Action.SwitchPreset(name, how))) }
    }

    @Word(says = "slider('Cutoff', cc(74))",
            meaning = 'Something to move while the preset is shown; it sends CCs, programs, NRPNs.',
            gives = 'Slider', example = '''
        preset('Pads') {
            slider('Program', program(0..3)).toChannel(2).labels(['Warm', 'Glass', 'Brass', 'Choir']).to(synth)
            slider('Cutoff', cc(74)).startsAt(100).sendOnSelect().to(synth)
            slider('Pan', cc(10)).centred().to(synth)
        }''')
    SliderLine slider(String label, Shape shape) {
        if (label == null || label.isBlank()) throw rig.error("a slider needs a label: slider('Cutoff', cc(74))")
        SliderLine.begin(rig, this, label, shape, rig.origin())
    }

    @Word(says = 'always { }', meaning = 'Lines that play whether the preset is on or off.', example = '''
        preset('Organ') {
            toggleBy keys.program(5)
            keys.notes().toChannel(2).to(synth)
            always { keys.cc(64).toChannel(2).to(synth) }
        }''')
    void always(@DelegatesTo(value = HeldBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> lines) {
        rig.at(around) { read(new HeldBlock(rig), lines) }
    }

    /** A slider that is completely said. */
    @NotAWord
    protected Slider add(SliderPlan slider) {
        for (SliderPlan other : sliders)
            if (other.label() == slider.label())
                throw new RigError(slider.origin(), "'$name' has two sliders '${slider.label()}': the first is in line "
                        + other.origin().line())
        sliders << slider
        new Slider(rig, name, slider.label())
    }

    /** Gives the rig what was said. */
    @NotAWord
    void finish() {
        rig.preset(new PresetPlan(name, on, shown, sliders, around, origin))
    }
}
