package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Labels
import roadcase.rig.plan.Origin
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.SliderPlan
import roadcase.rig.plan.SliderPlan.Sends
import roadcase.rig.plan.Target
import roadcase.route.Shape
import roadcase.route.Shape.Form
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.script.Unfinished

/** A slider as far as it is said. Immutable: each word gives a new one. */
@Builds
@Spoken('a slider')
@Unfinished('end it with .to(...)')
final class SliderLine {
    private static final List<Form> MOVABLE =
            [Form.CC, Form.CC14, Form.NRPN, Form.RPN, Form.PROGRAM, Form.PITCH_BEND, Form.AFTERTOUCH,
             Form.KEY_AFTERTOUCH]

    private final RigBuilder rig
    private final PresetBlock preset
    private final SliderPlan plan
    /** As written: the channel of what they send may be said behind them. */
    private final List<String> names
    /** Where the script has not said where it starts. */
    private final boolean anywhere

    private SliderLine(RigBuilder rig, PresetBlock preset, SliderPlan plan, List<String> names, boolean anywhere) {
        this.rig = rig
        this.preset = preset
        this.plan = plan
        this.names = names
        this.anywhere = anywhere
    }

    /** Errors: a shape that cannot be slid. */
    @NotAWord
    static SliderLine begin(RigBuilder rig, PresetBlock preset, String label, Shape shape, Origin origin) {
        Shapes.checked(rig, shape)
        boolean program = shape.form() == Form.PROGRAM
        int low = program ? shape.low() : shape.valueLow()
        int high = program ? shape.high() : shape.valueHigh()
        if (!(shape.form() in MOVABLE)) throw rig.error('a slider moves a CC, an NRPN or a program, not a note')
        if (!program && shape.low() != shape.high())
            throw rig.error("a slider moves one number, not ${shape.low()}..${shape.high()}; say cc(74) or"
                    + ' cc(74, 0..100)')
        if (low > high) throw rig.error("$low..$high runs backwards; write $high..$low")
        if (low == high)
            throw rig.error('a slider needs somewhere to go: '
                    + (program ? "program($low..${Math.min(127, low + 3)})" : 'a range of values'))
        new SliderLine(rig, preset, new SliderPlan(label, shape, 1, false, Labels.NONE, low, Sends.NEVER,
                List.<PortPlan> of(), origin), List.<String> of(), true)
    }

    private SliderLine changed(SliderPlan other) {
        new SliderLine(rig, preset, other, names, anywhere)
    }

    @Word(says = 'slider(..).toChannel(2)', meaning = 'Sends on this channel; without it on channel 1.', example = '''
        preset('Pads') {
            slider('Cutoff', cc(74)).toChannel(2).to(synth)
        }''')
    SliderLine toChannel(int channel) {
        changed(plan.onChannel(Quantity.CHANNEL.checked(rig, channel)))
    }

    @Word(says = 'slider(..).centred()', meaning = 'Shown from its middle: 64 reads 0; what is sent is the same.',
            example = '''
        preset('Pads') {
            slider('Pan', cc(10)).centred().to(synth)
        }''')
    SliderLine centred() {
        changed(plan.fromItsMiddle())
    }

    @Word(says = "slider(..).labels(list)",
            meaning = "Names for its numbers, the first for the lowest; after | a name carries messages to send instead.",
            example = '''
        def sounds = ['Warm pad', 'Glass | CC-0-5 CC-32-0 PC-3', 'Hit | NOTE-ON-60-100 WAIT-500 NOTE-OFF-60-0']
        preset('Pads') {
            slider('Sound', program(0..2)).labels(sounds).to(synth)
        }''')
    SliderLine labels(List<String> names) {
        LabelText.read(rig, names, plan.channel())
        new SliderLine(rig, preset, plan, List.copyOf(names), anywhere)
    }

    @Word(says = 'slider(..).startsAt(100)', meaning = 'Where it stands where nothing is remembered, as it is sent.',
            example = '''
        preset('Pads') {
            slider('Cutoff', cc(74)).startsAt(100).to(synth)
        }''')
    SliderLine startsAt(int value) {
        if (value < plan.low() || value > plan.high())
            throw rig.error("startsAt($value); '${plan.label()}' goes from ${plan.low()} to ${plan.high()}")
        new SliderLine(rig, preset, plan.startingAt(value), names, false)
    }

    @Word(says = 'slider(..).sendOnSelect()', meaning = 'Sent when the preset is selected.', example = '''
        preset('Pads') {
            selectBy keys.program(5)
            slider('Cutoff', cc(74)).sendOnSelect().to(synth)
        }''')
    SliderLine sendOnSelect() {
        changed(plan.sending(Sends.ON_SELECT))
    }

    @Word(says = 'slider(..).sendWhenOn()', meaning = 'Sent whenever the preset is switched on, selected or not.',
            example = '''
        preset('Pads') {
            toggleBy keys.program(5)
            slider('Cutoff', cc(74)).sendWhenOn().to(synth)
        }''')
    SliderLine sendWhenOn() {
        changed(plan.sending(Sends.WHEN_ON))
    }

    @Word(says = 'slider(..).to(outputs...)', meaning = 'Where it sends; the slider is complete.', example = '''
        preset('Pads') {
            slider('Cutoff', cc(74)).to(synth)
        }''')
    Slider to(Destination... where) {
        if (where.length == 0) throw rig.error("'to' needs an output: to(synth)")
        List<PortPlan> ports = []
        for (Destination one : where) {
            Target target = one.target()
            if (!(target instanceof Target.ToPort))
                throw rig.error("a slider sends to ports, and '${one.name()}' is none")
            ports << ((Target.ToPort) target).port()
        }
        Labels labels = names.isEmpty() ? Labels.NONE : LabelText.read(rig, names, plan.channel())
        preset.add((anywhere && plan.centred() ? plan.startingAt(plan.zero()) : plan).to(ports, labels))
    }
}
