package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.PicturePlan
import roadcase.rig.plan.Source
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Level
import roadcase.units.Tempo

/** A number that can be moved and is kept. Levels are in dB, tempos in beats per minute. */
@Spoken('a value')
final class Value implements Signal {
    private final RigBuilder rig
    private final String name
    private final boolean isHeard

    Value(RigBuilder rig, String name) {
        this(rig, name, false)
    }

    private Value(RigBuilder rig, String name, boolean isHeard) {
        this.rig = rig
        this.name = name
        this.isHeard = isHeard
    }

    /** A value that is what comes in, and that nobody here can set. */
    @NotAWord
    static Value heard(RigBuilder rig, String name) {
        new Value(rig, name, true)
    }

    /** Whether it is what comes in, and nobody's to move. */
    @NotAWord
    boolean isHeard() {
        isHeard
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @NotAWord
    @Override
    PicturePlan.Signal shown() {
        new PicturePlan.Signal.OfValue(name)
    }

    @Word(says = 'value.get()', meaning = 'What it is now.', example = '''
        def count = remember('count', 0)
        mix.soloKey.onPress { synth.send(programChange(count.get())) }''')
    double get() {
        Now.of(rig, 'get').value(name)
    }

    @Word(says = 'value.set(3) · value.set(-18.dB) · value.set(120.bpm)', meaning = 'Moves it now.', example = '''
        def count = remember('count', 0)
        mix.soloKey.onPress { count.set(count.get() + 1) }''')
    void set(Number number) {
        if (isHeard) throw rig.error("'$name' is what comes in: it can be read, not set")
        Now.of(rig, 'set').setValue(name, number.doubleValue())
    }

    void set(Level level) {
        set(level.inDecibels())
    }

    void set(Tempo tempo) {
        set(tempo.inBpm())
    }

    @Builds
    @Word(says = 'value.onChange { x -> }', meaning = 'Runs your own code for each new value.',
            livesIn = 'script', example = '''
        def depth = remember('depth', 0)
        mix.knobs[1].to(depth)
        depth.onChange { x -> synth.send(controlChange(1, x)) }''')
    void onChange(WithNumber code) {
        new LineEnd(new Line(rig, new Source.OfValue(name))).onChange(code)
    }
}
