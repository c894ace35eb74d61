package roadcase.importers.router

import com.fasterxml.jackson.databind.json.JsonMapper
import roadcase.played.Played
import roadcase.script.Importer.Imported
import roadcase.words.GigLanguage
import spock.lang.Specification

/** The imported gig, rehearsed, does what the file says: vectors against {@link RouterOracle}. */
class RouterPlayedSpec extends Specification {
    static final IN = 'Launch Control XL'
    static final OUTS = ['Synth', 'Drums', 'host:12345/Synth']
    static final ANY = '[[0, 127, 0]]'

    static Imported imported(Object file) {
        new GigLanguage().importers().find { it.name() == 'midi-router' }.read('router.json': json(file))
    }

    static String json(Object file) {
        file instanceof String ? file : new JsonMapper().writeValueAsString(file)
    }

    static Map preset(Map inside) {
        [name: 'One', isEnabled: true] + inside
    }

    static Map input(Map inside) {
        [midiInputName: "0_$IN".toString(), ignoreTypes: [midiSysex: false, midiTime: false, midiSense: false]] + inside
    }

    static Map file(Map... inputs) {
        [midiRoutePresets: [preset(midiRouteInputs: inputs as List)]]
    }

    static Map chain(Map... filters) {
        [name: 'a chain', isEasyConfig: false, isRunForPresetOnAndOff: false, midiRoutersFilters: filters as List]
    }

    static Map condition(Map with) {
        [filterType: 4, name: 'f', conditionAction: 1, filterChannel: '[[1, 16, 1]]', filterEvents: '[[8, 14, 8]]',
         filterData1: ANY, filterData2: ANY] + with
    }

    static final Map SYNTH = [filterType: 0, midiInputName: '0_Synth']

    /** Events of every kind; offs follow their ons. */
    static final List<List<Integer>> EVENTS = [
        [9, 1, 60, 100], [8, 1, 60, 0], [9, 6, 19, 1], [8, 6, 19, 0], [9, 6, 74, 127], [8, 6, 74, 0], [9, 16, 127, 64],
        [8, 16, 127, 0], [9, 1, 0, 63], [8, 1, 0, 0], [9, 1, 36, 50], [8, 1, 36, 0], [10, 1, 60, 33], [10, 6, 20, 127],
        [11, 1, 1, 0], [11, 1, 1, 127], [11, 6, 7, 64], [11, 6, 8, 63], [11, 1, 19, 100], [11, 16, 74, 1], [12, 1, 5, 0],
        [12, 6, 0, 0], [13, 1, 90, 0], [13, 6, 0, 0], [14, 1, 0, 64], [14, 6, 127, 127], [14, 1, 5, 1]]

    static List<Integer> bytes(List<Integer> e) {
        int status = (e[0] << 4) + e[1] - 1
        e[0] in [12, 13] ? [status, e[2]] : [status, e[2], e[3]]
    }

    /** What goes out for each event, event by event. */
    static List<List<String>> played(String gig, String port, List<List<Integer>> events) {
        def played = Played.script(gig)
        double t = 0
        events.collect { e ->
            played.fresh()
            t += 0.1
            played.at(t)
            if (e[0] == 100) nrpn(e).each { played.plays(port, it) }
            else played.plays(port, RouterOracle.hex(bytes(e)))
            OUTS.collectMany { out ->
                def heard = played.heard(out)
                heard.size() > 1 && heard[0].startsWith('B') ? ["$out: ${heard.join(' | ')}".toString()] : heard.collect { "$out: $it".toString() }
            }.sort()
        }
    }

    static List<String> nrpn(List<Integer> e) {
        [[99, e[2] >> 7], [98, e[2] & 127], [6, e[3] >> 7], [38, e[3] & 127]].collect { RouterOracle.hex([0xB0 + e[1] - 1] + it) }
    }

    private static void same(Object file, List<List<Integer>> events = EVENTS) {
        def gig = imported(file).gig()
        def oracle = new RouterOracle(json(file))
        def played = played(gig, IN, events)
        events.eachWithIndex { e, i ->
            def expected = oracle.sent(IN, e).sort()
            assert [e, played[i]] == [e, expected], gig
        }
    }

    def "filter 4, action #action, with #with"() {
        expect:
        same(file(input(midiRouterChains: [chain(condition(with + [conditionAction: action]), SYNTH)])))

        where:
        [action, with] << [[0, 1, 2], [
            [:],
            [filterChannel: '[[0, 16, 0]]'],
            [filterChannel: '[[6]]'],
            [filterChannel: '[[1, 6]]'],
            [filterChannel: '[[1, 4, 3]]'],
            [filterChannel: '[[1, 16, 16, 1]]'],
            [filterEvents: '[[8], [9]]'],
            [filterEvents: '[[8], [9]]', filterData1: '[[19, 74, 19]]'],
            [filterEvents: '[[8], [9]]', filterData1: '[[19, 74, 31]]', filterChannel: '[[1, 2]]'],
            [filterEvents: '[[8], [9]]', filterData1: '[[0, 127, 127, 0]]'],
            [filterEvents: '[[8], [9]]', filterData2: '[[0, 127, 0, 100]]', filterData1: '[[60]]'],
            [filterEvents: '[[10]]'],
            [filterEvents: '[[11]]'],
            [filterEvents: '[[11]]', filterData1: '[[1]]'],
            [filterEvents: '[[11]]', filterData1: '[[1, 74]]'],
            [filterEvents: '[[11]]', filterData1: '[[1, 8, 11, 18]]', filterData2: '[[0, 127, 127, 0]]'],
            [filterEvents: '[[11]]', filterData1: '[[7]]', filterData2: '[[64]]'],
            [filterEvents: '[[11]]', filterData1: '[[1, 100]]', filterData2: '[[1, 127, 20, 80]]'],
            [filterEvents: '[[11, 9]]', filterData1: '[[1, 60]]', filterData2: '[[1, 127, 1]]'],
            [filterEvents: '[[12]]'],
            [filterEvents: '[[12]]', filterData1: '[[5, 9]]'],
            [filterEvents: '[[13]]'],
            [filterEvents: '[[13]]', filterData1: '[[0, 127, 127, 0]]'],
            [filterEvents: '[[14]]'],
            [filterEvents: '[[11], [12]]', filterData1: '[[1, 8, 2]]'],
            [filterEvents: '[[9], [8], [10]]', filterData1: '[[60], [19, 30]]'],
        ]].combinations()
    }

    def "CC to NRPN stretches, and an NRPN is a whole: #with"() {
        expect:
        same(file(input(midiRouterChains: [chain(condition(with), SYNTH)])), events)

        where:
        with                                                                                                     | events
        [filterChannel: '[[6, 6]]', filterEvents: '[[11, 100]]', filterData1: '[[19, 8]]', filterData2: '[[0, 127, 0, 255]]'] | [[11, 6, 19, 0], [11, 6, 19, 63], [11, 6, 19, 127], [11, 6, 20, 5], [11, 1, 19, 5]]
        [filterEvents: '[[100]]', filterData1: '[[0, 16383, 0]]', filterData2: '[[0, 16383, 0]]']                | [[100, 1, 8, 200], [100, 16, 16000, 16383]]
        [filterEvents: '[[100]]', filterData1: '[[8, 300]]', filterData2: '[[0, 16383, 0]]']                     | [[100, 1, 8, 200], [100, 1, 9, 16383]]
        [filterEvents: '[[100, 11]]', filterData1: '[[8, 74]]', filterData2: '[[0, 16383, 0, 127]]']             | [[100, 1, 8, 200], [100, 1, 9, 1], [100, 2, 8, 16383]]
        [filterEvents: '[[100]]', filterData1: '[[8]]', filterData2: '[[0, 127, 0]]']                            | [[100, 1, 8, 100], [100, 1, 8, 128]]
    }

    def "a chain: several destinations, each with what was done so far; bytes change places"() {
        expect:
        same(file(input(midiRouterChains: [chain(condition(filterEvents: '[[11]]'), SYNTH, [filterType: 5],
                [filterType: 0, midiInputName: '0_Drums'], condition(filterChannel: '[[1, 3]]'),
                [filterType: 2, serverName: 'host', serverPort: 12345, midiInputName: '0_Synth'])])))
    }

    def "an easy route: #route"() {
        expect:
        same(file(input(easyConfig: [keyboardSplits: [34, 74], zoneNames: ['Low', 'Mid', 'High'],
                                     easyConfigRoutes: [[toDestinationName: '0_Synth', description: ''] + route]])), events)

        where:
        route                                                                                           || events
        [:]                                                                                             || EVENTS
        [fromChannel: 6]                                                                                || EVENTS
        [fromChannel: 6, toChannel: 1]                                                                  || EVENTS
        [toChannel: 3]                                                                                  || EVENTS
        [transpose: 12]                                                                                 || EVENTS.findAll { it[0] < 10 || it[0] > 10 }
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1]                                  || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, splitRangeId: 0]                 || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, splitRangeId: 1, transpose: 12]  || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, splitRangeId: 2, transpose: -12, fromChannel: 1, toChannel: 2] || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, fromData1: 60]                   || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, fromData1: 60, toData1: 72]      || EVENTS
        [fromSelectedMidiEventTypeId: 1, toSelectedMidiEventTypeId: 1, toData1: 72]                     || EVENTS
        [fromSelectedMidiEventTypeId: 4, toSelectedMidiEventTypeId: 4]                                  || EVENTS
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 5]                                  || EVENTS
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 5, fromData1: 1, toData1: 74]       || EVENTS
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 5, fromData1: 1, toCcOrNrpnStart: 127, toCcOrNrpnEnd: 0] || EVENTS
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 5, fromCcOrNrpnStart: 60, fromCcOrNrpnEnd: 100] || EVENTS.findAll { it[0] != 11 } + [[11, 1, 7, 60], [11, 1, 7, 59], [11, 1, 7, 100], [11, 1, 7, 101], [11, 1, 7, 80]]
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 7, fromChannel: 6, toChannel: 6, toData1: 8, toCcOrNrpnEnd: 255] || EVENTS
        [fromSelectedMidiEventTypeId: 5, toSelectedMidiEventTypeId: 7, fromChannel: 1, toChannel: 6, fromData1: 19, toData1: 8, toCcOrNrpnEnd: 16383] || EVENTS
        [fromSelectedMidiEventTypeId: 7, toSelectedMidiEventTypeId: 7, fromData1: 8, fromCcOrNrpnEnd: 16383, toCcOrNrpnEnd: 16383] || [[100, 1, 8, 200], [100, 1, 9, 1]]
        [fromSelectedMidiEventTypeId: 7, toSelectedMidiEventTypeId: 5, fromData1: 8, toData1: 74, fromCcOrNrpnEnd: 255] || [[100, 1, 8, 200], [100, 1, 8, 256], [100, 1, 9, 1]]
        [fromSelectedMidiEventTypeId: 8, toSelectedMidiEventTypeId: 8]                                  || EVENTS
        [fromSelectedMidiEventTypeId: 8, toSelectedMidiEventTypeId: 8, fromData1: 5, toData1: 7]        || EVENTS
        [fromSelectedMidiEventTypeId: 9, toSelectedMidiEventTypeId: 9]                                  || EVENTS
        [fromSelectedMidiEventTypeId: 10, toSelectedMidiEventTypeId: 10]                                || EVENTS
        [toDestinationName: 'host:12345/0_Synth', fromChannel: 1]                                       || EVENTS
    }

    def "system messages pass an input as it ignores them, and never a filter 4"() {
        given:
        def open = imported(file(input(midiRouterChains: [chain(SYNTH)]))).gig()
        def filtered = imported(file(input(midiRouterChains: [chain(condition(filterChannel: '[[1, 16, 3, 3]]'), SYNTH)]))).gig()
        def deaf = imported(file([midiInputName: "0_$IN".toString(), midiRouterChains: [chain(SYNTH)]])).gig()

        expect:
        heard(open, 'F8', 'FE', 'F0 7D 01 F7') == ['F8', 'FE', 'F0 7D 01 F7']
        heard(filtered, 'F8', 'FE', 'F0 7D 01 F7', 'B0 01 02') == ['B2 01 02']
        heard(deaf, 'F8', 'FE', 'F0 7D 01 F7', 'B0 01 02') == ['B0 01 02']
    }

    private static List<String> heard(String gig, String... hex) {
        Played.script(gig).at(0.1).plays(IN, hex).heard('Synth')
    }

    def "a preset is switched by #event with data1 #data1 and data2 #data2 on channel #channel"() {
        given:
        def gig = imported([midiRoutePresets: [[name: 'A', isEnabled: false, midiRouteInputs: [input(midiRouterChains: [chain(SYNTH)])],
                midiControlOn: [presetMidiType: 1, portName: '0_Pads', eventTypeId: event, channel: channel, data1: data1, data2: data2]]]]).gig()

        expect:
        isOn(gig, fires)
        others.every { !isOn(gig, it) }

        where:
        event | channel | data1 | data2 || fires                  | others
        0     | -1      | -1    | -1    || ['C0 05']              | []
        0     | 2       | -1    | -1    || ['91 05 40']           | [['90 05 40']]
        1     | -1      | 73    | -1    || ['90 49 40']           | [['90 48 40'], ['B0 49 7F']]
        2     | -1      | 73    | -1    || ['90 49 40', '80 49 00'] | [['90 49 40'], ['90 48 40', '80 48 00']]
        3     | 1       | 73    | -1    || ['90 49 01']           | [['91 49 01'], ['90 4A 01'], ['80 49 00']]
        3     | -1      | -1    | -1    || ['95 10 01']           | [['B5 10 7F']]
        3     | -1      | 73    | 100   || ['90 49 64']           | [['90 49 63']]
        5     | -1      | 20    | -1    || ['B0 14 7F']           | [['B0 15 7F'], ['90 14 7F']]
        5     | 3       | 20    | 10    || ['B2 14 0A']           | [['B2 14 0B'], ['B1 14 0A']]
        8     | -1      | 5     | -1    || ['C0 05']              | [['C0 06']]
        9     | -1      | -1    | -1    || ['D0 7F']              | [['B0 01 7F']]
        10    | -1      | -1    | -1    || ['E0 7F 7F']           | [['D0 7F']]
    }

    /** Whether, after these, what comes in goes out. */
    private static boolean isOn(String gig, List<String> trigger) {
        def played = Played.script(gig)
        played.at(0.1).plays('Pads', *trigger)
        played.at(0.2).plays(IN, 'B0 01 02').heard('Synth') == ['B0 01 02']
    }

    def "off, toggle and select do what they are called; a slider that is sent on change is sent when its preset goes on"() {
        given:
        def by = { int type, int note -> [presetMidiType: type, portName: '0_Pads', eventTypeId: 3, channel: -1, data1: note, data2: -1] }
        def one = { String name, int first, boolean on -> [name: name, isEnabled: on, midiControlOn: by(1, first), midiControlOff: by(0, first + 1),
                midiControlToggle: by(2, first + 2), midiControlSelect: by(3, first + 3),
                midiRouteInputs: [input(midiRouterChains: [chain([filterType: 0, midiInputName: "0_$name".toString()])])],
                userControls: [[description: 'X', eventType: 0, ccId: 7, channelId: 2, inputVal: 9, outputPortnName: "0_$name".toString(), isSendOnPresetChange: true]]] }
        def played = Played.script(imported([midiRoutePresets: [one('Synth', 10, true), one('Drums', 20, false)]]).gig())
        double t = 0
        def after = { int note ->
            t += 0.1
            played.fresh().at(t).plays('Pads', String.format('90 %02X 40', note))
            def sent = ['Synth', 'Drums'].collectEntries { [it, played.heard(it)] }
            played.fresh().plays(IN, 'B0 01 02')
            [sent, ['Synth', 'Drums'].findAll { played.heard(it) == ['B0 01 02'] }]
        }

        expect:
        after(11) == [[Synth: [], Drums: []], []]
        after(22) == [[Synth: [], Drums: ['B1 07 09']], ['Drums']]
        after(10) == [[Synth: ['B1 07 09'], Drums: []], ['Synth', 'Drums']]
        after(22) == [[Synth: [], Drums: []], ['Synth']]
        after(23) == [[Synth: [], Drums: ['B1 07 09']], ['Drums']]
    }

    def "a chain for on and off plays while its preset is off"() {
        given:
        def file = [midiRoutePresets: [[name: 'A', isEnabled: false, midiRouteInputs: [input(midiRouterChains: [
                chain(SYNTH), chain([filterType: 0, midiInputName: '0_Drums']) + [isRunForPresetOnAndOff: true]])]]]]
        def played = Played.script(imported(file).gig()).at(0.1).plays(IN, 'B0 01 02')

        expect:
        played.heard('Synth') == []
        played.heard('Drums') == ['B0 01 02']
    }

    def "random filters: the gig does what the file says (seed #seed)"() {
        given:
        def random = new Random(seed)

        expect:
        for (int i = 0; i < 12; i++) {
            def filters = (0..random.nextInt(2)).collect { condition(wild(random)) }
            same(file(input(midiRouterChains: [chain(*filters, SYNTH)])))
        }

        where:
        seed << (1..12)
    }

    /** A filter that keeps kinds, with ranges that fit what MIDI carries: what does not fit is another Spec's. */
    private static Map wild(Random random) {
        List<Integer> kinds = [[8, 9], [8, 9], [11], [12], [13], [14], [10], [8, 9, 11], [8, 9, 10, 11, 12, 13, 14]][random.nextInt(9)]
        Map all = [conditionAction: random.nextInt(3), filterEvents: '[' + kinds.collect { "[$it]" }.join(', ') + ']']
        if (random.nextBoolean()) all.filterChannel = wild(random, 1, 16, 1)
        if (random.nextBoolean() && kinds != [14]) all.filterData1 = wild(random, 0, 127, 0)
        if (random.nextInt(3) == 0 && !(8 in kinds) && kinds.every { it in [10, 11] }) all.filterData2 = wild(random, 0, 127, 0)
        all
    }

    private static String wild(Random random, int low, int high, int lowest) {
        def one = { low + random.nextInt(high - low + 1) }
        def (int a, int b) = [one(), one()].sort()
        switch (random.nextInt(5)) {
            case 0: return "[[$a]]"
            case 1: return "[[$a, ${one()}]]"
            case 2: return "[[$a, $b, ${lowest + random.nextInt(high - (b - a) - lowest + 1)}]]"
            case 3: return "[[$a, $b, ${one()}, ${one()}]]"
            default: return "[[$a, $b, $a], [${one()}, ${one()}]]"
        }
    }
}
