package roadcase.importers.router

import com.fasterxml.jackson.core.JsonProcessingException
import groovy.transform.PackageScope

/**
 * What chains say to the router itself by way of its console: switch a preset, or show a line. What the router generated
 * for its monitor and its preset controls never comes here.
 */
@PackageScope
final class Orders {
    /** A message that does something to a preset, found in a chain. */
    @PackageScope
    record Trigger(String preset, int action, String base, Way way) {}

    final List<Trigger> triggers = []
    private final Set<String> presets
    private final Findings findings

    /** @param presets their uuids */
    Orders(Set<String> presets, Findings findings) {
        this.presets = presets
        this.findings = findings
    }

    /** The line that shows messages in the console, or null where it is an order or nothing. */
    Line console(ToConsole f, String base, Way way, String remark) {
        Json data = read(f.data())
        String action = data?.fields()?.get('action')?.text()
        String preset = data?.fields()?.get('presetUuid')?.text()
        Integer what = data?.fields()?.get('presetMidiType')?.number()
        if (action == 'presetOnOff' && preset in presets && what in 0..3) triggers << new Trigger(preset, what, base, way)
        else if (action == 'monitor') findings.skipped(f.place(), "the monitor's own chain; 'monitor' does it")
        else if (action == 'presetOnOff') findings.impossible(f.place(), 'it switches a preset that this file does not hold')
        else return new Line(base, way, "toConsole(${Plain.literal(Plain.line(f.data()) ?: 'Console')})".toString(), remark)
        null
    }

    private static Json read(String text) {
        try {
            return text.isBlank() ? null : Json.read(text)
        } catch (Json.Broken | JsonProcessingException ignored) {
            return null // any text may be written to the console
        }
    }
}
