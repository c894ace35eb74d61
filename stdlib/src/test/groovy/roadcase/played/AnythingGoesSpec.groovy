package roadcase.played

import roadcase.promises.Wild
import spock.lang.Specification

/** Whatever a performer does, in whatever order: what was begun ends, and lights tell the truth. */
class AnythingGoesSpec extends Specification {
    static final List<String> GIGS = Wild.LINES.values()*.stripIndent()
    /** The first ones have all the gear; the others are what an edit may leave of it. */
    static final int WHOLE = 4

    def "whatever is played, nothing is left on and the lights are true (#seed)"() {
        given:
        def gig = Played.script(GIGS[seed % WHOLE])
        def performer = new Performer(seed, gig, GIGS)

        when:
        performer.performs(120)
        performer.stops()
        if (seed % 2) gig.quits()
        boolean hasMix = gig.at(gig.seconds() + 0.001).stage().rig().devices()
        def meant = hasMix ? gig.lightsMeant() : []
        def lights = hasMix ? gig.lights() : []
        gig.at(gig.seconds() + 5)
        def left = ['Synth', 'Piano'].collectMany { gig.sounding(it) }

        then:
        left.isEmpty() || saying(gig, left)
        lights == meant || saying(gig, lights)
        gig.faults().every { it ==~ /.*there is no output '(Synth|Piano)' any more.*/ }   // what was begun before a reload

        where:
        seed << (1..300)
    }

    static boolean saying(Played gig, Object what) {
        throw new AssertionError("left: $what after\n${gig.events.join('\n')}" as Object)
    }
}
