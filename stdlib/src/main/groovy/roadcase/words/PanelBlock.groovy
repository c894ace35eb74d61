package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Happening
import roadcase.rig.plan.PanelPlan
import roadcase.rig.plan.PanelPlan.Item
import roadcase.rig.plan.Reaction
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Span

/** The words of {@code panel('name') { }}: what a page in the browser shows, from top to bottom. */
@Spoken('panel { }')
final class PanelBlock extends Block {
    private final List<Item> items = []

    PanelBlock(RigBuilder rig) {
        super(rig)
    }

    @Builds
    @Word(says = 'surface(device)', meaning = 'Shows a device as it looks, with its lights.',
            example = "panel('Stage') { surface mix }")
    void surface(Device device) {
        add('surface', '', [device.name()])
    }

    @Builds
    @Word(says = 'overview(banks)', meaning = 'Shows all banks at a glance.', example = '''
        def four = banks('Sounds') {
            next mix.bankRight
            bank 'A', channel: 1
            bank 'B', channel: 2
            everyBank { mix.mute.toggles().to(daw) }
        }
        panel('Stage') { overview four }''')
    void overview(Banks banks) {
        add('overview', '', [banks.name()])
    }

    @Builds
    @Word(says = "knob('label', value) · .between(low, high)", meaning = 'A knob that turns a value.',
            gives = 'PanelKnob', example = "panel('Stage') { knob('Tempo', link.tempo).between(60, 200) }")
    PanelKnob knob(String label, Value value) {
        add('knob', label, [value.name()])
        new PanelKnob(this, items.size() - 1)
    }

    @Builds
    @Word(says = "toggle('label', switch)", meaning = 'Shows a switch and turns it.', example = '''
        def layer = keys.transpose(12).to(synth)
        panel('Stage') { toggle 'Octave', layer.on }''')
    void toggle(String label, Switch shown) {
        add('toggle', label, [shown.name()])
    }

    @Builds
    @Word(says = "meter('label', slot.meter)",
            meaning = 'Shows how loud a slot is, or the master; also several meters side by side.', example = '''
        rack.slot(1, 'Lead') { instrument 'Poly' }
        panel('Stage') { meter 'Lead', rack.slot('Lead').meter }''')
    void meter(String label, Meter meter) {
        add('meter', label, [meter.name()])
    }

    @Builds
    void meter(String label, List<Meter> meters) {
        List<String> names = []
        for (Meter one : meters) names << one.name()
        add('meter', label, names)
    }

    @Builds
    @Word(says = "button('label') { }", meaning = 'A button that runs your own code.',
            example = "panel('Stage') { button('Next song') { synth.send(programChange(7)) } }")
    void button(String label, Runnable code) {
        rig.mustBeReading('button')
        Reaction reaction = rig.reaction("panel button $label", Reaction.On.MOMENT) { Happening what -> code.run() }
        add('button', label, [], ['press': reaction])
    }

    @Builds
    @Word(says = 'graph(values..., last: 60.seconds)', meaning = 'Draws values over time.',
            example = "panel('Stage') { graph link.tempo, last: 60.seconds }")
    void graph(Value... shown) {
        add('graph', '', namesOf(shown))
    }

    @Builds
    void graph(@NamedParams([@NamedParam(value = 'last', type = Span)]) Map<String, ?> named, Value first, Value... more) {
        add('graph', '', [first.name(), *namesOf(more)], ['last': named.last])
    }

    private static List<String> namesOf(Value... shown) {
        List<String> names = []
        for (Value one : shown) names << one.name()
        names
    }

    private void add(String kind, String label, List<String> subjects, Map<String, Object> settings = [:]) {
        rig.mustBeReading(kind)
        items << new Item(kind, label, subjects, settings, rig.origin())
    }

    /** Says more about an item that is there already. */
    protected void set(int item, Map<String, Object> more) {
        Item old = items[item]
        items[item] = new Item(old.kind(), old.label(), old.subjects(), old.settings() + more, old.origin())
    }

    @NotAWord
    PanelPlan finished(String name) {
        new PanelPlan(name, List.copyOf(items), rig.origin())
    }
}
