package roadcase.promises

import groovy.transform.CompileStatic

/** With a word of each sort in the script: what was begun ends, when hands are off or when the show ends. */
class AnythingGoesPromiseSpec extends Promise {
    @CompileStatic
    static class Anything extends Property {
        Anything() {
            super(Wild.repertoire())
        }

        @Override
        Score make(Chance chance) {
            List<Deed> deeds = Wild.deeds(chance, chance.from(20, 60), gigs)
            if (chance.oneIn(2)) deeds << Deed.quit(deeds.last().micros)
            new Score(chance.upTo(gigs.size()), deeds)
        }

        @Override
        protected String look(Score score) {
            Performance performance = new Performance(gigs, score.first)
            for (Deed deed : score.deeds) performance.does(deed)
            performance.settle()
            // what a port without a plug is owed is owed still when the show ends: nobody hears there
            List<String> heard = Wild.INSTRUMENTS - performance.away
            if (!performance.over) {
                for (Deed deed : Wild.handsOff(performance)) performance.does(deed)
                performance.waits(10)
                heard = Wild.INSTRUMENTS
            }
            Ears ears = new Ears()
            performance.sent.each { ears.hear(it) }
            List<String> left = ears.sounding(heard)
            if (left) return "$left sounds in the end"
            String fault = performance.faults.find { !it.contains('there is no output') } // what was begun before a reload
            fault
        }

        /** With the hands off at its end, as {@link #look} takes them off. */
        @Override
        protected Performance shown(Score score) {
            Performance performance = new Performance(gigs, score.first, true)
            for (Deed deed : score.deeds) performance.does(deed)
            performance.settle()
            if (!performance.over) for (Deed deed : Wild.handsOff(performance)) performance.does(deed)
            performance.waits(10)
            performance
        }
    }

    def "no note and no pedal is left on, whatever waited, was switched, pulsed, layered or sent by code"() {
        expect:
        holds('anything goes', new Anything()) == Cases.of('anything goes')
    }
}
