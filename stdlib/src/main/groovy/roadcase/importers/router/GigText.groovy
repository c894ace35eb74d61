package roadcase.importers.router

import groovy.transform.PackageScope

/** Writes a configuration as a gig: gear, lists of labels, presets, what plays always, what is shown. */
@PackageScope
final class GigText {
    private final RouterFile file
    private final String from
    private final Names names
    private final Findings findings

    /**
     * @param from the name of the file it came from
     * @param words names that the script must not take
     */
    GigText(RouterFile file, String from, Set<String> words, Findings findings) {
        this.file = file
        this.from = from
        this.findings = findings
        names = new Names(words)
    }

    String text() {
        Gear gear = new Gear(file, names)
        Map<String, String> lists = [:]
        List<String> listLines = listLines(lists)
        Clocks clocks = new Clocks(file, gear, names, findings)
        PresetText presets = new PresetText(file, gear, lists, clocks, findings)
        List<PresetText.Written> written = []
        file.presets().eachWithIndex { RouterPreset p, int at ->
            written << presets.of(p, at == file.active() && at != shownAnyway(), names.inside())
        }
        List<String> shown = monitored(gear)
        List<List<String>> parts = [header(), gear.lines() + clocks.lines(), listLines]
        file.presets().eachWithIndex { RouterPreset p, int at ->
            List<String> extra = written.collectMany { PresetText.Written w -> w.triggers() }
                    .findAll { Orders.Trigger t -> t.preset() == p.uuid() }
                    .collect { Orders.Trigger t -> PresetText.trigger(t.action(), t.base(), t.way()) }
            parts.add(block("preset(${Plain.literal(p.name())})".toString(), extra + written[at].block()))
        }
        if (!shown.isEmpty()) parts.add(shown)
        parts.findAll { List<String> p -> !p.isEmpty() }.collect { List<String> p -> p.join('\n') }.join('\n\n') + '\n'
    }

    /** Without a word the first that is on is shown, else the first. */
    private int shownAnyway() {
        Math.max(0, file.presets().findIndexOf { RouterPreset p -> p.enabled() })
    }

    private List<String> header() {
        String version = file.version().isBlank() ? '' : ", MIDI Router Client ${Plain.line(file.version())}"
        ["// From ${Plain.line(from)}$version".toString()]
    }

    private static List<String> block(String head, List<String> inside) {
        inside.isEmpty() ? ["$head { }".toString()] : ["$head {".toString()] + inside + ['}']
    }

    private List<String> listLines(Map<String, String> byUuid) {
        List<String> lines = []
        for (Dropdown list : file.lists()) {
            String name = names.one(list.name(), 'list')
            if (list.labels().isEmpty()) {
                findings.skipped(list.place(), "the list '${Plain.line(list.name())}' is empty")
                continue
            }
            byUuid.putIfAbsent(list.uuid(), name)
            List<String> labels = Labels.of(list, findings).collect { String l -> Plain.literal(l) }
            String whole = "def $name = [${labels.join(', ')}]"
            lines.addAll(whole.length() <= 116 ? [whole]
                    : ["def $name = [".toString()] + labels.collect { String l -> "    $l,".toString() } + [']'])
        }
        lines
    }

    private List<String> monitored(Gear gear) {
        Set<String> ports = new LinkedHashSet<>()
        for (RouterPreset p : file.presets()) for (RouterInput i : p.inputs()) if (i.monitored()) {
            ports << gear.input(i.port())
            if (i.logLength() != 2) findings.skipped(i.place(), "logLen ${i.logLength()}: our monitor scrolls")
        }
        ports.isEmpty() ? [] : ["monitor ${ports.join(', ')}".toString()]
    }
}
