package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * Says a filter 4 in the simplest words that do the same with every message, and in {@code only}, {@code change} or
 * {@code drop} where no simpler word does. What has no effect is not said.
 */
@PackageScope
final class FilterWords {
    private final boolean systemIsIgnored
    private final Set<Integer> joined
    private final Findings findings

    /**
     * @param systemIsIgnored whether the input ignores system messages, so that a filter need not stop them
     * @param joined CCs of which the input makes 14-bit values
     */
    FilterWords(boolean systemIsIgnored, Set<Integer> joined, Findings findings) {
        this.systemIsIgnored = systemIsIgnored
        this.joined = joined
        this.findings = findings
    }

    Way of(Condition given) {
        Condition c = new Fitting(findings).fitted(given)
        Filtered f = new Filtered(c)
        if (f.takesNothing) {
            findings.skipped(c.place(), 'this filter matches no message'
                    + (c.action() == 1 ? ', so nothing passes it' : ', so it changes nothing'))
            return c.action() == 1 ? Way.NOTHING_PASSES : withoutSystem()
        }
        if (c.action() == 2) {
            if (f.takesAll) {
                findings.skipped(c.place(), 'this filter drops every message, so nothing passes it')
                return Way.NOTHING_PASSES
            }
            return new Way([Say.block('drop', f)])
        }
        if (f.takesAll && f.changesNothing) {
            findings.skipped(c.place(), 'a filter without effect')
            return withoutSystem()
        }
        if (c.action() == 0 && f.changesNothing) {
            findings.skipped(c.place(), 'a filter that changes nothing')
            return withoutSystem()
        }
        List<String> simple = c.action() == 0 && !f.takesAll ? null : Simple.words(f, joined)
        if (simple == null && f.makesUpNumbers()) {
            findings.impossible(c.place(), 'pitch bend and aftertouch have no number that another message could take; left out')
            return Way.NOTHING_PASSES
        }
        if (simple == null) return new Way([Say.block(c.action() == 0 && !f.takesAll ? 'change' : 'only', f)])
        f.kinds == Events.PLAIN && !simple.any { String w -> w.startsWith('onChannel') }
                ? withoutSystem().then(new Way(simple)) : new Way(simple)
    }

    /** System messages never pass a filter 4; no word is needed where they do not even come in. */
    private Way withoutSystem() {
        systemIsIgnored ? Way.OPEN : Way.OPEN.then('onChannel(1..16)')
    }
}
