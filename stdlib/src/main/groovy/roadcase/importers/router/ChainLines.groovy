package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * Turns the chains and easy routes of one input into lines of the script.
 *
 * <p>A chain goes through its filters in order; each destination, or several side by side, ends a line.
 */
@PackageScope
final class ChainLines {
    private final RouterInput input
    private final String base
    private final Gear gear
    private final Timing timing
    private final FilterWords words
    private final Findings findings

    ChainLines(RouterInput input, String base, Gear gear, Timing timing, Findings findings) {
        this.input = input
        this.base = base
        this.gear = gear
        this.timing = timing
        this.findings = findings
        words = new FilterWords(input.ignoresSysex() && input.ignoresTime() && input.ignoresSense(),
                Gear.pairs(input).collect { Cc14 p -> p.cc() } as Set<Integer>, findings)
    }

    /** Lines of a chain; what it tells the router itself is given to {@code orders}. */
    List<Line> of(RouterChain chain, Orders orders) {
        List<Line> lines = []
        Way way = Way.OPEN
        List<String> ends = []
        boolean ended = false
        String remark = Plain.line(chain.name())
        for (RouterFilter f : chain.filters()) {
            if (!ends.isEmpty() && !isEnd(f)) {
                lines << Line.to(base, way, ends, remark)
                remark = ''
                ends = []
            }
            if (way.closed) break
            if (f instanceof ToPort || f instanceof ToNetwork) {
                ended = true
                String end = end(f)
                if (end != null && !(end in ends)) ends << end
            } else if (f instanceof ToConsole) {
                ended = true
                Line console = orders.console((ToConsole) f, base, way, remark)
                if (console != null) lines << console
            } else way = way.then(step(f))
        }
        if (!ends.isEmpty()) lines << Line.to(base, way, ends, remark)
        if (!ended && !way.closed) findings.skipped(chain.place(), "chain ${named(chain)} ends nowhere, so it sends nothing")
        lines
    }

    private static String named(RouterChain chain) {
        chain.name().isBlank() ? 'without a name' : "'${Plain.line(chain.name())}'"
    }

    private static boolean isEnd(RouterFilter f) {
        f instanceof ToPort || f instanceof ToNetwork
    }

    private Way step(RouterFilter f) {
        if (f instanceof Condition) return words.of((Condition) f)
        if (f instanceof Schedule) return timing.of((Schedule) f)
        Way.OPEN.then('swapped()')
    }

    /** What the script calls a destination, or null where it names none. */
    private String end(RouterFilter f) {
        if (f instanceof ToNetwork) {
            ToNetwork n = (ToNetwork) f
            if (n.host() ==~ /[a-zA-Z0-9._-]+/ && !n.port().isBlank()) return gear.network(n)
            findings.impossible(f.place(), "'${Plain.line(n.host())}' with port '${Plain.line(n.port())}' is no address of a"
                    + ' network port; it is left out')
            return null
        }
        String port = ((ToPort) f).port()
        if (!port.isBlank()) return gear.output(port)
        findings.skipped(f.place(), 'a destination without a port sends nothing')
        null
    }

    /** The line of an easy route, or null where it sends nothing. */
    Line of(EasyCompiled easy, String zone) {
        EasyRoute r = easy.route()
        if (r.destination().isBlank()) {
            findings.skipped(r.place(), 'an easy route without a destination sends nothing')
            return null
        }
        Filtered f = new Filtered(new Fitting(findings).fitted(easy.condition()))
        // An easy route that asks for nothing has no filter at all.
        Way way = f.takesAll && f.changesNothing ? Way.OPEN : words.of(easy.condition())
        if (way.closed) return null
        if (easy.transpose() != 0) way = beforeChannel(way, "transpose(${easy.transpose()})".toString())
        String end = end(PortName.destination(r.destination(), r.place()))
        if (end == null) return null
        String remark = r.description() in ['', 'EasyConfigRoute'] ? '' : Plain.line(r.description())
        Line.to(easy.zone() < 0 ? base : zone, way, [end], remark)
    }

    /** Notes are moved before they get their channel, as a player would say it. */
    private static Way beforeChannel(Way way, String word) {
        List<String> words = way.words()
        int last = words.size() - 1
        if (last >= 0 && words[last].startsWith('toChannel')) return new Way(words.take(last) + [word, words[last]])
        way.then(word)
    }
}
