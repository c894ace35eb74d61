package roadcase.importers.router

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.json.JsonMapper
import java.util.regex.Matcher

/**
 * What a router file does with one event, written anew from the fact sheet of the format and sharing no code with the
 * importer. Times and presets are the Specs' business.
 *
 * <p>An event is {@code [number as in filters, channel, data1, data2]}; NRPN is event 100. What goes out is
 * {@code port: bytes}.
 */
class RouterOracle {
    private final JsonNode file

    RouterOracle(String json) {
        file = new JsonMapper().readTree(json)
    }

    /** What the enabled presets send for it, in no particular order. */
    List<String> sent(String port, List<Integer> event) {
        List<String> out = []
        for (JsonNode preset : file.path('midiRoutePresets')) {
            if (!preset.path('isEnabled').asBoolean(true)) continue
            for (JsonNode input : preset.path('midiRouteInputs')) {
                if (plainName(input.path('midiInputName').asText()) != port) continue
                for (JsonNode chain : input.path('midiRouterChains'))
                    if (!chain.path('isEasyConfig').asBoolean()) out.addAll(run(chain.path('midiRoutersFilters').toList(), event))
                for (JsonNode route : input.path('easyConfig').path('easyConfigRoutes'))
                    out.addAll(easy(route, input.path('easyConfig').path('keyboardSplits').collect { it.asInt() }, event))
            }
        }
        out
    }

    static String plainName(String name) {
        Matcher m = name =~ /^(\d+)_(.*)$/
        !m ? name : m.group(1) == '0' ? m.group(2) : "${m.group(2)} #${m.group(1).toInteger() + 1}"
    }

    private List<String> run(List<JsonNode> filters, List<Integer> event) {
        List<String> out = []
        List<Integer> e = event
        for (JsonNode f : filters) {
            switch (f.path('filterType').asInt()) {
                case 0: out << line(plainName(f.path('midiInputName').asText()), e); break
                case 2: out << line("${f.path('serverName').asText()}:${f.path('serverPort').asInt()}/${plainName(f.path('midiInputName').asText())}", e); break
                case 4:
                    e = filtered(e, f.path('conditionAction').asInt(), ranges(f, 'filterChannel'), ranges(f, 'filterEvents'),
                            ranges(f, 'filterData1'), ranges(f, 'filterData2'))
                    if (e == null) return out
                    break
                case 5: e = [e[0], e[1], e[3], e[2]]; break
            }
        }
        out
    }

    private static List<List<Integer>> ranges(JsonNode filter, String key) {
        new JsonMapper().readTree(filter.path(key).asText()).collect { r -> r.collect { it.asInt() } }
    }

    static List<Integer> filtered(List<Integer> e, int action, channel, events, data1, data2) {
        Integer kind = mapped(events, e[0])
        Integer ch = mapped(channel, e[1])
        boolean oneByte = e[0] in [12, 13]
        Integer d1 = e[0] == 14 ? e[2] : mapped(data1, e[2])
        Integer d2 = oneByte ? (Integer) 0 : mapped(data2, e[3])
        boolean met = [kind, ch, d1, d2].every { it != null }
        if (action == 2) return met ? null : e
        if (!met) return action == 1 ? null : e
        [kind, ch, d1, d2]
    }

    /** The last range that has the value. */
    static Integer mapped(List<List<Integer>> ranges, int v) {
        List<Integer> r = ranges.reverse().find { it[0] <= v && v <= (it.size() > 2 ? it[1] : it[0]) }
        if (r == null) return null
        switch (r.size()) {
            case 1: return v
            case 2: return r[1]
            case 3: return r[2] + v - r[0]
            default: return r[0] == r[1] ? r[2] : ((v - r[0]) * (r[3] - r[2]) + r[2] * (r[1] - r[0])).intdiv(r[1] - r[0]) as Integer
        }
    }

    private static final Map<Integer, List<Integer>> MENU = [1: [8, 9], 2: [8], 3: [9], 4: [10], 5: [11], 7: [100], 8: [12],
                                                             9: [13], 10: [14]]

    private List<String> easy(JsonNode r, List<Integer> splits, List<Integer> event) {
        int from = r.path('fromSelectedMidiEventTypeId').asInt()
        int to = r.path('toSelectedMidiEventTypeId').asInt()
        if (from != 0 && !(event[0] in MENU[from])) return []
        int kind = from == 0 || to == 0 || MENU[from] == MENU[to] || MENU[to].size() > 1 ? event[0] : MENU[to][0]
        int fromChannel = r.path('fromChannel').asInt(-1)
        if (fromChannel != -1 && event[1] != fromChannel) return []
        int toChannel = r.path('toChannel').asInt(-1)
        int channel = toChannel != -1 ? toChannel : event[1]
        int fromData1 = r.path('fromData1').asInt(-1)
        int toData1 = r.path('toData1').asInt(-1)
        int data1 = event[2]
        if (fromData1 != -1) {
            if (data1 != fromData1) return []
            if (toData1 != -1) data1 = toData1
        } else {
            int zone = r.path('splitRangeId').asInt(-1)
            if (zone != -1 && event[0] in [8, 9]) {
                int low = zone == 0 ? 0 : splits[zone - 1] + 1
                int high = zone == splits.size() ? 127 : splits[zone]
                if (data1 < low || data1 > high) return []
            }
            if (event[0] in [8, 9]) data1 += r.path('transpose').asInt(0)
            if (toData1 != -1) data1 = toData1
        }
        if (data1 < 0 || event[0] != 100 && data1 > 127) return []
        int data2 = event[3]
        if (!(event[0] in [12, 13])) {
            Integer value = mapped([[r.path('fromCcOrNrpnStart').asInt(0), r.path('fromCcOrNrpnEnd').asInt(127),
                                     r.path('toCcOrNrpnStart').asInt(0), r.path('toCcOrNrpnEnd').asInt(127)]], data2)
            if (value == null) return []
            data2 = value
        }
        String end = r.path('toDestinationName').asText()
        Matcher remote = end =~ '^([a-zA-Z0-9._-]+:\\d+)/(.*)$'
        [line(remote ? "${remote.group(1)}/${plainName(remote.group(2))}" : plainName(end), [kind, channel, data1, data2])]
    }

    /** The bytes: an NRPN is CC 99, 98, 6, 38 and the null 101, 100. A CC that becomes a program gives its value. */
    static String line(String port, List<Integer> e) {
        int c = e[1] - 1
        if (e[0] == 100) {
            List<List<Integer>> ccs = [[99, e[2] >> 7], [98, e[2] & 127], [6, e[3] >> 7], [38, e[3] & 127], [101, 127], [100, 127]]
            return "$port: " + ccs.collect { hex([0xB0 + c] + it) }.join(' | ')
        }
        int status = (e[0] << 4) + c
        "$port: " + hex(e[0] in [12, 13] ? [status, e[2]] : [status, e[2], e[3]])
    }

    static String hex(List<Integer> bytes) {
        bytes.collect { String.format('%02X', it) }.join(' ')
    }
}
