package roadcase.importers.router

import groovy.transform.PackageScope

/**
 * Reads a configuration, or a part of one as documents quote it, into the model. Never refuses: what cannot be read is
 * defaulted, and the findings say so. One reading each.
 */
@PackageScope
final class RouterReader {
    private static final List<Integer> OLDEST_KNOWN = [2, 3, 0]

    private final Findings findings
    private final PresetReader presets

    RouterReader(Findings findings) {
        this.findings = findings
        presets = new PresetReader(findings)
    }

    /** @param root what {@link Part} knows */
    RouterFile read(Json root) {
        Part part = Part.of(root)
        if (part == Part.FILE && root.isObject()) return file(root)
        findings.noted(root.place, "only ${part.said} of a configuration; what goes around it is made up")
        List<Json> parts = root.isList() ? root.items().findAll { Json j -> Part.of(j) == part } : [root]
        switch (part) {
            case Part.LIST: return file(lists(parts), [])
            case Part.PRESET: return file([], presets.all(parts))
            default: return file([], [presets.around(part, parts, root.place)])
        }
    }

    private RouterFile file(Json root) {
        Fields f = new Fields(root, findings)
        String id = uniqueId(f)
        int active = f.number('_activePresetID', 0, -1, 9999)
        String version = f.text('appVer', '')
        List<Dropdown> lists = lists(f.list('dropdownlists'))
        List<String> virtual = f.texts('virtualInPorts')
        List<String> ins = f.texts('connectedInPorts')
        List<String> outs = f.texts('connectedOutPorts')
        List<RouterPreset> all = presets.all(f.list('midiRoutePresets'))
        String error = f.has('criticalError') ? f.text('criticalError', '') : ''
        f.done()
        aged(root.place, version)
        if (!error.isEmpty()) findings.noted(root.place, "the original said of itself: ${Plain.line(error)}")
        if (ins || outs)
            findings.skipped(root.place, 'connectedInPorts and connectedOutPorts: what was plugged in; Roadcase sees that itself')
        if (!all.isEmpty() && (active < 0 || active >= all.size())) {
            findings.defaulted(root.place, "_activePresetID is $active and there are ${all.size()} presets; the first is shown")
            active = 0
        }
        new RouterFile(id, active, version, lists, virtual, ins, outs, all, error)
    }

    private static RouterFile file(List<Dropdown> lists, List<RouterPreset> presets) {
        new RouterFile('', 0, '', lists, [], [], [], presets, '')
    }

    /** Written as a text or as a number, depending on the version. */
    private static String uniqueId(Fields f) {
        Json id = f.any('uniqueId')
        id == null ? '' : id.text() ?: id.shown()
    }

    private void aged(Place place, String version) {
        if (version.isEmpty()) return
        List<Integer> numbers = version.findAll(/\d{1,6}/).collect { String s -> s.toInteger() }
        for (int i = 0; i < OLDEST_KNOWN.size(); i++) {
            int here = i < numbers.size() ? numbers[i] : 0
            if (here > OLDEST_KNOWN[i]) return
            if (here < OLDEST_KNOWN[i]) {
                findings.corrected(place, "written by version ${Plain.line(version)}, older than 2.3.0; it is repaired as"
                        + ' far as possible: what it lacks is defaulted, so listen to each preset before you rely on it')
                return
            }
        }
    }

    private List<Dropdown> lists(List<Json> items) {
        List<Dropdown> lists = []
        for (Json item : items) {
            Fields f = new Fields(item, findings)
            String name = f.text('name', '')
            String data = f.text('data', '')
            String uuid = f.text('uuid', '')
            f.done()
            List<String> labels = data.isEmpty() ? [] : data.split('\r?\n', -1) as List<String>
            lists << new Dropdown(name.strip() ?: "List ${lists.size() + 1}".toString(), labels, uuid, f.place)
        }
        lists
    }
}
