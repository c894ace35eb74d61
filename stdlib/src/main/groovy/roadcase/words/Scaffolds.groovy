package roadcase.words

import groovy.transform.PackageScope

/** Starting points for a gig of one's own: texts beside this class, by the names of {@code roadcase new --for}. */
@PackageScope
final class Scaffolds {
    private static final List<String> NAMES = ['masterator', 'split', 'router', 'rack']

    private Scaffolds() {}

    static Map<String, String> all() {
        Map<String, String> texts = [:]
        for (String name : NAMES) texts[name] = text(name)
        texts
    }

    private static String text(String name) {
        Scaffolds.getResourceAsStream("scaffolds/${name}.groovy").withCloseable { it.getText('UTF-8') }
    }
}
