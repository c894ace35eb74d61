package roadcase.importers.router

import groovy.transform.PackageScope

/** Reads presets with their inputs and sliders, or makes one up around a smaller part. */
@PackageScope
final class PresetReader {
    /** Stand for ports that a part of a configuration does not name. */
    static final String SOME_INPUT = '0_Keys'
    static final String SOME_OUTPUT = '0_Synth'

    private static final Map<String, Integer> CONTROLS = [midiControlOn: 1, midiControlOff: 0, midiControlToggle: 2,
            midiControlSelect: 3]
    private static final int HIGHEST_7 = 127
    private static final int HIGHEST_14 = 16383

    private final Findings findings
    private final ChainReader chains

    PresetReader(Findings findings) {
        this.findings = findings
        chains = new ChainReader(findings)
    }

    List<RouterPreset> all(List<Json> items) {
        List<RouterPreset> all = []
        Set<String> names = []
        for (Json item : items) {
            RouterPreset one = preset(item, "Preset ${all.size() + 1}".toString(), names)
            names << one.name()
            all << one
        }
        all
    }

    /** A preset that holds this smaller part. */
    RouterPreset around(Part part, List<Json> parts, Place place) {
        List<RouterInput> inputs = []
        List<PresetControl> controls = []
        List<UserControl> sliders = []
        switch (part) {
            case Part.INPUT:
            case Part.BARE_INPUT: inputs = this.inputs(parts); break
            case Part.CONTROL: controls = parts.collect { Json j -> control(j, 1) }; break
            case Part.SLIDER: sliders = this.sliders(parts); break
            case Part.CHAIN: inputs = [input([], parts.collect { Json j -> ended(chains.chain(j)) }, place)]; break
            case Part.FILTER:
                RouterChain one = new RouterChain('', '', false, false, chains.filters(parts), place)
                inputs = [input([], [ended(one)], place)]
                break
            case Part.EASY:
                EasyConfig easy = chains.easy(parts[0])
                inputs = [input([], [], place, easy.routes().isEmpty() ? everyZone(easy) : easy)]
                break
            case Part.ROUTE:
                EasyConfig routes = new EasyConfig([], [], parts.collect { Json j -> toSomewhere(chains.route(j)) }, place)
                inputs = [input([], [], place, routes)]
                break
        }
        new RouterPreset('Imported', '', true, controls, inputs, sliders, place)
    }

    private static RouterInput input(List<Cc14> cc14s, List<RouterChain> chains, Place place,
            EasyConfig easy = new EasyConfig([], [], [], place)) {
        new RouterInput('', '', SOME_INPUT, true, true, true, new RouterClock(4, 4, 0, [], place), cc14s, false, 2, easy,
                chains, place)
    }

    /** A part of a chain still has to end somewhere. */
    private static RouterChain ended(RouterChain chain) {
        if (chain.filters().any { RouterFilter f -> f instanceof ToPort || f instanceof ToNetwork || f instanceof ToConsole })
            return chain
        new RouterChain(chain.uuid(), chain.name(), chain.easy(), chain.onAndOff(),
                chain.filters() + [new ToPort(SOME_OUTPUT, chain.place()) as RouterFilter], chain.place())
    }

    private static EasyConfig everyZone(EasyConfig easy) {
        List<EasyRoute> routes = (0..easy.splits().size()).collect { int zone ->
            new EasyRoute('', zone, 1, -1, -1, 0, 0, HIGHEST_7, 0, HIGHEST_7, 1, -1, -1, SOME_OUTPUT, '', easy.place())
        }
        new EasyConfig(easy.splits(), easy.zones(), easy.splits().isEmpty() ? [] : routes, easy.place())
    }

    private static EasyRoute toSomewhere(EasyRoute r) {
        if (!r.destination().isBlank()) return r
        new EasyRoute(r.uuid(), r.split(), r.fromEvent(), r.fromChannel(), r.fromData1(), r.transpose(), r.fromStart(),
                r.fromEnd(), r.toStart(), r.toEnd(), r.toEvent(), r.toChannel(), r.toData1(), SOME_OUTPUT,
                r.description(), r.place())
    }

    private RouterPreset preset(Json json, String otherwise, Set<String> taken) {
        Fields f = new Fields(json, findings)
        String name = f.text('name', otherwise).strip() ?: otherwise
        String own = name
        for (int copy = 2; own in taken; copy++) own = "$name ($copy)"
        if (own != name) findings.corrected(f.place, "a second preset '${Plain.line(name)}' is called '${Plain.line(own)}'")
        String uuid = f.text('uuid', '')
        boolean enabled = f.yes('isEnabled', true)
        List<PresetControl> controls = []
        CONTROLS.each { String key, int action ->
            Json control = f.object(key)
            if (control != null) controls << this.control(control, action)
        }
        List<RouterInput> inputs = inputs(f.list('midiRouteInputs'))
        List<UserControl> sliders = sliders(f.list('userControls'))
        f.done()
        new RouterPreset(own, uuid, enabled, controls, inputs, sliders, f.place)
    }

    private PresetControl control(Json json, int action) {
        Fields f = new Fields(json, findings)
        String port = f.text('portName', '')
        PresetControl control = new PresetControl(f.number('presetMidiType', action, 0, 3), port,
                f.number('eventTypeId', 0, 0, 10), f.number('channel', -1, -1, 16), f.number('data1', -1, -1, HIGHEST_14),
                f.number('data2', -1, -1, HIGHEST_14), f.place)
        // Documents leave out what a control without a port, or with any channel, does not need.
        f.mayLack('channel', 'data1', 'data2')
        f.done()
        control
    }

    private List<RouterInput> inputs(List<Json> items) {
        items.collect { Json item -> input(item) }
    }

    private RouterInput input(Json json) {
        Fields f = new Fields(json, findings)
        String uuid = f.text('uuid', '')
        String description = f.text('description', '')
        String port = f.text('midiInputName', SOME_INPUT)
        Fields ignored = inside(f, 'ignoreTypes')
        boolean sysex = ignored == null || ignored.yes('midiSysex', true)
        boolean time = ignored == null || ignored.yes('midiTime', true)
        boolean sense = ignored == null || ignored.yes('midiSense', true)
        if (ignored != null) ignored.done()
        RouterClock clock = clock(f)
        List<Cc14> pairs = f.list('cc14bitAry').collect { Json j -> cc14(j) }
        Fields monitor = inside(f, 'monitor')
        boolean monitored = monitor != null && monitor.yes('isMonitored', false)
        int log = monitor == null ? 2 : monitor.number('logLen', 2, 0, 1_000_000)
        if (monitor != null) monitor.done()
        Json easyJson = f.object('easyConfig')
        EasyConfig easy = easyJson == null ? new EasyConfig([], [], [], f.place) : chains.easy(easyJson)
        List<RouterChain> chained = f.list('midiRouterChains').collect { Json j -> chains.chain(j) }
        f.done()
        new RouterInput(uuid, description, port.isBlank() ? SOME_INPUT : port, sysex, time, sense, clock, pairs,
                monitored, log, easy, chained, f.place)
    }

    private Fields inside(Fields f, String key) {
        Json json = f.object(key)
        json == null ? null : new Fields(json, findings)
    }

    private RouterClock clock(Fields input) {
        Fields f = inside(input, 'midiRouteClock')
        if (f == null) return new RouterClock(4, 4, 0, [], input.place)
        int signature = f.number('timeSig', 4, 1, 64)
        int division = f.number('timeSigDivBy', 4, 1, 64)
        int from = f.number('fromSppPos', 0, 0, HIGHEST_14)
        List<String> followers = f.list('propegateInputs').collect { Json j ->
            Fields one = new Fields(j, findings)
            String port = one.text('midiInputName', '')
            one.done()
            port
        }.findAll { String port -> !port.isBlank() }
        f.done()
        new RouterClock(signature, division, from, followers, f.place)
    }

    private Cc14 cc14(Json json) {
        Fields f = new Fields(json, findings)
        Cc14 pair = new Cc14(f.number('channel', -1, -1, 16), f.number('cc', -1, -1, HIGHEST_7), f.place)
        f.done()
        pair
    }

    private List<UserControl> sliders(List<Json> items) {
        items.collect { Json item -> slider(item) }
    }

    private UserControl slider(Json json) {
        Fields f = new Fields(json, findings)
        String uuid = f.text('uuid', '')
        int event = f.number('eventType', 0, 0, 2)
        int highest = event == 2 ? HIGHEST_14 : HIGHEST_7
        int low = f.number('minVal', 0, 0, highest)
        int high = f.number('maxVal', HIGHEST_7, 0, highest)
        if (low > high) {
            findings.corrected(f.place, "minVal $low is above maxVal $high; they change places")
            (low, high) = [high, low]
        }
        int value = f.number('inputVal', low, -HIGHEST_14, 2 * HIGHEST_14)
        if (value < low || value > high) {
            int near = value < low ? low : high
            findings.corrected(f.place, "inputVal $value is outside $low to $high; it starts at $near")
            value = near
        }
        String description = f.text('description', '')
        boolean centred = f.yes('is64Mode', false)
        int channel = f.number('channelId', 1, 1, 16)
        int cc = f.number('ccId', 0, 0, HIGHEST_7)
        int nrpn = f.number('nrpnControl', 0, 0, HIGHEST_14)
        String port = f.text('outputPortnName', '')
        boolean labelled = f.yes('isShowDropdown', false)
        String list = f.text('dropdownListUuid', '-1')
        boolean sent = f.yes('isSendOnPresetChange', false)
        f.done()
        new UserControl(uuid, event, description, value, low, high, centred, channel, cc, nrpn, port, labelled, list,
                sent, f.place)
    }
}
