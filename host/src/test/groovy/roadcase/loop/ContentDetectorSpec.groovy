package roadcase.loop

import groovy.transform.CompileStatic
import spock.lang.Specification

import static roadcase.loop.Programme.Kind.*

/** Speech and music, told apart by a meter's frames. */
class ContentDetectorSpec extends Specification {
    @CompileStatic
    static Map run(int seed, Programme.Kind kind, double loud) {
        Programme programme = new Programme(seed)
        programme.play(kind, loud)
        ContentDetector detector = new ContentDetector()
        int right = 0
        int changes = 0
        Content before = null
        for (int i = 0; i < 1200; i++) {
            double level = programme.frame()
            Content now = level < -50 ? detector.content() : detector.heard(level, programme.peak(), i * 50_000_000L)
            if (now != before) changes++
            before = now
            if (i >= 200 && now?.name() == kind.name()) right++
        }
        [right: right / 1000d, changes: changes]
    }

    def "#kind is recognised nearly all of the time, without flutter"() {
        given:
        def runs = (1..40).collect { run(it, kind, -18) }

        expect:
        runs.every { it.right > 0.9 }
        runs.every { it.changes <= 3 }

        where:
        kind << [SPEECH, MUSIC]
    }

    def "it takes time to say something, and to change its mind"() {
        given:
        def programme = new Programme(1)
        def detector = new ContentDetector()
        programme.play(MUSIC, -18)

        expect:
        (0..<20).every { detector.heard(programme.frame(), programme.peak(), it * 50_000_000L) == null }

        when:
        (20..<400).each { detector.heard(programme.frame(), programme.peak(), it * 50_000_000L) }

        then:
        detector.content() == Content.MUSIC

        when:
        programme.play(SPEECH, -18)
        def first = (400..<800).find { detector.heard(programme.frame(), programme.peak(), it * 50_000_000L) == Content.SPEECH }

        then:
        first != null
        first > 410
    }

    def "gains follow what is heard, or what somebody says"() {
        given:
        def gains = [(Content.SPEECH): new Gains(0.2, 0.1, 0)]
        def plant = new Plant(2)
        plant.hand(-6)
        plant.programme.play(SPEECH, -18)
        def ride = new Ride(plant, new Loop(LoopSpec.with(byContent: gains))).on().go(15)

        expect:
        ride.loop.content() == Content.SPEECH

        when:
        ride.loop.hears(Content.MUSIC)

        then:
        ride.loop.content() == Content.MUSIC
        ride.faults == []
    }
}
