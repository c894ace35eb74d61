package roadcase.words

import roadcase.docs.Word
import roadcase.route.Shape
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.script.Unfinished
import roadcase.units.Level

/** A flow of numbers, from a knob, a fader or a CC: it may also move a value. */
@Builds
@Spoken('a flow of values')
@Unfinished('end it with .to(...)')
interface Values extends Flow {
    // These four stay numbers. No default bodies: Groovy 5 compiles the bridge of a narrower result in an interface
    // into a call that the JVM refuses (IncompatibleClassChangeError).

    @Override
    Values onChannel(int channel)

    @Override
    Values onChannel(IntRange channels)

    @Override
    Values toChannel(int channel)

    @Override
    Values becomes(Shape shape)

    @Word(says = 'between(0, 4) · between(-30.dB, 0.dB)', meaning = 'What the two ends of its way mean.', example = '''
        def target = remember('target', -18.dB)
        mix.master.between(-30.dB, 0.dB).to(target)''')
    default Values between(Number low, Number high) {
        line().spanning(low.doubleValue(), high.doubleValue())
    }

    default Values between(Level low, Level high) {
        line().spanning(low.inDecibels(), high.inDecibels())
    }

    @Word(says = 'scale(0..127, 20..100)',
            meaning = 'Stretches the first range over the second; what is outside stops.',
            example = 'mix.knobs[1].scale(0..127, 20..100).to(daw)')
    default Values scale(IntRange from, IntRange to) {
        line().scaledOver(from, to)
    }

    @Word(says = 'above(100)',
            meaning = 'Lets only values above this pass; as a trigger it fires once, when the value gets there.',
            example = '''
        preset('Solo') {
            onBy  keys.cc(1).above(100)
            offBy keys.cc(1).below(20)
            keys.transpose(12).to(synth)
        }''')
    default Values above(int value) {
        line().above(value)
    }

    @Word(says = 'below(20)',
            meaning = 'Lets only values below this pass; as a trigger it fires once, when the value gets there.',
            example = 'keys.pitchBend().below(0).to(synth)')
    default Values below(int value) {
        line().below(value)
    }

    @Word(says = 'exactly(64)',
            meaning = 'Lets only this value pass; as a trigger it fires once, when the value gets there.', example = '''
        preset('Solo') {
            selectBy keys.cc(20).exactly(64)
            keys.transpose(12).to(synth)
        }''')
    default Values exactly(int value) {
        line().exactly(value)
    }

    @Word(says = 'hysteresis(3)', meaning = 'After a change of meaning it is silent until it is moved by this much.',
            example = 'mix.knobs.hysteresis(3).to(daw)')
    default Values hysteresis(int steps) {
        line().hysteresis(steps)
    }

    @Word(says = 'pickup()', meaning = 'After a change of meaning it is silent until it meets the stored value.',
            example = 'mix.faders.pickup().to(daw)')
    default Values pickup() {
        line().pickup()
    }

    @Word(says = 'scaled()', meaning = 'After a change of meaning it closes in on the stored value with every move.',
            example = 'mix.faders.scaled().to(daw)')
    default Values scaled() {
        line().scaled()
    }

    @Word(says = 'jump()', meaning = 'After a change of meaning the first move counts at once.',
            example = 'mix.faders.jump().to(daw)')
    default Values jump() {
        line().jump()
    }

    @Word(says = 'echo()', meaning = 'Sends the value back to the gear.', example = 'mix.faders.echo().to(daw)')
    default Values echo() {
        line().echoing()
    }

    @Word(says = 'to(value)', meaning = 'Moves a value; the line is complete.', example = '''
        def depth = remember('depth', 0)
        keys.cc(1).between(0, 100).to(depth)''')
    default Route to(Value value) {
        new LineEnd(line()).at(value)
    }

    @Word(says = 'onChange { x -> }', meaning = 'Runs your own code for each new value; the line is complete.',
            example = 'mix.master.onChange { x -> synth.send(controlChange(7, x)) }')
    default void onChange(WithNumber code) {
        new LineEnd(line()).onChange(code)
    }
}
