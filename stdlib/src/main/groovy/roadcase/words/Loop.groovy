package roadcase.words

import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.rig.plan.LoopPlan
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Level

/** Something that keeps a level. */
@Spoken('a loop')
final class Loop {
    private final RigBuilder rig
    private final String name

    Loop(RigBuilder rig, String name) {
        this.rig = rig
        this.name = name
    }

    /** The written name. */
    @NotAWord
    String name() {
        name
    }

    @Word(says = 'loop.target', meaning = 'The level that it keeps, in dB, as a value.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.knobs[1].between(-30.dB, -10.dB).to(level.target)''')
    Value getTarget() {
        new Value(rig, LoopPlan.targetName(name))
    }

    @Word(says = 'loop.kp', meaning = 'How hard it answers an error at once, as a value.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.knobs[1].between(0, 2).to(level.kp)''')
    Value getKp() {
        gain('p' as char)
    }

    @Word(says = 'loop.ki', meaning = 'How hard it answers an error that stays, as a value.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.knobs[2].between(0, 2).to(level.ki)''')
    Value getKi() {
        gain('i' as char)
    }

    @Word(says = 'loop.kd', meaning = 'How hard it brakes a change, as a value; 0 is usual for sound.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.knobs[3].between(0, 1).to(level.kd)''')
    Value getKd() {
        gain('d' as char)
    }

    private Value gain(char which) {
        new Value(rig, LoopPlan.gainName(name, which))
    }

    @Word(says = 'loop.measured', meaning = 'The level that it hears, averaged, in dB: to show and to read.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        panel('Stage') { graph level.measured, level.target, last: 60.seconds }''')
    Value getMeasured() {
        Value.heard(rig, LoopPlan.measuredName(name))
    }

    @Word(says = 'loop.output', meaning = 'Where it has put its fader, in dB: to show and to read.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        panel('Stage') { graph level.output }''')
    Value getOutput() {
        Value.heard(rig, LoopPlan.outputName(name))
    }

    @Word(says = 'loop.running', meaning = 'Whether it runs, as a switch; it is remembered.', example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.mute[1].toggles().to(level.running)''')
    Switch getRunning() {
        new Switch(rig, LoopPlan.runningName(name))
    }

    @Word(says = 'loop.tune(3.dB)', livesIn = 'reaction',
            meaning = 'Two steps, down by so much and up again, from which it proposes numbers; you accept them at the shell.',
            example = '''
        def level = loop('Level') { measure rack.master.meter; move(rack.master.gain) }
        mix.soloKey.onPress { level.tune(3.dB) }''')
    void tune(Level step) {
        Now.of(rig, 'tune').tuneLoop(name, step.inDecibels())
    }
}
