package roadcase.importers.router

import groovy.transform.PackageScope

/** What an import has to tell, each with its place. Bounded: beyond {@value #MOST} of a sort it only counts. */
@PackageScope
final class Findings {
    /** Sorts of findings, in the order of the report. */
    enum Sort {
        IMPOSSIBLE('Not expressed'), CORRECTED('Corrected'), DEFAULTED('Defaulted'), SKIPPED('Left out'), NOTED('Note')

        final String title

        private Sort(String title) {
            this.title = title
        }
    }

    static final int MOST = 200

    private final Map<Sort, Set<Finding>> said = new EnumMap<>(Sort)
    private final Map<Sort, Integer> counts = new EnumMap<>(Sort)

    @PackageScope
    record Finding(Place place, String sentence) {}

    private void say(Sort sort, Place place, String sentence) {
        Set<Finding> here = said.computeIfAbsent(sort) { new LinkedHashSet<Finding>() }
        Finding one = new Finding(place, sentence)
        if (here.contains(one)) return
        counts.merge(sort, 1, Integer::sum)
        if (here.size() < MOST) here << one
    }

    /** The words of the language have nothing for it. */
    void impossible(Place place, String sentence) {
        say(Sort.IMPOSSIBLE, place, sentence)
    }

    void corrected(Place place, String sentence) {
        say(Sort.CORRECTED, place, sentence)
    }

    void defaulted(Place place, String sentence) {
        say(Sort.DEFAULTED, place, sentence)
    }

    /** It has no effect, or is made anew by Roadcase. */
    void skipped(Place place, String sentence) {
        say(Sort.SKIPPED, place, sentence)
    }

    /** Worth knowing, though nothing was changed. */
    void noted(Place place, String sentence) {
        say(Sort.NOTED, place, sentence)
    }

    int count(Sort sort) {
        counts.getOrDefault(sort, 0)
    }

    /** Sort by sort, in the order of the file. */
    List<String> lines() {
        List<String> lines = []
        for (Sort sort : Sort.values()) {
            List<Finding> here = new ArrayList<>(said.getOrDefault(sort, Set.<Finding> of()))
            here.sort { Finding f -> f.place().line() * 100_000L + f.place().column() }
            lines.addAll(here.collect { Finding f -> "${sort.title}: ${f.place()}: ${f.sentence()}".toString() })
            int more = count(sort) - here.size()
            if (more > 0) lines << ("${sort.title}: $more more of this sort.".toString())
        }
        lines
    }

    /** {@code Corrected 3, defaulted 12, left out 5, not expressed 1.} */
    String totals() {
        String line = Sort.values().findAll { Sort s -> s != Sort.NOTED && count(s) > 0 }
                .collect { Sort s -> "${s.title.toLowerCase(Locale.ROOT)} ${count(s)}" }.join(', ')
        line.isEmpty() ? 'Nothing had to be corrected, defaulted or left out.' : line.capitalize() + '.'
    }
}
