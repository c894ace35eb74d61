package roadcase.importers.router

import groovy.transform.PackageScope

/** A filter 4 in half a sentence; empty where it has no effect. Pure. */
@PackageScope
final class ConditionSentence {
    private ConditionSentence() {}

    static String of(Condition c) {
        Filtered f = new Filtered(c)
        if (f.takesNothing) return c.action() == 1 ? 'nothing passes, because the filter matches no message' : ''
        String what = what(f)
        String changes = changes(f)
        boolean all = f.takesAll || what == EVERYTHING
        if (c.action() == 2) return all ? 'everything is deleted' : "$what deleted, the rest passes"
        if (all && changes.isEmpty()) return ''
        if (c.action() == 0) return changes.isEmpty() ? '' : all ? changes : "of $what $changes, the rest passes unchanged"
        changes.isEmpty() ? "only $what" : all ? changes : "only $what, $changes"
    }

    private static final String EVERYTHING = 'all messages'

    private static String what(Filtered f) {
        List<String> parts = [f.kinds == Events.PLAIN ? EVERYTHING : f.kinds.containsAll(Events.NOTES) && f.kinds.size() == 2
                ? 'notes' : f.kinds.collect { int e -> Events.said(e) }.join(', ')]
        narrowed(parts, 'on channel', f.channel(), Filtered.LOWEST_CHANNEL, Filtered.HIGHEST_CHANNEL)
        narrowed(parts, f.kinds.size() == 1 || f.kinds == Events.NOTES ? 'number' : 'first byte', f.data1(), 0, f.highest)
        narrowed(parts, f.kinds == Events.NOTES ? 'velocity' : 'value', f.data2(), 0, f.highest)
        parts.join(' ')
    }

    private static void narrowed(List<String> parts, String what, Ranges ranges, int low, int high) {
        if ((low..high).every { int v -> ranges.of(v) >= 0 }) return
        parts << "$what ${ranges.stretches.collect { Stretch s -> span(s.low(), s.high()) }.join(' or ')}".toString()
    }

    static String span(int low, int high) {
        low == high ? "$low" : "$low to $high"
    }

    private static String changes(Filtered f) {
        List<String> changes = []
        if (!f.keepsKinds())
            changes << "becoming ${f.targets.collect { int e -> Events.said(e) }.join(', ')}".toString()
        changed(changes, 'channel', f.channel())
        changed(changes, f.kinds == Events.NOTES ? 'note' : 'number', f.data1())
        changed(changes, f.kinds == Events.NOTES ? 'velocity' : 'value', f.data2())
        changes.join(', ')
    }

    private static void changed(List<String> changes, String what, Ranges ranges) {
        for (Stretch s : ranges.stretches) {
            if (s.changesNothing()) continue
            if (s.toLow() == s.toHigh()) changes << "$what becoming ${s.toLow()}".toString()
            else if (s.isMove() && what == 'note') changes << moved(s.toLow() - s.low())
            else if (s.isMove()) changes << "$what ${span(s.low(), s.high())} moved to ${span(s.toLow(), s.toHigh())}".toString()
            else changes << "$what ${span(s.low(), s.high())} stretched over ${s.toLow()} to ${s.toHigh()}".toString()
        }
    }

    static String moved(int semitones) {
        "${semitones > 0 ? 'up' : 'down'} by ${Say.count(Math.abs(semitones), 'semitone')}"
    }
}
