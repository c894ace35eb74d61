package roadcase.importers.router

import groovy.transform.PackageScope
import roadcase.midi.Message

/** What one preset of a router file does. What the router generates by itself is not told. */
@PackageScope
final class PresetSentences {
    private static final List<String> DOES = ['Turned off', 'Turned on', 'Turned on and off by turns', 'Selected']

    private final RouterFile file
    private final Findings findings
    private final List<String> lines = []

    PresetSentences(RouterFile file, Findings findings) {
        this.file = file
        this.findings = findings
    }

    List<String> of(RouterPreset preset, boolean selected) {
        lines << ("Preset '${Plain.line(preset.name())}' is ${preset.enabled() ? 'on' : 'off'}"
                + (selected ? ' and selected: its controls are the ones shown.' : '.')).toString()
        preset.controls().each { PresetControl c -> trigger(c) }
        preset.inputs().each { RouterInput i -> input(i) }
        preset.userControls().each { UserControl u -> control(u) }
        lines
    }

    private void say(String line) {
        lines << ("  $line".toString())
    }

    /** One without a port is ignored, and -1 is any. */
    private void trigger(PresetControl c) {
        if (c.port().isBlank()) return
        List<Integer> events = Events.ofMenu(c.event())
        List<String> what = [c.event() == 0 ? 'any message' : events.size() == 2 ? 'a note, on or off' : one(events[0])]
        if (c.data1() >= 0) what << (events[0] in Events.NOTES ? note(c.data1()) : "${c.data1()}").toString()
        if (c.data2() >= 0) what << "with ${events[0] in Events.NOTES ? 'velocity' : 'value'} ${c.data2()}".toString()
        if (c.channel() > 0) what << "on channel ${c.channel()}".toString()
        say("${DOES[c.action()]} by ${what.join(' ')} from ${port(c.port())}.")
    }

    private static String one(int event) {
        switch (event) {
            case Events.NOTE_ON: return 'a note on'
            case Events.NOTE_OFF: return 'a note off'
            case Events.CC: return 'CC'
            case Events.PROGRAM: return 'program change'
            default: return Events.said(event)
        }
    }

    static String note(int number) {
        number in 0..127 ? "${Message.noteName(number)} ($number)" : "$number"
    }

    private static String port(String theirs) {
        "'${Plain.line(PortName.ours(theirs))}'"
    }

    private void input(RouterInput i) {
        List<String> ignored = []
        if (i.ignoresSysex()) ignored << 'SysEx'
        if (i.ignoresTime()) ignored << 'clock'
        if (i.ignoresSense()) ignored << 'active sensing'
        say("Listens to ${port(i.port())}" + (ignored.isEmpty() ? '' : ", without ${ignored.join(', ')}")
                + (i.description().isBlank() ? '.' : ": ${Plain.line(i.description())}."))
        clock(i)
        if (!i.easy().splits().isEmpty()) say("  Splits: ${zones(i.easy())}.")
        i.cc14s().findAll { Cc14 c -> c.cc() in 0..31 }.each { Cc14 c ->
            say("  CC ${c.cc()} and ${c.cc() + 32}${c.channel() > 0 ? " on channel ${c.channel()}" : ''} make one 14-bit value.")
        }
        i.easy().routes().each { EasyRoute r -> easy(r, i.easy()) }
        i.chains().each { RouterChain c -> if (!c.easy()) chain(c) }
        if (i.monitored()) say('  Its traffic is shown.')
    }

    private static String zones(EasyConfig easy) {
        List<String> zones = []
        EasyCompiled.zones(easy).eachWithIndex { List<Integer> keys, int at ->
            String name = at < easy.zones().size() ? easy.zones()[at] : "Zone ${at + 1}"
            zones << "'${Plain.line(name)}' ${note(keys[0])} to ${note(keys[1])}".toString()
        }
        zones.join(', ')
    }

    private void clock(RouterInput i) {
        RouterClock c = i.clock()
        if (c.sixteenths() != 16) say("  A bar has ${c.sixteenths()} sixteenths.")
        if (c.fromPosition() != 0) say("  Bars are counted from sixteenth ${c.fromPosition()}.")
        if (!c.followers().isEmpty())
            say("  What waits at ${c.followers().collect { String f -> port(f) }.join(', ')} follows this clock.")
    }

    private void easy(EasyRoute r, EasyConfig easy) {
        if (r.destination().isBlank()) return
        EasyCompiled compiled = EasyCompiled.of(r, easy, findings)
        List<String> way = []
        if (compiled.zone() >= 0) {
            List<Integer> keys = EasyCompiled.zones(easy)[compiled.zone()]
            way << "the keys ${note(keys[0])} to ${note(keys[1])}".toString()
        }
        way << ConditionSentence.of(compiled.condition())
        if (compiled.transpose() != 0) way << ConditionSentence.moved(compiled.transpose())
        String name = r.description() in ['', 'EasyConfigRoute'] ? '' : "'${Plain.line(r.description())}': "
        line(name, way, [end(PortName.destination(r.destination(), r.place()))])
    }

    private void line(String name, List<String> way, List<String> ends) {
        List<String> said = way.findAll { String w -> !w.isEmpty() }
        String middle = said.isEmpty() ? 'everything' : said.join('; ')
        say("  $name$middle → ${ends.join(' and ')}.")
    }

    private static String end(RouterFilter f) {
        if (f instanceof ToNetwork) {
            ToNetwork n = (ToNetwork) f
            return "'${Plain.line(PortName.ours(n.port()))}' over the network at ${Plain.line(n.host())}:${n.socket()}"
        }
        port(((ToPort) f).port())
    }

    private void chain(RouterChain chain) {
        List<String> way = []
        List<String> ends = []
        String name = chain.name().isBlank() ? '' : "'${Plain.line(chain.name())}': "
        if (chain.onAndOff()) name = "whether the preset is on or off, $name"
        for (RouterFilter f : chain.filters()) {
            if (!(f instanceof ToPort || f instanceof ToNetwork || f instanceof ToConsole)) way << step(f)
            else if (f instanceof ToConsole) ends << "the ${((ToConsole) f).where() == 1 ? 'server' : 'client'}'s console".toString()
            else if (!(f instanceof ToPort && ((ToPort) f).port().isBlank())) ends << end(f)
        }
        if (!ends.isEmpty()) line(name, way, ends)
    }

    private static String step(RouterFilter f) {
        if (f instanceof Condition) return ConditionSentence.of((Condition) f)
        if (f instanceof Swap) return 'the two data bytes change places'
        Schedule s = (Schedule) f
        if (s.count() == 0) return ''
        String unit = s.kind() % 2 == 1 ? 'bar' : 'sixteenth'
        switch (s.kind()) {
            case 0: case 1: return "${Say.count(s.count(), unit)} later"
            case 2: case 3: return "at ${unit} ${s.count()}"
            default: return s.count() == 1 ? "held back to the next ${unit}" : "held back to the next multiple of ${s.count()} ${unit}s"
        }
    }

    private void control(UserControl u) {
        if (u.port().isBlank()) return
        String what = u.event() == 0 ? "CC ${u.cc()}" : u.event() == 1 ? 'programs' : "NRPN ${u.nrpn()}"
        Dropdown list = u.labelled() ? file.lists().find { Dropdown d -> d.uuid() == u.list() } : null
        say("Control '${Plain.line(u.description())}': $what on channel ${u.channel()}, ${u.low()} to ${u.high()}, at ${u.value()}"
                + (u.centred() ? ', shown from its middle' : '')
                + (list == null ? '' : ", with the labels of '${Plain.line(list.name())}'")
                + (u.sentOnChange() ? ', sent when the preset is turned on' : '') + "; to ${port(u.port())}.")
    }
}
