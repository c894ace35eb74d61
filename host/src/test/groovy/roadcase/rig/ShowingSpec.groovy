package roadcase.rig

import roadcase.rig.plan.*
import spock.lang.Specification

/** What runs by itself can ask whether the place where it was written holds now. */
class ShowingSpec extends Specification {
    final SmallGig gig = new SmallGig()
    final Layer.Page first = new Layer.Page('Box', 'A')
    final Layer.Page second = new Layer.Page('Box', 'B')

    private StageUnderTest stage() {
        gig.box()
        gig.builder.pages(new PagesPlan('Box', ['A', 'B'].collect { new PagesPlan.PagePlan(it, gig.here()) }, true, gig.here()))
        [first, second].each { page ->
            gig.builder.inside(page) {
                picture("of $page.page")
                gig.builder.inside(new Layer.EveryBank('two')) { gig.keys([], gig.synth()) }
                gig.builder.inside(new Layer.Bank('two', 'Y')) { gig.keys([], gig.synth()) }
            }
        }
        gig.builder.banks(new BanksPlan('two', ['X', 'Y'].collect { new BanksPlan.BankPlan(it, 1, [], gig.here()) }, true, Place.TOP, gig.here()))
        gig.keys([], gig.synth())
        new StageUnderTest(gig.declared())
    }

    private void picture(String name) {
        gig.builder.light(new LightPlan('Box', 'pad 1', new LightPlan.LightSource.Painted(name, 0), gig.builder.placeOf('Box'), gig.here()))
    }

    def "a place holds while its page is shown, its bank is active"() {
        given:
        def under = stage()
        def stage = under.stage
        def places = [Place.TOP, Place.TOP.inside(first), Place.TOP.inside(second),
                      Place.TOP.inside(second).inside(new Layer.EveryBank('two')), Place.TOP.inside(second).inside(new Layer.Bank('two', 'Y'))]
        def showing = places.collect { stage.wiring().showing(it) }

        expect:
        showing*.now() == [true, true, false, false, false]

        when:
        stage.goPage('Box', 'B')

        then:
        showing*.now() == [true, false, true, true, false]

        when:
        stage.goBank('two', 'Y')

        then:
        showing*.now() == [true, false, true, true, true]
    }

    def "on a page that stands around an included file only what belongs to the page's device is placed"() {
        given:
        Map<String, Place> places = [:]
        def own = new Layer.Page('Other', 'C')
        gig.builder.inside(first) {
            gig.builder.including {
                gig.builder.inside(own) { gig.builder.inside(new Layer.Preset('P')) { ['Box', 'Other', null].each { places[it] = gig.builder.placeOf(it) } } }
            }
            places['after'] = gig.builder.placeOf(null)
        }

        expect:
        places['Box'].layers() == [first, own, new Layer.Preset('P')]
        places['Other'].layers() == [own, new Layer.Preset('P')]
        places[null].layers() == [own, new Layer.Preset('P')]
        places['after'].layers() == [first]
    }
}
