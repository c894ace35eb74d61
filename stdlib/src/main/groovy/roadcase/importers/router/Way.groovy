package roadcase.importers.router

import groovy.transform.PackageScope

/** What a line says between its gear and its end: words in order; null in place of words where nothing passes. */
@PackageScope
final class Way {
    static final Way NOTHING_PASSES = new Way(null)
    static final Way OPEN = new Way([])

    private final List<String> words

    Way(List<String> words) {
        this.words = words
    }

    boolean isClosed() {
        words == null
    }

    List<String> words() {
        words
    }

    Way then(Way next) {
        closed || next.closed ? NOTHING_PASSES : new Way(words + next.words)
    }

    Way then(String word) {
        then(new Way([word]))
    }
}
