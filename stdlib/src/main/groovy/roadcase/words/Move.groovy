package roadcase.words

import groovy.transform.PackageScope
import roadcase.docs.Word
import roadcase.rig.RigBuilder
import roadcase.script.Builds
import roadcase.script.Spoken
import roadcase.units.Level
import roadcase.units.Rate

/** What a loop moves, how far and how fast. */
@Builds
@Spoken('what a loop moves')
final class Move {
    private final RigBuilder rig
    @PackageScope final String value
    @PackageScope Double low
    @PackageScope Double high
    @PackageScope Double fastestUp
    @PackageScope Double fastestDown

    Move(RigBuilder rig, String value) {
        this.rig = rig
        this.value = value
    }

    @Word(says = 'move(value).between(-15.dB, 3.dB)', meaning = 'How far a loop may move it; -15 to 3 dB unless you say otherwise.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain).between(-15.dB, 3.dB)
        }''')
    Move between(Level lowest, Level highest) {
        if (lowest >= highest) throw rig.error("between($lowest, $highest) runs backwards: the lower limit comes first")
        low = lowest.inDecibels()
        high = highest.inDecibels()
        this
    }

    @Word(says = 'move(value).up(2.dB.perSecond)', meaning = 'How fast a loop may make it louder; 2 dB a second unless you say otherwise.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain).up(2.dB.perSecond).down(5.dB.perSecond)
        }''')
    Move up(Rate fastest) {
        fastestUp = positive('up', fastest)
        this
    }

    @Word(says = 'move(value).down(5.dB.perSecond)', meaning = 'How fast a loop may make it quieter; 5 dB a second unless you say otherwise.',
            example = '''
        loop('Level') {
            measure rack.master.meter
            move(rack.master.gain).down(5.dB.perSecond)
        }''')
    Move down(Rate fastest) {
        fastestDown = positive('down', fastest)
        this
    }

    private double positive(String word, Rate fastest) {
        double rate = fastest.inDecibelsPerSecond()
        if (rate <= 0d) throw rig.error("$word($fastest): a rate is more than 0, also on the way down")
        rate
    }
}
