package roadcase.importers.router

import groovy.transform.PackageScope

/** Which part of a configuration an object is, told by its keys; from the largest to the smallest. */
@PackageScope
enum Part {
    FILE('the whole', ['midiRoutePresets', '_activePresetID', 'dropdownlists', 'virtualInPorts', 'connectedInPorts',
            'connectedOutPorts', 'appVer', 'uniqueId']),
    PRESET('a preset', ['midiRouteInputs', 'userControls', 'midiControlOn', 'midiControlOff', 'midiControlToggle',
            'midiControlSelect', 'isEnabled']),
    INPUT('an input', ['midiRouterChains', 'easyConfig', 'ignoreTypes', 'midiRouteClock', 'cc14bitAry', 'monitor']),
    CHAIN('a chain', ['midiRoutersFilters', 'isRunForPresetOnAndOff', 'isEasyConfig']),
    EASY('the easy part', ['easyConfigRoutes', 'keyboardSplits', 'zoneNames']),
    ROUTE('an easy route', ['toDestinationName', 'splitRangeId', 'fromSelectedMidiEventTypeId',
            'toSelectedMidiEventTypeId', 'fromCcOrNrpnStart', 'toCcOrNrpnStart', 'transpose']),
    FILTER('a filter', ['filterType', 'conditionAction', 'filterChannel', 'filterEvents']),
    CONTROL('a preset control', ['presetMidiType']),
    SLIDER('a user control', ['outputPortnName', 'nrpnControl', 'isSendOnPresetChange', 'dropdownListUuid']),
    LIST('a list of labels', ['data']),
    BARE_INPUT('an input', ['midiInputName'])

    final String said
    private final List<String> keys

    private Part(String said, List<String> keys) {
        this.said = said
        this.keys = keys
    }

    /** Of an object, or of all objects of a list; null where nothing tells. */
    static Part of(Json json) {
        if (json.isList()) {
            List<Part> parts = json.items().collect { Json j -> j.isObject() ? of(j) : null }.findAll { Part p -> p != null }
            return parts.isEmpty() ? null : parts[0]
        }
        values().find { Part p -> p.keys.any { String key -> json.has(key) } }
    }
}
