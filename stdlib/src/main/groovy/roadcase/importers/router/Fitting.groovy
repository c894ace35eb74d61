package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * Makes a filter fit what MIDI can carry. The original lets results above 127 out as broken bytes; here a range that is
 * moved too far is cut, one that is stretched too far ends at the highest value, and the findings say so.
 */
@PackageScope
final class Fitting {
    private final Findings findings

    Fitting(Findings findings) {
        this.findings = findings
    }

    /** The same filter with ranges that fit, and with events that exist. */
    Condition fitted(Condition c) {
        Ranges events = events(c)
        Set<Integer> from = Events.ALL.findAll { int e -> events.of(e) >= 0 } as Set<Integer>
        Set<Integer> to = from.collect { int e -> events.of(e) } as Set<Integer>
        int source = from == [Events.NRPN] as Set<Integer> ? 16383 : 127
        int target = to == [Events.NRPN] as Set<Integer> ? 16383 : 127
        boolean drops = c.action() == 2
        Ranges data1 = without(c.data1(), from, to, Events.PITCH_BEND_ONLY, 'a pitch bend has no number', source)
        Ranges data2 = without(c.data2(), from, from, Events.ONE_BYTE, 'program changes and aftertouch have one number', source)
        new Condition(c.name(), c.action(), fit(c.channel(), 1, 16, 1, 16, drops, 'channel'), events,
                fit(data1, 0, source, 0, target, drops, 'number'), fit(data2, 0, source, 0, target, drops, 'value'),
                c.place())
    }

    /** A byte that none of the kinds has is not looked at. */
    private Ranges without(Ranges ranges, Set<Integer> from, Set<Integer> to, Set<Integer> lacking, String why, int highest) {
        if (from.isEmpty() || !lacking.containsAll(from)) return ranges
        boolean takesAll = (0..highest).every { int v -> ranges.of(v) >= 0 }
        if (takesAll && !lacking.containsAll(to)) return ranges // what it becomes has one
        if (!ranges.changesNothing(0, highest)) findings.corrected(ranges.place, "$why; ${ranges.shown()} is not looked at")
        Ranges.of(ranges.place, Stretch.same(0, highest))
    }

    private Ranges events(Condition c) {
        List<Stretch> known = []
        for (int event : Events.ALL) {
            int to = c.events().of(event)
            if (to < 0) continue
            if (to in Events.ALL) known << new Stretch(event, event, to, to)
            else findings.corrected(c.events().place, "event $event would become $to, which is no message; left out")
        }
        new Ranges(known, c.events().place)
    }

    private Ranges fit(Ranges ranges, int low, int high, int toLow, int toHigh, boolean drops, String what) {
        List<Stretch> fitting = []
        for (Stretch s : ranges.stretches) {
            Stretch inside = cut(s, Math.max(low, s.low()), Math.min(high, s.high()))
            if (inside == null) continue
            if (drops) {
                fitting << Stretch.same(inside.low(), inside.high())
                continue
            }
            Stretch fit = target(inside, toLow, toHigh)
            if (fit != inside) findings.corrected(ranges.place, fit == null
                    ? "${s.shown()} makes no $what between $toLow and $toHigh; left out"
                    : "${s.shown()} leaves ${toLow} to $toHigh, which $what can be; ${fit.shown()} is taken")
            if (fit != null) fitting << fit
        }
        new Ranges(fitting, ranges.place)
    }

    /** The same range for fewer values. */
    private static Stretch cut(Stretch s, int low, int high) {
        if (low > high) return null
        low == s.low() && high == s.high() ? s : new Stretch(low, high, s.of(low), s.of(high))
    }

    private static Stretch target(Stretch s, int low, int high) {
        if (s.low() == s.high() || s.toLow() == s.toHigh())
            return s.toLow() < low || s.toLow() > high ? null : s
        if (s.isMove()) {
            int by = s.toLow() - s.low()
            return cut(s, Math.max(s.low(), low - by), Math.min(s.high(), high - by))
        }
        new Stretch(s.low(), s.high(), limited(s.toLow(), low, high), limited(s.toHigh(), low, high))
    }

    private static int limited(int value, int low, int high) {
        Math.max(low, Math.min(high, value))
    }
}
