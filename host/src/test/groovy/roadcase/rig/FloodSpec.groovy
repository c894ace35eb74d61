package roadcase.rig

import java.util.concurrent.TimeUnit
import roadcase.rig.plan.Origin
import spock.lang.Specification
import spock.lang.Timeout

/** One port that will not stop, and somebody who plays on another. Counted in hand-overs of the driver, not in time. */
@Timeout(60)
class FloodSpec extends Specification {
    def "a million messages on one port: all go out, in order, without memory, and the other port waits for none of those behind it"() {
        given:
        def flood = new Flood()
        def gig = new SmallGig()
        gig.keys([], gig.synth())
        gig.pads([], gig.piano())
        def faults = []
        def witness = new Witness() {
            void fault(long t, Origin where, String sentence) { faults << sentence }
            void note(long t, String sentence) {}
            void light(long t, String port, String control, boolean on) {}
        }
        Gear gear
        def conductor = new Conductor(flood, { r, w, l -> true }, witness, Remembered.NOTHING, { gear.changed() }, {})
        gear = new Gear(flood, conductor, witness)
        def declared = gig.declared()
        conductor.start()
        gear.open(declared.rig())
        conductor.prepare(declared).start()

        when:
        flood.begin()
        assert flood.done.await(50, TimeUnit.SECONDS)
        def standing = conductor.ask { Stage s -> s.standing() }

        then:
        flood.flooded == Flood.AT_ONCE * Flood.TIMES
        flood.other == Flood.TIMES
        flood.wrong == 0
        flood.latest == Flood.AT_ONCE.intdiv(2)
        flood.allocated <= HotPathSpec.MEASURING
        standing.held() == 0
        standing.lost() == 0
        standing.refused() == 0
        faults == []

        cleanup:
        conductor.close()
        gear.close()
    }
}
