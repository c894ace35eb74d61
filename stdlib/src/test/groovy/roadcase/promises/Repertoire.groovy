package roadcase.promises

import groovy.transform.CompileStatic
import roadcase.played.Scripts
import roadcase.rig.Declared

/**
 * Variants of one gig that replace each other while it plays, and edits of it that hold a mistake. A script is compiled
 * once and read once for each time it plays in one case, for every reading is a rig of its own.
 *
 * <p>To try a new gig: put its text into the lists of a Spec here, or make a Repertoire of its own with a Property.
 */
@CompileStatic
class Repertoire {
    final List<String> names
    final List<String> texts
    final List<String> mistakes
    private final List<List<Declared>> read
    private final int[] used

    /** @param scripts by name; the names are those of files without their ends */
    Repertoire(Map<String, String> scripts, List<String> mistakes = []) {
        names = scripts.keySet().toList()
        texts = scripts.values().collect { it.stripIndent() }
        this.mistakes = mistakes*.stripIndent()
        read = texts.collect { [Scripts.declared(it)] as List<Declared> }
        used = new int[texts.size()]
    }

    int size() {
        texts.size()
    }

    /** A new case begins: no rig is used yet. */
    void begin() {
        Arrays.fill(used, 0)
    }

    /** A rig that plays nowhere else in this case. */
    Declared declared(int script) {
        List<Declared> all = read[script]
        int i = used[script]++
        if (i == all.size()) all << Scripts.declared(texts[script])
        all[i]
    }

    /** Reads an edit that holds a mistake, as a reload does. @return what is wrong with it */
    String refused(int mistake) {
        Scripts.refused(mistakes[mistake])
    }
}
