package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * An easy route as a filter and what no filter has: the part of the keyboard it plays and how far it is moved.
 *
 * <p>Splits [34, 74] make 0..34, 35..74, 75..127: the original computes them with extra borders at 8 and 98.
 *
 * @param zone index of the part, or -1
 * @param transpose semitones that notes are moved by, besides the filter
 */
@PackageScope
record EasyCompiled(EasyRoute route, int zone, int transpose, Condition condition) {
    /** Lowest and highest key of each part. */
    static List<List<Integer>> zones(EasyConfig easy) {
        List<List<Integer>> zones = []
        int from = 0
        for (int split : easy.splits()) {
            zones << [from, split]
            from = split + 1
        }
        zones << [from, 127]
        zones
    }

    static EasyCompiled of(EasyRoute r, EasyConfig easy, Findings findings) {
        List<Integer> from = Events.ofMenu(r.fromEvent())
        boolean playsNotes = r.fromEvent() <= 3
        int zone = zone(r, easy, playsNotes, findings)
        int transpose = r.fromData1() < 0 && playsNotes ? r.transpose() : 0
        if (r.fromData1() >= 0 && r.transpose() != 0)
            findings.skipped(r.place(), "transpose ${r.transpose()} has no effect beside fromData1 ${r.fromData1()}")
        if (r.toChannel() >= 0 && r.fromChannel() < 0)
            findings.corrected(r.place(), "toChannel ${r.toChannel()} counts, though fromChannel is any; the original ignored it")
        if (r.toData1() >= 0 && r.fromData1() < 0)
            findings.corrected(r.place(), "toData1 ${r.toData1()} counts, though fromData1 is any; the original ignored it")
        Condition c = new Condition(r.description(), 1, channel(r), events(r, from, findings), data1(r, from, zone, easy),
                data2(r, from), r.place())
        new EasyCompiled(r, zone, transpose, c)
    }

    private static int zone(EasyRoute r, EasyConfig easy, boolean playsNotes, Findings findings) {
        if (r.split() < 0) return -1
        if (r.split() > easy.splits().size()) {
            findings.defaulted(r.place(), "splitRangeId ${r.split()}, and there are ${easy.splits().size() + 1} zones; it plays the whole keyboard")
            return -1
        }
        if (easy.splits().isEmpty()) return -1
        if (!playsNotes) {
            findings.skipped(r.place(), "splitRangeId ${r.split()} has no effect where no notes are asked for")
            return -1
        }
        if (r.fromData1() >= 0 || r.toData1() >= 0) {
            if (r.fromData1() >= 0) findings.skipped(r.place(), "splitRangeId ${r.split()} has no effect beside fromData1 ${r.fromData1()}")
            return -1
        }
        findings.corrected(easy.place(), "the zones are ${zones(easy).collect { List<Integer> z -> z.join(' to ') }.join(', ')},"
                + ' as the splits say; the original put extra borders at 8 and 98 and let neighbours share their border note')
        if (r.fromEvent() == 0)
            findings.corrected(r.place(), 'the zone counts for its notes, pedals and bend go along; the original heeded a'
                    + ' split only where the route asked for notes')
        r.split()
    }

    private static Ranges channel(EasyRoute r) {
        int from = r.fromChannel() < 1 ? -1 : r.fromChannel()
        int to = r.toChannel() < 1 ? -1 : r.toChannel()
        if (from < 0) return Ranges.of(r.place(), to < 0 ? Stretch.same(1, 16) : new Stretch(1, 16, to, to))
        Ranges.of(r.place(), new Stretch(from, from, to < 0 ? from : to, to < 0 ? from : to))
    }

    private static Ranges events(EasyRoute r, List<Integer> from, Findings findings) {
        List<Integer> to = Events.ofMenu(r.toEvent())
        boolean same = r.toEvent() == 0 || r.toEvent() == r.fromEvent() || to.size() > 1 && from[0] in Events.NOTES
        if (r.fromEvent() == 0 && r.toEvent() != 0) {
            findings.impossible(r.place(), "messages of any kind cannot all become ${Events.said(to[0])}; they stay what they are")
            same = true
        } else if (!same && to.size() > 1)
            findings.corrected(r.place(), "${Events.said(from[0])} become note ons")
        int target = to.size() > 1 ? Events.NOTE_ON : to[0]
        new Ranges(from.collect { int e -> same ? Stretch.same(e, e) : new Stretch(e, e, target, target) }, r.place())
    }

    private static Ranges data1(EasyRoute r, List<Integer> from, int zone, EasyConfig easy) {
        int highest = from.size() == 1 ? Events.highest(from[0]) : 127
        if (r.fromData1() >= 0) {
            int to = r.toData1() < 0 ? r.fromData1() : r.toData1()
            return Ranges.of(r.place(), new Stretch(r.fromData1(), r.fromData1(), to, to))
        }
        int low = 0
        int high = highest
        if (r.split() >= 0 && zone < 0 && r.toData1() >= 0 && r.split() <= easy.splits().size() && r.fromEvent() in 1..3) {
            List<Integer> keys = zones(easy)[r.split()]
            low = keys[0]
            high = keys[1]
        }
        if (r.toData1() >= 0) return Ranges.of(r.place(), new Stretch(low, high, r.toData1(), r.toData1()))
        int by = r.fromEvent() <= 3 ? 0 : r.transpose()
        Ranges.of(r.place(), new Stretch(low, high, low + by, high + by))
    }

    private static Ranges data2(EasyRoute r, List<Integer> from) {
        int highest = from.size() == 1 ? Events.highest(from[0]) : 127
        if (r.fromStart() < 0 || r.toStart() < 0) return Ranges.of(r.place(), Stretch.same(0, highest))
        int end = r.fromEnd() < 0 ? highest : r.fromEnd()
        int toEnd = r.toEnd() < 0 ? 127 : r.toEnd()
        Ranges.of(r.place(), new Stretch(r.fromStart(), end, r.toStart(), toEnd))
    }
}
