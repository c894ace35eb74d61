package roadcase.words

import roadcase.midi.Kind
import roadcase.midi.Message
import roadcase.midi.Packed
import roadcase.rig.PresetStanding.SliderStanding
import roadcase.rig.Live
import roadcase.rig.Rig
import roadcase.rig.plan.Happening
import roadcase.rig.plan.Reaction
import roadcase.rig.plan.RoutePlan
import roadcase.rig.plan.Source
import roadcase.rig.plan.Target
import roadcase.rig.plan.Wait
import spock.lang.Specification

class ReactionSpec extends Specification {
    def stage = new Stand()

    def "a press runs the script's code"() {
        given:
        def reaction = reaction('mix.soloKey.onPress { synth.send(noteOn(C4, 100)) }')

        when:
        reaction.handler().react(new Happening())

        then:
        reaction.on() == Reaction.On.PRESS
        stage.calls == [['send', 'Synth', '90 3C 64']]
    }

    def "a message tells what it is, and may be kept for later"() {
        given:
        def reaction = reaction('''keys.notes().onEvent { m ->
            after(1.second) { synth.send(noteOn(m.note, m.velocity).toChannel(m.channel)) }
            if (m.isOn() && m.isOn) synth.send(controlChange(m.number, m.value))
            }''')
        def what = happening(Kind.NOTE_ON, 3, 60, 99)

        when:
        reaction.handler().react(what)
        what.copy(happening(Kind.NOTE_OFF, 1, 1, 1))
        stage.later.run()

        then:
        reaction.on() == Reaction.On.EVENT
        stage.calls == [['after', 1_000_000_000L, 0d, 0d, null], ['send', 'Synth', 'B0 3C 63'], ['send', 'Synth', '92 3C 63']]
    }

    def "a bend at rest is 0"() {
        given:
        def what = happening(Kind.PITCH_BEND, 1, 0, 0x40)
        what.value = 8192

        expect:
        new Event(what).value == 0
    }

    def "a new value is told to the code"() {
        given:
        def reaction = reaction("mix.master.between(0, 4).onChange { x -> remembered.set(x + 1) }")
        def what = new Happening(value: 2.5d)

        when:
        reaction.handler().react(what)

        then:
        reaction.on() == Reaction.On.CHANGE
        stage.calls == [['setValue', 'remembered', 3.5d]]
    }

    def "a value can be watched"() {
        when:
        def route = playing('remembered.onChange { x -> synth.send(controlChange(1, x)) }')[0]

        then:
        route.source() == new Source.OfValue('remembered')
    }

    def "a reaction reads and moves the gig: #said"() {
        given:
        def reaction = reaction("mix.soloKey.onPress { $said }")

        when:
        reaction.handler().react(new Happening())

        then:
        stage.calls == [call]

        where:
        said                                          || call
        'remembered.set(remembered.get() + 1)'        || ['setValue', 'remembered', 8d]
        'remembered.set(-18.dB)'                      || ['setValue', 'remembered', -18d]
        'link.tempo.set(96.bpm)'                      || ['setValue', 'LINK tempo', 96d]
        'layer.turnOn()'                              || ['turn', 'Layer', true]
        'layer.turnOff()'                             || ['turn', 'Layer', false]
        'layer.toggle()'                              || ['turn', 'Layer', false]
        "four.go('B')"                                || ['goBank', 'Four', 'B']
        'mix.mute[1].lit = !mix.mute[1].lit'          || ['light', 'MidiMix', 'mute 1', false]
        'synth.send(programChange(remembered.get()))' || ['send', 'Synth', 'C0 07']
        'after(2.beats) { }'                          || ['after', 0L, 2d, 0d, null]
    }

    def "reactions in blocks may wait as well"() {
        given:
        def reaction = bankReaction('onEnter { after(250.ms) { synth.send(noteOff(C4)) } }')

        when:
        reaction.handler().react(new Happening())

        then:
        stage.calls == [['after', 250_000_000L, 0d, 0d, null]]
    }

    def "reactions have names that an edit elsewhere does not change"() {
        when:
        def routes = playing('''
            mix.soloKey.onPress { }
            mix.soloKey.onPress { }
            keys.noteOn(C1).onEvent { m -> }
            ''')

        then:
        routes.collect { (it.targets()[0] as Target.ToReaction).reaction().id() } ==
                ['MidiMix / soloKey press', 'MidiMix / soloKey press #2', 'Keystation event']
    }

    private Reaction reaction(String said) {
        def targets = playing(said).collectMany { it.targets() }
        (targets.find { it instanceof Target.ToReaction } as Target.ToReaction).reaction()
    }

    private Reaction bankReaction(String said) {
        rig("banks('Six') { bank('A') { $said } }").banks('Six').banks()[0].onEnter()[0]
    }

    private List<RoutePlan> playing(String said) {
        rig(said).routes().findAll { it.name() != 'Layer' }
    }

    private Rig rig(String said) {
        def gig = new Gig()
        def rig = gig.read(Gig.GEAR + '''
            def remembered = remember('remembered', 0)
            def layer = keys.to(synth).named('Layer').on
            def four = banks('Four')
            ''' + said)
        gig.rig.live.connect(stage)
        rig
    }

    private static Happening happening(Kind kind, int channel, int data1, int data2) {
        new Happening(packed: Packed.of(kind, channel, data1, data2), channel: channel, number: data1, value: data2)
    }

    /** Remembers what it is told; a value is 7, switches are on and lights lit. */
    private static class Stand implements Live {
        final List calls = []
        Runnable later

        void send(String output, Message message) { calls << ['send', output, message.hex()] }

        void play(int slot, int note, int velocity, long nanos) { calls << ['play', slot, note, velocity, nanos] }

        double value(String name) { 7d }

        void setValue(String name, double value) { calls << ['setValue', name, value] }

        boolean isOn(String name) { true }

        void turn(String name, boolean on) { calls << ['turn', name, on] }

        void goBank(String group, String bank) { calls << ['goBank', group, bank] }

        String bank(String group) { 'A' }

        void selectPreset(String preset) { calls << ['selectPreset', preset] }

        SliderStanding slider(String preset, String label) { new SliderStanding(label, 7, 0, 127, '7', 0, []) }

        void moveSlider(String preset, String label, double value) { calls << ['moveSlider', preset, label, value] }

        boolean isLit(String device, String control) { true }

        void light(String device, String control, boolean on) { calls << ['light', device, control, on] }

        roadcase.surface.Light shows(String device, String control) { roadcase.surface.Light.GREEN }

        void show(String device, String control, roadcase.surface.Light light) { calls << ['show', device, control, light.toString()] }

        void after(Wait wait, Runnable what) {
            calls << ['after', wait.nanos(), wait.beats(), wait.bars(), wait.clock()]
            later = what
        }

        void tuneLoop(String loop, double decibels) { calls << ['tuneLoop', loop, decibels] }

        void say(String text) { calls << ['say', text] }
    }
}
