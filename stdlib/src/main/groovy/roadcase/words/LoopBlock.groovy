package roadcase.words

import groovy.transform.NamedParam
import groovy.transform.NamedParams
import groovy.transform.PackageScope
import java.util.concurrent.atomic.AtomicBoolean
import java.util.function.BooleanSupplier
import roadcase.docs.Word
import roadcase.loop.Content
import roadcase.loop.Gains
import roadcase.loop.LoopSettings
import roadcase.loop.Strategy
import roadcase.loop.StopPolicy
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Happening
import roadcase.rig.plan.LoopPlan
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Reaction
import roadcase.script.Builds
import roadcase.script.NotAWord
import roadcase.script.Spoken
import roadcase.units.Level
import roadcase.units.Span

/** The words of {@code loop('name') { }}. */
@Builds
@Spoken('loop { }')
final class LoopBlock extends Block {
    private static final LoopSettings USUAL = LoopSettings.USUAL

    private final String name
    private final Origin origin
    private String meter
    private Move move
    private double target = USUAL.target()
    private long over = USUAL.overNanos()
    private long step = USUAL.stepNanos()
    private double deadband = USUAL.deadband()
    private Strategy strategy = USUAL.strategy()
    private Gains gains = USUAL.gains()
    private final Map<Content, Gains> byContent = [:]
    private Silence silence
    private double ceiling = USUAL.ceiling()
    private long handsOff = USUAL.handsOffNanos()
    private StopPolicy ending = USUAL.onStop()
    private Reaction pause
    private final AtomicBoolean paused = new AtomicBoolean()

    LoopBlock(RigBuilder rig, String name) {
        super(rig)
        this.name = name
        origin = rig.origin()
    }

    @Word(says = 'measure(meter)', meaning = 'What a loop listens to.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
        }''')
    void measure(Meter what) {
        if (meter != null) throw rig.error("this loop measures '$meter' already; a loop measures one meter")
        meter = what.name()
    }

    @Word(says = 'over(3.seconds)', meaning = 'How long a time it averages; 3 seconds unless you say otherwise.', example = '''
        loop('Level') {
            measure rack.master.meter
            over    5.seconds
            move(rack.master.gain)
        }''')
    void over(Span window) {
        over = time(rig, 'over', window)
    }

    @Word(says = 'hold(-18.dB)', meaning = 'The level that it keeps; -18 dB unless you say otherwise.', example = '''
        loop('Level') {
            measure rack.master.meter
            hold(-16.dB)
            move(rack.master.gain)
        }''')
    void hold(Level level) {
        target = level.inDecibels()
    }

    @Word(says = 'move(value)', meaning = 'What it moves; how far and how fast is said behind it.', example = '''
        loop('Level') {
            measure rack.slots[1].meter
            move(rack.slots[1].gain).between(-12.dB, 0.dB)
        }''')
    Move move(Value what) {
        if (move != null) throw rig.error("this loop moves '$move.value' already; a loop moves one value")
        if (what.isHeard()) throw rig.error("'${what.name()}' is what comes in: it can be read, not moved")
        move = new Move(rig, what.name())
        move
    }

    @Word(says = 'step(250.ms)', meaning = 'How often it decides; every 250 ms unless you say otherwise.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            step 500.ms
        }''')
    void step(Span every) {
        step = time(rig, 'step', every)
    }

    @Word(says = 'deadband(0.5.dB)', meaning = 'Smaller errors are left alone; 0.5 dB unless you say otherwise.', example = '''
        loop('Level') {
            measure  rack.master.meter
            move(rack.master.gain)
            deadband 1.dB
        }''')
    void deadband(Level level) {
        deadband = level.inDecibels()
    }

    @Word(says = 'strategy AUTO · strategy FEEDBACK · strategy FORWARD',
            meaning = 'How it goes to its target; AUTO unless you say otherwise.', example = '''
        loop('Level') {
            measure  rack.master.meter
            move(rack.master.gain)
            strategy FEEDBACK
        }''')
    void strategy(LoopStrategy how) {
        strategy = how.strategy()
    }

    @Word(says = 'pid p: 0.31, i: 0.31, d: 0 · pid SPEECH, p: 0.2, i: 0.1',
            meaning = 'The numbers of FEEDBACK: how hard it answers at once, over time, and how hard it brakes; others for SPEECH or MUSIC.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            pid p: 0.31, i: 0.31, d: 0
            pid SPEECH, p: 0.2, i: 0.1
        }''')
    void pid(@NamedParams([@NamedParam(value = 'p', type = Number, required = true), @NamedParam(value = 'i', type = Number),
            @NamedParam(value = 'd', type = Number)]) Map<String, ?> named) {
        gains = numbers(named)
    }

    void pid(@NamedParams([@NamedParam(value = 'p', type = Number, required = true), @NamedParam(value = 'i', type = Number),
            @NamedParam(value = 'd', type = Number)]) Map<String, ?> named, LoopContent content) {
        byContent.put(content.content(), numbers(named))
    }

    private Gains numbers(Map<String, ?> named) {
        sensibly { new Gains(number(named.p), number(named.i), number(named.d)) }
    }

    private static double number(Object given) {
        given == null ? 0d : ((Number) given).doubleValue()
    }

    @Word(says = 'silence(-50.dB)', meaning = 'In a silence it holds still; below -50 dB for a second unless you say otherwise.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            silence(-60.dB).after(2.seconds)
        }''')
    Silence silence(Level below) {
        silence = new Silence(rig, below)
        silence
    }

    @Word(says = 'ceiling(-1.dB)', meaning = 'A peak above this takes the fader down at once; -1 dB unless you say otherwise.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            ceiling(-3.dB)
        }''')
    void ceiling(Level peak) {
        ceiling = peak.inDecibels()
    }

    @Word(says = 'handsOff(10.seconds)', meaning = 'A fader that somebody else moves is theirs for so long; 10 seconds unless you say otherwise.',
            example = '''
        loop('Level') {
            measure  rack.master.meter
            move(rack.master.gain)
            handsOff 30.seconds
        }''')
    void handsOff(Span whenTouched) {
        handsOff = time(rig, 'handsOff', whenTouched)
    }

    @Word(says = 'pauseWhen { }', meaning = 'It holds still while this is so; your own code, asked four times a second.', example = '''
        def talk = rack.slots[2].mute
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            pauseWhen { talk.isOn() }
        }''')
    void pauseWhen(BooleanSupplier condition) {
        if (pause != null) throw rig.error("this loop has a pauseWhen { } already: join them with ||")
        pause = rig.reaction("loop $name pauseWhen", Reaction.On.MOMENT) { Happening what -> paused.set(condition.asBoolean) }
    }

    @Word(says = 'onStop LEAVE · onStop RESTORE', meaning = 'What it leaves behind when it ends; LEAVE unless you say otherwise.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            onStop RESTORE
        }''')
    void onStop(LoopEnding what) {
        ending = what.policy()
    }

    @NotAWord
    LoopPlan finished() {
        if (meter == null) throw rig.error("the loop '$name' measures nothing: say measure rack.master.meter")
        if (move == null) throw rig.error("the loop '$name' moves nothing: say move(rack.master.gain)")
        LoopSettings settings = sensibly {
            new LoopSettings(target, over, step, deadband, or(move.low, USUAL.low()), or(move.high, USUAL.high()),
                    or(move.fastestUp, USUAL.up()), or(move.fastestDown, USUAL.down()), strategy, gains, byContent,
                    silence == null ? LoopSettings.Silence.USUAL : silence.settings(), ceiling, handsOff, ending)
        }
        AtomicBoolean flag = paused
        new LoopPlan(name, meter, move.value, settings, pause, { flag.get() } as BooleanSupplier, origin)
    }

    private static double or(Double said, double usual) {
        said == null ? usual : said.doubleValue()
    }

    /** What makes no sense is refused in this line. */
    private <T> T sensibly(Closure<T> make) {
        try {
            return make.call()
        } catch (IllegalArgumentException wrong) {
            throw rig.error(wrong.message)
        }
    }

    @PackageScope
    static long time(RigBuilder rig, String word, Span span) {
        if (span.isMusic() || span.isNegative()) throw rig.error("$word($span): a loop goes by time, such as 3.seconds")
        span.inNanos()
    }
}
