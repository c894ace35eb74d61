package roadcase.importers.router

import groovy.transform.PackageScope

/** Writes one preset: how it is switched, its lines, its sliders. */
@PackageScope
final class PresetText {
    /** From 120 on CCs silence or re-mode an instrument. */
    private static final int HIGHEST_CC = 119
    private static final List<String> BY = ['offBy', 'onBy', 'toggleBy', 'selectBy']

    private final RouterFile file
    private final Gear gear
    private final Map<String, String> lists
    private final Clocks clocks
    private final Findings findings

    PresetText(RouterFile file, Gear gear, Map<String, String> lists, Clocks clocks, Findings findings) {
        this.file = file
        this.gear = gear
        this.lists = lists
        this.clocks = clocks
        this.findings = findings
    }

    /** What a preset says, and what its lines say to presets. */
    @PackageScope
    record Written(List<String> block, List<Orders.Trigger> triggers) {}

    Written of(RouterPreset preset, boolean shown, Names names) {
        List<List<String>> parts = []
        List<Line> always = []
        Orders orders = new Orders(file.presets().collect { RouterPreset p -> p.uuid() } as Set<String>, findings)
        preset.inputs().each { RouterInput i -> parts.add(input(i, names, always, orders)) }
        if (!always.isEmpty()) parts.add(['    always {'] + always.collectMany { Line l -> l.at(2) } + ['    }'])
        parts.add(sliders(preset))
        List<String> first = []
        if (preset.enabled()) first << '    startsOn()'
        if (shown) first << '    startsShown()'
        first.addAll(triggers(preset))
        List<String> block = []
        parts.add(0, first)
        for (List<String> part : parts) {
            if (!block.isEmpty() && !part.isEmpty()) block << ''
            block.addAll(part)
        }
        new Written(block, orders.triggers)
    }

    private List<String> triggers(RouterPreset preset) {
        List<String> lines = []
        for (PresetControl c : preset.controls()) {
            if (c.port().isBlank()) continue
            if (c.event() in 4..10 && c.event() != 8 && c.data2() < 0)
                findings.corrected(c.place(), 'it fires once, when the value rises through its middle; the original fired'
                        + ' with every message')
            Way way = flow(c)
            if (!way.closed) lines << trigger(c.action(), gear.input(c.port()), way)
        }
        lines
    }

    static String trigger(int action, String base, Way way) {
        "    ${BY[action]} ${base}${way.words().collect { String w -> ".$w" }.join('')}"
    }

    /** The messages that a preset control means; -1 is any. */
    private Way flow(PresetControl c) {
        List<Integer> events = Events.ofMenu(c.event())
        int highest = events.size() == 1 ? Events.highest(events[0]) : 127
        Condition meant = new Condition('', 1, exactly(c.channel() < 1 ? -1 : c.channel(), 1, 16, c.place()),
                new Ranges(events.collect { int e -> Stretch.same(e, e) }, c.place()), exactly(c.data1(), 0, highest, c.place()),
                exactly(c.data2(), 0, highest, c.place()), c.place())
        c.event() == 0 && c.channel() < 1 && c.data1() < 0 && c.data2() < 0 ? Way.OPEN
                : new FilterWords(true, Set.<Integer> of(), findings).of(meant)
    }

    private static Ranges exactly(int value, int low, int high, Place place) {
        Ranges.of(place, value < 0 ? Stretch.same(low, high) : Stretch.same(value, value))
    }

    private List<String> input(RouterInput i, Names names, List<Line> always, Orders orders) {
        String base = gear.input(i)
        Timing timing = clocks.of(i)
        ChainLines chains = new ChainLines(i, base, gear, timing, findings)
        List<Line> lines = []
        Map<Integer, String> zones = new TreeMap<>()
        for (EasyRoute r : i.easy().routes()) {
            EasyCompiled easy = EasyCompiled.of(r, i.easy(), findings)
            if (easy.zone() >= 0 && !zones.containsKey(easy.zone()))
                zones[easy.zone()] = names.one(zoneName(i.easy(), easy.zone()), 'zone')
            Line line = chains.of(easy, zones[easy.zone()])
            if (line != null) lines << line
        }
        List<RouterChain> generated = i.chains().findAll { RouterChain c -> c.easy() }
        if (!generated.isEmpty())
            findings.skipped(generated[0].place(), "${Say.count(generated.size(), 'chain')} that the router generates;"
                    + ' what they are made from is taken')
        for (RouterChain chain : i.chains()) {
            if (chain.easy()) continue
            if (chain.onAndOff()) always.addAll(chains.of(chain, orders))
            else lines.addAll(chains.of(chain, orders))
        }
        List<String> text = []
        if (!i.description().isBlank() && !lines.isEmpty()) text << "    // ${Plain.line(i.description())}".toString()
        zones.each { int zone, String name ->
            List<Integer> keys = EasyCompiled.zones(i.easy())[zone]
            text << "    def $name = ${base}.zone(${Plain.literal(zoneName(i.easy(), zone))}, ${keys[0]}..${keys[1]})".toString()
        }
        if (!zones.isEmpty()) text << ''
        lines.each { Line l -> text.addAll(l.at(1)) }
        text
    }

    private static String zoneName(EasyConfig easy, int zone) {
        String given = zone < easy.zones().size() ? easy.zones()[zone].strip() : ''
        given.isEmpty() ? "Zone ${zone + 1}" : given
    }

    private List<String> sliders(RouterPreset preset) {
        List<String> lines = []
        Set<String> called = []
        for (UserControl u : preset.userControls()) {
            if (u.port().isBlank()) {
                findings.skipped(u.place(), "the control '${Plain.line(u.description())}' has no port, so it has no effect")
                continue
            }
            if (u.low() == u.high()) {
                findings.skipped(u.place(), "the control '${Plain.line(u.description())}' goes from ${u.low()} to ${u.high()},"
                        + ' so nothing moves it')
                continue
            }
            if (u.event() == 0 && u.cc() > HIGHEST_CC) {
                findings.impossible(u.place(), "CC ${u.cc()} is no controller but a channel mode message; the control"
                        + " '${Plain.line(u.description())}' is left out")
                continue
            }
            String wish = u.description().isBlank() ? 'Slider' : u.description().strip()
            String name = wish
            for (int i = 2; name in called; i++) name = "$wish ($i)"
            called << name
            lines << slider(u, name)
        }
        lines
    }

    private String slider(UserControl u, String name) {
        StringBuilder line = new StringBuilder("    slider(${Plain.literal(name)}, ${shape(u)}).toChannel(${u.channel()})")
        if (u.value() != u.low()) line.append(".startsAt(${u.value()})")
        if (u.centred()) line.append('.centred()')
        if (u.labelled()) {
            if (lists.containsKey(u.list())) line.append(".labels(${lists[u.list()]})")
            else findings.defaulted(u.place(), "the list ${Plain.line(u.list())} is not in this file; numbers are shown")
        }
        if (u.sentOnChange()) line.append('.sendWhenOn()')
        line.append(".to(${gear.output(u.port())})").toString()
    }

    private static String shape(UserControl u) {
        boolean whole = u.low() == 0 && u.high() == 127
        switch (u.event()) {
            case 0: return whole ? "cc(${u.cc()})" : "cc(${u.cc()}, ${u.low()}..${u.high()})"
            case 1: return "program(${u.low()}..${u.high()})"
            default: return "nrpn(${u.nrpn()}, ${u.low()}..${u.high()})"
        }
    }
}
