package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import groovy.transform.PackageScope
import java.lang.reflect.InvocationTargetException
import roadcase.docs.Word
import roadcase.midi.RealPort.Direction
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Layer
import roadcase.rig.plan.PortPlan
import roadcase.rig.plan.ValuePlan
import roadcase.script.Builds
import roadcase.script.Reading
import roadcase.units.Level
import roadcase.units.Span
import roadcase.units.Tempo

/**
 * What every script of a gig is: the words that may stand at its top.
 *
 * <p>The thread that reads the gig; {@code after} also in reactions.
 */
abstract class RigScript extends Script {
    private Reading reading

    /** Before the script runs. */
    @PackageScope
    static void begin(RigScript script, Reading reading) {
        script.@reading = reading
    }

    private RigBuilder rig() {
        reading.rig()
    }

    @Builds
    @Word(says = "device(MidiMix) · device(MidiMix, 'Left')",
            meaning = 'Known gear; with a name of your own where you have two of a kind.', gives = 'the device',
            example = '''
        def left  = device(MidiMix, 'Left')
        def right = device(MidiMix, 'Right')
        left.faders.toChannel(1).to(daw)
        right.faders.toChannel(2).to(daw)''')
    public <D extends Unit> D device(Class<D> type) {
        unit(type, null)
    }

    @Builds
    public <D extends Unit> D device(Class<D> type, String alias) {
        if (alias == null || alias.isBlank())
            throw rig().error("a second unit needs a name: device(${type.simpleName}, 'Left')")
        unit(type, alias)
    }

    private <D extends Unit> D unit(Class<D> type, String alias) {
        try {
            return type.getConstructor(RigBuilder, String).newInstance(rig(), alias)
        } catch (InvocationTargetException e) {
            throw e.cause
        }
    }

    @Builds
    @Word(says = "input('Keystation') · input('studio:12345/Keystation')",
            meaning = 'A port that messages come in at, by the name that your script uses; or one of another machine, by its address.',
            example = "input('Pedalboard').to(synth)")
    Input input(String name) {
        new InputPort(rig(), port(name, Direction.INPUT, false))
    }

    @Builds
    @Word(says = "output('Prophet') · output('studio:12345/Prophet')",
            meaning = 'A port that messages go out at, by the name that your script uses; or one of another machine, by its address.',
            example = "keys.to(output('Prophet'))")
    Output output(String name) {
        new Output(rig(), port(name, Direction.OUTPUT, false))
    }

    @Builds
    @Word(says = "virtualInput('From the DAW')", meaning = 'A port that we make, for other programs to send to.',
            example = "virtualInput('From the DAW').to(synth)")
    Input virtualInput(String name) {
        new InputPort(rig(), port(name, Direction.INPUT, true))
    }

    @Builds
    @Word(says = "virtualOutput('Masterator OUT')", meaning = 'A port that we make, for other programs to listen to.',
            example = "keys.to(virtualOutput('To the DAW'))")
    Output virtualOutput(String name) {
        new Output(rig(), port(name, Direction.OUTPUT, true))
    }

    private PortPlan port(String name, Direction direction, boolean owned) {
        rig().port(name, direction, owned)
    }

    @Builds
    @Word(says = 'clock(LINK) · clock(INTERNAL, 120.bpm) · clock(MIDI_CLOCK, keys)',
            meaning = 'What keeps time: LINK, INTERNAL or MIDI_CLOCK, from an input or the first that sends it; the tempo'
                    + ' counts when there is nobody to follow.',
            example = '''
        def time = clock(INTERNAL, 96.bpm)
        def band = clock(MIDI_CLOCK, keys)
        keys.programs().quantise(1.bar, time).to(synth)
        keys.notes().quantise(1.sixteenth, band).to(daw)''')
    Clock clock(ClockSource source) {
        new Clock(rig(), source, null, null)
    }

    @Builds
    Clock clock(ClockSource source, Tempo tempo) {
        new Clock(rig(), source, null, tempo)
    }

    @Builds
    Clock clock(ClockSource source, Gear from) {
        new Clock(rig(), source, from, null)
    }

    @Builds
    Clock clock(ClockSource source, Gear from, Tempo tempo) {
        new Clock(rig(), source, from, tempo)
    }

    @Builds
    @Word(says = "bind 'To the DAW', to: 'IAC Bus 1'",
            meaning = "This room's name for a port; it wins over all scripts, wherever it stands.", example = '''
        bind 'Keystation', to: 'Oxygen 61'
        keys.to(synth)''')
    void bind(@NamedParams([@NamedParam(value = 'to', type = String, required = true)]) Map<String, ?> named,
            String name) {
        String to = (String) named.to
        if (name == null || name.isBlank() || to == null || to.isBlank())
            throw rig().error("'bind' needs two names: bind 'To the DAW', to: 'IAC Bus 1'")
        rig().bind(name, to)
    }

    @Builds
    @Word(says = "network() · network('192.168.1.5:12345')",
            meaning = "Others reach this gig's ports: programs on this machine, or at an address of this machine all who reach that.",
            example = '''
        network()                                   // output('localhost:12345/Synth') elsewhere plays our Synth
        keys.to(synth)''')
    void network() {
        rig().network(null)
    }

    @Builds
    void network(String address) {
        if (address == null || address.isBlank()) throw rig().error("'network' without an address is network(), with one network('192.168.1.5:12345')")
        rig().network(address)
    }

    @Builds
    @Word(says = "include 'room' · include 'split', as: 'Left'",
            meaning = "Plays that script here, once; 'as' makes a second copy with its own names and memory.",
            example = '''
        include 'room'
        keys.to(synth)''')
    void include(String file) {
        rig().mustBeReading('include')
        reading.include(file, null, rig().origin())
    }

    @Builds
    void include(@NamedParams([@NamedParam(value = 'as', type = String, required = true)]) Map<String, ?> named,
            String file) {
        rig().mustBeReading('include')
        String copy = (String) named.as
        if (copy == null || copy.isBlank()) throw rig().error("a copy needs a name: include 'split', as: 'Left'")
        reading.include(file, copy, rig().origin())
    }

    @Builds
    @Word(says = 'take(controls...)', meaning = 'This script takes these controls away from what it includes.',
            example = '''
        take mix.soloKey
        mix.soloKey.onPress { synth.send(programChange(1)) }''')
    void take(Controls... controls) {
        if (controls.length == 0) throw rig().error("'take' needs a control: take mix.soloKey")
        for (Controls one : controls) rig().take(one.device(), one.names())
    }

    @Builds
    @Word(says = 'monitor(ports...)', meaning = 'Shows what passes at these ports, decoded and in hex.', example = '''
        monitor keys, synth
        keys.to(synth)''')
    void monitor(Gear... ports) {
        if (ports.length == 0) throw rig().error("'monitor' needs a port: monitor keys")
        for (Gear gear : ports) for (PortPlan port : gear.ports()) rig().monitor(port)
    }

    @Word(says = 'after(250.ms) { } · after(1.bar, link) { }',
            meaning = 'Runs your own code later; a script never waits. Beats are those of the first clock, or of the one said.',
            livesIn = 'script, reaction', example = '''
        mix.soloKey.onPress {
            synth.send(noteOn(C4, 100))
            after(500.ms) { synth.send(noteOff(C4)) }
        }''')
    void after(Span wait, Runnable code) {
        Later.run(rig(), wait, null, code)
    }

    void after(Span wait, Clock clock, Runnable code) {
        Later.run(rig(), wait, clock, code)
    }

    @Builds
    @Word(says = "remember('transpose', 0) · remember('target', -18.dB)",
            meaning = 'A value of your own that outlives reloads and evenings.', example = '''
        def count = remember('presses', 0)
        mix.soloKey.onPress { count.set(count.get() + 1) }''')
    Value remember(String name, Number start) {
        if (name == null || name.isBlank()) throw rig().error("a value needs a name: remember('presses', 0)")
        String written = rig().written(name)
        rig().value(new ValuePlan(written, start.doubleValue(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY,
                rig().origin()))
        new Value(rig(), written)
    }

    @Builds
    Value remember(String name, Level start) {
        remember(name, start.inDecibels())
    }

    @Builds
    @Word(says = "banks('Masterator') { } · banks('Masterator')",
            meaning = 'The same controls with several meanings; without a block, the banks made elsewhere.',
            example = '''
        banks('Sounds') {
            previous mix.bankLeft
            next     mix.bankRight
            bank 'Piano', channel: 1
            bank 'Organ', channel: 2
            everyBank { mix.knobs.hysteresis(3).to(synth) }
        }''')
    Banks banks(String name) {
        String written = rig().written(name)
        rig().lookUp('banks', written)
        new Banks(rig(), written)
    }

    @Builds
    Banks banks(String name, @DelegatesTo(value = BanksBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig().mustBeReading('banks')
        if (name == null || name.isBlank()) throw rig().error("banks need a name: banks('Masterator') { ... }")
        BanksBlock block = new BanksBlock(rig(), rig().written(name))
        Block.read(block, body)
        block.finish()
        new Banks(rig(), rig().written(name))
    }

    @Builds
    @Word(says = 'pages(device) { }',
            meaning = 'Several meanings of a whole device; the page you are on is remembered.', example = '''
        def apc = device(ApcMini)
        pages(apc) {
            choose apc.columnButtons, holding: apc.shift
            page('Switches') { apc.grid.toggles().to(daw) }
            page('Sounds')   { apc.grid.becomes(program(0..63)).to(synth) }
        }''')
    void pages(Device device, @DelegatesTo(value = PagesBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig().mustBeReading('pages')
        PagesBlock block = new PagesBlock(rig(), reading, device.name())
        Block.read(block, body)
        block.finish()
    }

    @Builds(butAtThePrompt = true)
    @Word(says = "preset('Deep Mind') { } · preset('Deep Mind')",
            meaning = 'A group of lines, on or off as one; without a block, the preset made elsewhere.', example = '''
        preset('Organ') {
            toggleBy keys.program(5)
            keys.toChannel(2).to(synth)
            slider('Drive', cc(76)).to(synth)
        }
        mix.mute[1].toggles().to(preset('Organ'))''')
    Preset preset(String name) {
        String written = rig().written(name)
        if (rig().isReading()) rig().lookUp('preset', written)
        new Preset(rig(), written)
    }

    @Builds
    Preset preset(String name, @DelegatesTo(value = PresetBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig().mustBeReading('preset')
        if (name == null || name.isBlank()) throw rig().error("a preset needs a name: preset('Deep Mind') { ... }")
        String written = rig().written(name)
        if (rig().place().layers().any { Layer layer -> layer instanceof Layer.Preset })
            throw rig().error("the preset '$written' stands inside another: write them one after the other")
        PresetBlock block = new PresetBlock(rig(), written)
        rig().inside(new Layer.Preset(written)) { Block.read(block, body) }
        block.finish()
        new Preset(rig(), written)
    }

    @Builds(butAtThePrompt = true)
    @Word(says = "loop('Level') { } · loop('Level')",
            meaning = 'Keeps a level: measures, compares and moves; without a block, the loop made elsewhere.', example = '''
        loop('Level') {
            measure rack.master.meter
            hold(-18.dB)
            move(rack.master.gain).between(-15.dB, 3.dB)
        }''')
    Loop loop(String name) {
        String written = rig().written(name)
        if (rig().isReading()) rig().lookUp('loop', written)
        new Loop(rig(), written)
    }

    @Builds
    Loop loop(String name, @DelegatesTo(value = LoopBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig().mustBeReading('loop')
        if (name == null || name.isBlank()) throw rig().error("a loop needs a name: loop('Level') { ... }")
        LoopBlock block = new LoopBlock(rig(), rig().written(name))
        Block.read(block, body)
        rig().loop(block.finished())
        new Loop(rig(), rig().written(name))
    }

    @Builds
    @Word(says = "panel('Stage') { }", meaning = 'A page in the browser.', example = '''
        panel('Stage') {
            surface mix
            knob('Tempo', link.tempo).between(60, 200)
        }''')
    void panel(String name, @DelegatesTo(value = PanelBlock, strategy = Closure.DELEGATE_ONLY) Closure<?> body) {
        rig().mustBeReading('panel')
        if (name == null || name.isBlank()) throw rig().error("a panel needs a name: panel('Stage') { ... }")
        PanelBlock block = new PanelBlock(rig())
        Block.read(block, body)
        rig().panel(block.finished(rig().written(name)))
    }
}
