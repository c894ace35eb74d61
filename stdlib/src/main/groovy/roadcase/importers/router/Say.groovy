package roadcase.importers.router

import groovy.transform.PackageScope

/** How the language writes numbers, ranges and the router's own filter. */
@PackageScope
final class Say {
    private Say() {}

    /** {@code 6} or {@code 1..4}. */
    static String range(int low, int high, boolean alwaysBoth = false) {
        low == high && !alwaysBoth ? "$low" : "$low..$high"
    }

    /** {@code 1 chain}, {@code 2 chains}. */
    static String count(int number, String one) {
        number == 1 ? "1 $one" : "$number ${one}s"
    }

    /** {@code only { events NOTE_ON, NOTE_OFF; ... }}, one field a line where there are several. */
    static String block(String word, Filtered f) {
        List<String> lines = []
        if (f.kinds != Events.PLAIN || !f.keepsKinds()) lines.addAll(events(f).split('\n'))
        field(lines, 'channel', f, f.channel(), Filtered.LOWEST_CHANNEL, Filtered.HIGHEST_CHANNEL)
        field(lines, 'data1', f, f.data1(), 0, f.highest)
        field(lines, 'data2', f, f.data2(), 0, f.highest)
        lines.size() == 1 ? "$word { ${lines[0].replaceAll(/ +/, ' ')} }" : "$word {\n${lines.join('\n')}\n}"
    }

    private static String events(Filtered f) {
        String words = 'events  ' + f.kinds.collect { int e -> Events.word(e) }.join(', ')
        if (f.keepsKinds()) return words
        if (f.targets.size() == 1) return "$words\nbecomes ${Events.word(f.targets[0])}"
        "events([${f.kinds.collect { int e -> pair(e, f.condition.events().of(e)) }.join(', ')}])"
    }

    private static String pair(int from, int to) {
        from == to ? "[$from]" : "[$from, $to]"
    }

    private static void field(List<String> lines, String name, Filtered f, Ranges ranges, int low, int high) {
        if (f.isOpen(ranges)) return
        Stretch s = ranges.single(low, high)
        if (s == null) {
            lines << "$name(${ranges.shown()})".toString()
            return
        }
        String from = range(s.low(), s.high())
        String padded = name.padRight(7)
        if (s.low() == s.high() && !s.changesNothing()) lines << "$padded $from, ${s.toLow()}".toString()
        else if (s.changesNothing()) lines << "$padded $from".toString()
        else if (s.isMove()) lines << "$padded $from, ${s.toLow()}".toString()
        else lines << "$padded $from, ${s.toLow()}..${s.toHigh()}".toString()
    }
}
