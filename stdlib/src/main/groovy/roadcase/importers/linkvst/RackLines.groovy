package roadcase.importers.linkvst

import groovy.transform.PackageScope
import java.util.regex.Pattern
import roadcase.devices.BeatStepPro
import roadcase.devices.MidiMix
import roadcase.importers.router.Plain
import roadcase.rig.RigBuilder
import roadcase.rig.plan.Overlay
import roadcase.rig.plan.Overlay.Insert
import roadcase.rig.plan.Overlay.Place
import roadcase.surface.DeviceSpec

/** Writes instruments, effects, routes and ports as lines of a script. Stateless. */
final class RackLines {
    private RackLines() {}

    /**
     * An overlay, to be read after this gig.
     *
     * @param alone whether there is no gig: then a rack is made even where nothing is in it
     */
    static String of(Overlay overlay, RigBuilder gig, boolean alone) {
        if (overlay.isEmpty() && !alone) return ''
        List<List<String>> parts = [['def rack = device(Rack)']]
        overlay.slots().each { Integer number, Place place -> parts << slot(number, place, []) }
        if (!overlay.master().isEmpty()) parts << master(overlay.master())
        parts << sequencer(overlay, gig)
        if (overlay.mixer() != null) parts << (bound('MidiMix', MidiMix.SPEC, overlay.mixer(), gig) + mixer('def mix = device(MidiMix)'))
        joined(parts)
    }

    @PackageScope
    static String joined(List<List<String>> parts) {
        parts.findAll { List<String> p -> !p.isEmpty() }.collect { List<String> p -> p.join('\n') }.join('\n\n') + '\n'
    }

    /** @param more lines inside, such as a start level */
    @PackageScope
    static List<String> slot(int number, Place place, List<String> more, String before = '') {
        List<String> inside = ["    instrument ${Plain.literal(place.instrument())}".toString()]
        for (Insert insert : place.effects()) inside << effect(insert)
        for (String line : more) inside << "    $line".toString()
        ["${before}rack.slot($number, ${Plain.literal(place.name())}) {".toString()] + inside + ['}']
    }

    @PackageScope
    static List<String> master(List<Insert> effects) {
        ['rack.master {'] + effects.collect { Insert i -> effect(i) } + ['}']
    }

    private static String effect(Insert insert) {
        String line = "    effect     ${Plain.literal(insert.plugin())}"
        insert.label() == null || insert.label() == insert.plugin() ? line : "$line    // ${Plain.line(insert.label())}"
    }

    /** What comes in at the sequencer's port, or at that of the gig's own BeatStep Pro; nothing while there is neither. */
    private static List<String> sequencer(Overlay overlay, RigBuilder gig) {
        String port = overlay.sequencer()
        if (port == null && !gig.hasDevice('BeatStepPro'))
            return overlay.routing().collect { Integer channel, Integer slot ->
                "// channel $channel plays slot $slot as soon as there is a sequencer: midi_seq".toString()
            }
        boolean known = port == null || isNamed(BeatStepPro.SPEC, port)
        List<String> lines = known
                ? (port == null ? [] : bound('BeatStepPro', BeatStepPro.SPEC, port, gig)) + ['def seq = device(BeatStepPro)']
                : ["def seq = input(${Plain.literal(port)})".toString()]
        overlay.routing().each { Integer channel, Integer slot -> lines << route(channel, "rack.slots[$slot]") }
        lines
    }

    @PackageScope
    static String route(int channel, String to) {
        "seq.onChannel($channel).to($to)"
    }

    /** Nothing where the room says it already. */
    private static List<String> bound(String device, DeviceSpec spec, String port, RigBuilder gig) {
        String before = gig.boundTo(device) ?: gig.boundTo(spec.port())
        before == port ? [] : ["bind '$device', to: ${Plain.literal(port)}".toString()]
    }

    /** A mixer for the eight slots: faders, mutes, solos, three knobs each. */
    @PackageScope
    static List<String> mixer(String first) {
        [first, '''\
for (strip in mix.strips) {
    def slot = rack.slots[strip.number]
    strip.fader.to(slot.gain)
    strip.top.to(slot.parameter(1))
    strip.mid.to(slot.parameter(2))
    strip.low.to(slot.parameter(3))
    strip.mute.toggles().to(slot.mute)
    strip.recArm.toggles().to(slot.solo)
}
mix.master.to(rack.master.gain)''']
    }

    @PackageScope
    static boolean isNamed(DeviceSpec spec, String port) {
        spec.patterns().any { String p -> Pattern.compile(p, Pattern.CASE_INSENSITIVE).matcher(port).matches() }
    }
}
