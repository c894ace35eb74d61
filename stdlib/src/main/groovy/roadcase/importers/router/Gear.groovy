package roadcase.importers.router

import groovy.transform.PackageScope

/** The ports of a configuration with their names in the script, and which of them the script needs. */
@PackageScope
final class Gear {
    private final Map<String, String> ins
    private final Map<String, String> outs
    /** Names of ports on other machines, by their whole address. */
    private final Map<String, String> remote = [:]
    private final Map<String, Set<String>> ignored = new LinkedHashMap<>()
    private final Map<String, Set<String>> joined = new LinkedHashMap<>()
    private final Set<String> usedIns = new LinkedHashSet<>()
    private final Set<String> usedOuts = new LinkedHashSet<>()
    private final Set<String> virtual

    Gear(RouterFile file, Names names) {
        virtual = file.virtualPorts().collect { String v -> PortName.ours(v) } as Set<String>
        Set<String> inputs = new LinkedHashSet<>(virtual)
        Set<String> outputs = new LinkedHashSet<>(virtual)
        for (RouterPreset preset : file.presets()) {
            for (RouterInput i : preset.inputs()) {
                inputs << PortName.ours(i.port())
                i.clock().followers().each { String f -> inputs << PortName.ours(f) }
                i.easy().routes().each { EasyRoute r -> add(outputs, PortName.destination(r.destination(), r.place())) }
                i.chains().each { RouterChain c -> c.filters().each { RouterFilter f -> add(outputs, f) } }
            }
            preset.controls().each { PresetControl c -> if (!c.port().isBlank()) inputs << PortName.ours(c.port()) }
            preset.userControls().each { UserControl u -> if (!u.port().isBlank()) outputs << PortName.ours(u.port()) }
        }
        ins = names.shortest(inputs.collectEntries { String i -> [(i): i] }, 'keys')
        // A port that is both has one name for each direction; one on another machine is told from one here.
        Map<String, String> labels = outputs.findAll { String o -> !(o in inputs) }
                .collectEntries { String o -> [(o): o in remote ? "remote ${remote[o]}".toString() : o] }
        Map<String, String> only = names.shortest(labels, 'out')
        outs = outputs.collectEntries { String o -> [(o): only[o] ?: names.variant(ins[o], 'Out')] }
        ignoring(file)
    }

    private void add(Set<String> outputs, RouterFilter end) {
        if (end instanceof ToPort && !((ToPort) end).port().isBlank()) outputs << PortName.ours(((ToPort) end).port())
        if (!(end instanceof ToNetwork)) return
        ToNetwork n = (ToNetwork) end
        remote[PortName.network(n)] = PortName.ours(n.port())
        outputs << PortName.network(n)
    }

    /** What all presets ignore and join at an input is said where it is named; the rest where it is used. */
    private void ignoring(RouterFile file) {
        for (RouterPreset preset : file.presets()) for (RouterInput i : preset.inputs()) {
            String port = PortName.ours(i.port())
            Set<String> here = kinds(i)
            ignored[port] = ignored.containsKey(port) ? ignored[port].intersect(here) as Set<String> : here
            joined[port] = joined.containsKey(port) ? joined[port].intersect(joins(i)) as Set<String> : joins(i)
        }
    }

    /** Pairs of CCs that make one value; those that MIDI has. */
    static List<Cc14> pairs(RouterInput i) {
        i.cc14s().findAll { Cc14 p -> p.cc() in 0..31 }
    }

    private static Set<String> kinds(RouterInput i) {
        Set<String> kinds = new LinkedHashSet<>()
        if (i.ignoresSysex()) kinds << 'SYSEX'
        if (i.ignoresTime()) kinds << 'CLOCK'
        if (i.ignoresSense()) kinds << 'SENSE'
        kinds
    }

    /** What a line at this input begins with. */
    String input(RouterInput i) {
        String port = PortName.ours(i.port())
        Set<String> more = kinds(i) - ignored[port]
        input(i.port()) + ignoringWord(more) + (joins(i) - joined[port]).join('')
    }

    private static Set<String> joins(RouterInput i) {
        pairs(i).collect { Cc14 p -> ".joining(${p.cc()}${p.channel() > 0 ? ", channel: ${p.channel()}" : ''})".toString() } as Set<String>
    }

    private static String ignoringWord(Set<String> kinds) {
        kinds.isEmpty() ? '' : ".ignoring(${kinds.join(', ')})"
    }

    String input(String theirs) {
        String port = PortName.ours(theirs)
        usedIns << port
        ins[port]
    }

    String output(String theirs) {
        used(PortName.ours(theirs))
    }

    String network(ToNetwork n) {
        used(PortName.network(n))
    }

    private String used(String port) {
        usedOuts << port
        outs[port]
    }

    /** {@code def launch = input('Launch Control XL').ignoring(SYSEX, CLOCK, SENSE)}, the equal signs in a column. */
    List<String> lines() {
        int width = ((usedIns.collect { String p -> ins[p].length() } + usedOuts.collect { String p -> outs[p].length() }).max()
                ?: 0) as int
        virtual.each { String v -> both(v) }
        List<String> lines = usedIns.collect { String p -> said(ins[p], width, 'nput', p) + always(p) }
        lines.addAll(usedOuts.collect { String p -> said(outs[p], width, 'utput', p) })
        lines
    }

    /** The original makes each virtual port for both directions. */
    private void both(String virtual) {
        usedIns << virtual
        usedOuts << virtual
    }

    private String said(String name, int width, String word, String port) {
        String made = port in virtual ? 'virtual' + (word == 'nput' ? 'I' : 'O') + word : (word == 'nput' ? 'i' : 'o') + word
        "def ${name.padRight(width)} = $made(${Plain.literal(port)})"
    }

    private String always(String port) {
        ignoringWord(ignored.getOrDefault(port, Set.<String> of())) + joined.getOrDefault(port, Set.<String> of()).join('')
    }
}
