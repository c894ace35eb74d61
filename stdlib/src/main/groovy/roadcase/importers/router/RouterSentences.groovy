package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * What a router file does, in sentences: its version, presets, ports, lists by name, and each preset. What has no effect,
 * or is generated, is left out. Pure.
 */
@PackageScope
final class RouterSentences {
    private RouterSentences() {}

    /** @param withLists whether what is in the lists of labels is told, too */
    static List<String> of(RouterFile file, boolean withLists, Findings findings) {
        List<String> lines = []
        String version = file.version().isBlank() ? 'a version that it does not say' : "version ${Plain.line(file.version())}"
        lines << "A configuration of MIDI Router Client, $version.".toString()
        if (!file.criticalError().isBlank()) lines << "The program said of itself: ${Plain.line(file.criticalError())}".toString()
        lines << presets(file)
        if (!file.virtualPorts().isEmpty())
            lines << "Makes the virtual ports ${named(file.virtualPorts())}, each for both directions.".toString()
        lines.addAll(ports(file))
        lines.addAll(lists(file, withLists))
        file.presets().eachWithIndex { RouterPreset p, int at ->
            lines.addAll(new PresetSentences(file, findings).of(p, at == file.active()))
        }
        lines
    }

    private static String presets(RouterFile file) {
        if (file.presets().isEmpty()) return 'It has no presets, so it routes nothing.'
        List<String> on = file.presets().findAll { RouterPreset p -> p.enabled() }.collect { RouterPreset p -> p.name() }
        List<String> off = file.presets().findAll { RouterPreset p -> !p.enabled() }.collect { RouterPreset p -> p.name() }
        String selected = file.active() in 0..<file.presets().size() ? " Selected is '${Plain.line(file.presets()[file.active()].name())}'." : ''
        (on.isEmpty() ? 'No preset is on, so nothing is routed.' : "On: ${named(on)}.") + (off.isEmpty() ? '' : " Off: ${named(off)}.") + selected
    }

    private static String named(Collection<String> names) {
        names.collect { String n -> "'${Plain.line(n)}'" }.join(', ')
    }

    /** Ports must exist and be connected; what the file saw of them is only a memory, and networks cannot be seen. */
    private static List<String> ports(RouterFile file) {
        Set<String> ins = new LinkedHashSet<>()
        Set<String> outs = new LinkedHashSet<>()
        Set<String> remote = new LinkedHashSet<>()
        for (RouterPreset p : file.presets()) {
            p.inputs().each { RouterInput i ->
                ins << i.port()
                i.easy().routes().findAll { EasyRoute r -> !r.destination().isBlank() }.each { EasyRoute r ->
                    end(PortName.destination(r.destination(), r.place()), outs, remote)
                }
                i.chains().each { RouterChain c -> c.filters().each { RouterFilter f -> end(f, outs, remote) } }
            }
            p.controls().each { PresetControl c -> if (!c.port().isBlank()) ins << c.port() }
            p.userControls().each { UserControl u -> if (!u.port().isBlank()) outs << u.port() }
        }
        List<String> lines = []
        List<String> needed = []
        if (!ins.isEmpty()) needed << "in ${ours(ins)}".toString()
        if (!outs.isEmpty()) needed << "out ${ours(outs)}".toString()
        if (!needed.isEmpty())
            lines << "Works only while these ports exist and are connected: ${needed.join('; ')}.".toString()
        missing(lines, 'in', ins, file.connectedIns(), file.virtualPorts())
        missing(lines, 'out', outs, file.connectedOuts(), file.virtualPorts())
        if (!remote.isEmpty()) lines << ("Also sends over the network to ${named(remote)}; whether anybody answers there"
                + ' cannot be told from the file.').toString()
        lines
    }

    private static void end(RouterFilter f, Set<String> outs, Set<String> remote) {
        if (f instanceof ToNetwork) remote << PortName.network((ToNetwork) f)
        if (f instanceof ToPort && !((ToPort) f).port().isBlank()) outs << ((ToPort) f).port()
    }

    private static String ours(Collection<String> ports) {
        named(ports.collect { String p -> PortName.ours(p) })
    }

    private static void missing(List<String> lines, String way, Set<String> needed, List<String> seen, List<String> virtual) {
        if (seen.isEmpty()) return
        List<String> absent = needed.findAll { String p -> !(p in seen) && !(PortName.ours(p) in virtual) } as List<String>
        if (!absent.isEmpty()) lines << "Not connected ($way) when the file was written: ${ours(absent)}.".toString()
    }

    /** By name only, unless asked. */
    private static List<String> lists(RouterFile file, boolean whole) {
        if (file.lists().isEmpty()) return []
        if (!whole) return ["Lists of labels: ${named(file.lists().collect { Dropdown d -> d.name() })}.".toString()]
        file.lists().collectMany { Dropdown d ->
            ["The list '${Plain.line(d.name())}':".toString()] + d.labels().collect { String l -> "  ${Plain.line(l)}".toString() }
        }
    }
}
