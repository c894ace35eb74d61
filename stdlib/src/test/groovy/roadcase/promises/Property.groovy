package roadcase.promises

import groovy.transform.CompileStatic

/** Something that holds for every case. */
@CompileStatic
abstract class Property {
    final Repertoire gigs

    Property(Repertoire gigs) {
        this.gigs = gigs
    }

    abstract Score make(Chance chance)

    /** @return what is wrong, or null; throws where the product does */
    protected abstract String look(Score score)

    /** Plays the case to be printed. */
    protected Performance shown(Score score) {
        Performance performance = new Performance(gigs, score.first, true)
        for (Deed deed : score.deeds) performance.does(deed)
        performance.waits(0)
        performance
    }

    final String fault(Score score) {
        try {
            return look(score)
        } catch (Exception | AssertionError thrown) {
            StackTraceElement at = thrown.stackTrace.find { it.className.startsWith('roadcase.') }
            return "$thrown at $at"
        }
    }
}
