package roadcase.words

import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.loop.LoopSettings
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.units.Level
import roadcase.units.Span

/** When it is silent for a loop, and when no longer. */
@Builds
@Spoken('the silence of a loop')
final class Silence {
    private static final double USUAL_GAP = 5d

    private final RigBuilder rig
    private final double below
    private long afterNanos = LoopSettings.Silence.USUAL.afterNanos()
    private double until
    private long untilNanos = LoopSettings.Silence.USUAL.untilNanos()

    Silence(RigBuilder rig, Level below) {
        this.rig = rig
        this.below = below.inDecibels()
        until = this.below + USUAL_GAP
    }

    @Word(says = 'silence(-50.dB).after(1.second)', meaning = 'It is silent once it was below that level for so long.', example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            silence(-50.dB).after(1.second)
        }''')
    Silence after(Span wait) {
        afterNanos = LoopBlock.time(rig, 'after', wait)
        this
    }

    @Word(says = 'silence(-50.dB).until(-45.dB, 0.3.seconds)', meaning = 'It is no longer silent once it was above this level for so long.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain)
            silence(-50.dB).after(1.second).until(-45.dB, 0.3.seconds)
        }''')
    Silence until(Level above, Span wait) {
        if (above.inDecibels() < below) throw rig.error("silence ends at $above, below the ${new Level(below)} where it begins")
        until = above.inDecibels()
        untilNanos = LoopBlock.time(rig, 'until', wait)
        this
    }

    @PackageScope
    LoopSettings.Silence settings() {
        new LoopSettings.Silence(below, afterNanos, until, untilNanos)
    }
}
