package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * The clocks that schedules follow: each input has its own, unless another passes its own on to it. Only those that a
 * schedule needs are named.
 */
@PackageScope
final class Clocks {
    /** In sixteenths. */
    private static final int LONGEST_BAR = 256

    private final Map<String, RouterClock> clocks = new LinkedHashMap<>()
    private final Map<String, String> leaders = [:]
    private final Map<String, String> names = new LinkedHashMap<>()
    private final Gear gear
    private final Names taken
    private final Findings findings

    Clocks(RouterFile file, Gear gear, Names taken, Findings findings) {
        this.gear = gear
        this.taken = taken
        this.findings = findings
        for (RouterPreset preset : file.presets()) for (RouterInput i : preset.inputs()) {
            String port = PortName.ours(i.port())
            if (!clocks.containsKey(port) || clocks[port].usual) clocks[port] = i.clock()
            for (String follower : i.clock().followers()) if (PortName.ours(follower) != port) leaders[PortName.ours(follower)] = port
        }
    }

    Timing of(RouterInput i) {
        boolean scheduled = i.chains().any { RouterChain c -> c.filters().any { RouterFilter f -> f instanceof Schedule } }
        String port = PortName.ours(i.port())
        String leader = leaders.getOrDefault(port, port)
        if (!scheduled) return new Timing('', findings)
        if (!names.containsKey(leader)) names[leader] = taken.one('time', 'clock')
        new Timing(names[leader], findings)
    }

    List<String> lines() {
        names.collect { String port, String name -> "def $name = clock(MIDI_CLOCK, ${gear.input(port)})${bars(clocks[port])}".toString() }
    }

    /** What the words take for granted, four beats from the start, is not said. */
    private String bars(RouterClock clock) {
        if (clock == null) return ''
        String bars = ''
        if (clock.sixteenths() > LONGEST_BAR)
            findings.impossible(clock.place(), "a bar of ${clock.sixteenths()} sixteenths is longer than $LONGEST_BAR; four beats are taken")
        else if (clock.sixteenths() != 16) bars = ".barsOf(${Timing.sixteenths(clock.sixteenths())})"
        clock.fromPosition() == 0 ? bars : "${bars}.barsFrom(${Timing.sixteenths(clock.fromPosition())})"
    }
}
