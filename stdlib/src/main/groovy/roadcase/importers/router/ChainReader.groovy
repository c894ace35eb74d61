package roadcase.importers.router

import groovy.transform.PackageScope

/** Reads chains, filters and the easy part of an input. */
@PackageScope
final class ChainReader {
    private static final int HIGHEST_14 = 16383
    private static final int HIGHEST_SOCKET = 65535

    private final Findings findings

    ChainReader(Findings findings) {
        this.findings = findings
    }

    RouterChain chain(Json json) {
        Fields f = new Fields(json, findings)
        String uuid = f.text('uuid', '')
        String name = f.text('name', '')
        boolean easy = f.yes('isEasyConfig', false)
        boolean onAndOff = f.yes('isRunForPresetOnAndOff', false)
        // What is generated is made anew, so mistakes in it are nobody's business.
        List<RouterFilter> filters = easy ? [] : filters(f.list('midiRoutersFilters'))
        if (easy) f.unused('midiRoutersFilters')
        f.done()
        new RouterChain(uuid, name, easy, onAndOff, filters, f.place)
    }

    List<RouterFilter> filters(List<Json> items) {
        items.collect { Json j -> filter(j) }.findAll { RouterFilter f -> f != null }
    }

    private RouterFilter filter(Json json) {
        Fields f = new Fields(json, findings)
        f.unused('uuid')
        RouterFilter filter = filter(f)
        f.done()
        filter
    }

    private RouterFilter filter(Fields f) {
        int usual = f.has('conditionAction') || f.has('filterEvents') ? 4 : -1
        int type = f.number('filterType', usual, 0, 5)
        switch (type) {
            case 0: return new ToPort(f.text('midiInputName', ''), f.place)
            case 1: return new ToConsole(f.number('logTo', 0, 0, 1), f.text('userdata', ''), f.place)
            case 2: return new ToNetwork(f.text('serverName', ''), f.number('serverPort', 12345, 1, HIGHEST_SOCKET),
                    f.text('midiInputName', ''), f.place)
            case 3: return new Schedule(f.number('defferedType', 0, 0, 5), f.number('defferedTo', 0, 0, HIGHEST_14), f.place)
            case 4: return condition(f)
            case 5: return new Swap(f.place)
            default:
                findings.impossible(f.place, 'it does not say which type of filter it is; it is left out')
                return null
        }
    }

    private Condition condition(Fields f) {
        Ranges events = ranges(f, 'filterEvents', 0, 100)
        boolean off = events.of(Events.NOTE_OFF) >= 0
        boolean on = events.of(Events.NOTE_ON) >= 0
        if (off != on)
            findings.corrected(events.place, "${off ? '8 is a note off' : '9 is a note on'}, as MIDI and the code have it;"
                    + ' the document for assistants labels 8 and 9 the other way round')
        new Condition(f.text('name', ''), f.number('conditionAction', 0, 0, 2), ranges(f, 'filterChannel', 1, 16), events,
                ranges(f, 'filterData1', 0, HIGHEST_14), ranges(f, 'filterData2', 0, HIGHEST_14), f.place)
    }

    /** A filter that is not there lets everything pass: documents leave out what does not matter. */
    private Ranges ranges(Fields f, String key, int low, int high) {
        Json field = f.any(key)
        field == null ? Ranges.of(f.place, Stretch.same(low, high)) : Ranges.read(field, findings)
    }

    EasyConfig easy(Json json) {
        Fields f = new Fields(json, findings)
        List<Integer> splits = []
        for (Json split : f.list('keyboardSplits')) {
            Integer key = split.number()
            if (key == null || key < 0 || key > 126) findings.defaulted(split.place, "a split at ${split.shown()} is left out")
            else splits << key
        }
        List<Integer> sorted = splits.toUnique().sort(false)
        if (sorted != splits) findings.corrected(f.place, "the splits $splits are put in order: $sorted")
        List<String> zones = f.texts('zoneNames')
        List<EasyRoute> routes = f.list('easyConfigRoutes').collect { Json j -> route(j) }
        f.done()
        new EasyConfig(sorted, zones, routes, f.place)
    }

    EasyRoute route(Json json) {
        Fields f = new Fields(json, findings)
        EasyRoute route = new EasyRoute(f.text('uuid', ''), f.number('splitRangeId', -1, -1, 127),
                f.number('fromSelectedMidiEventTypeId', 0, 0, 10), f.number('fromChannel', -1, -1, 16),
                f.number('fromData1', -1, -1, HIGHEST_14), f.number('transpose', 0, -127, 127),
                f.number('fromCcOrNrpnStart', 0, -1, HIGHEST_14), f.number('fromCcOrNrpnEnd', 127, -1, HIGHEST_14),
                f.number('toCcOrNrpnStart', 0, -1, HIGHEST_14), f.number('toCcOrNrpnEnd', 127, -1, HIGHEST_14),
                f.number('toSelectedMidiEventTypeId', 0, 0, 10),
                f.number('toChannel', -1, -1, 16), f.number('toData1', -1, -1, HIGHEST_14),
                f.text('toDestinationName', ''), f.text('description', ''), f.place)
        f.mayLack('description')
        f.done()
        route
    }
}
