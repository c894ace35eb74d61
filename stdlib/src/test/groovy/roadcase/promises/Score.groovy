package roadcase.promises

import groovy.transform.CompileStatic

/** A case: what plays first, and what is done then. */
@CompileStatic
final class Score {
    final int first
    final List<Deed> deeds

    Score(int first, List<Deed> deeds) {
        this.first = first
        this.deeds = deeds
    }

    Score without(int from, int count) {
        List<Deed> left = new ArrayList<>(deeds)
        left.subList(from, from + count).clear()
        new Score(first, left)
    }
}
