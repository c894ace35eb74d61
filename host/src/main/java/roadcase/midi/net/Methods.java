package roadcase.midi.net;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What our server offers to its peers, by the names that a MIDI Router uses. Immutable, any thread. */
final class Methods {
    private static final Map<String, List<String>> METHODS = new LinkedHashMap<>();
    private static final Map<String, List<String>> SIGNALS = new LinkedHashMap<>();

    static {
        List<String> both = List.of("getPortCount", "getPortName", "getPortNumber", "getPorts", "getOpenedPorts", "openPort", "isPortOpen");
        METHODS.put(WebChannel.IN, and(both, WebChannel.ADD_CHAIN, WebChannel.ADD_LOG, "clearRoutingMidiChains"));
        METHODS.put(WebChannel.OUT, and(both, "sendMessage"));
        METHODS.put(WebChannel.DATA, List.of("getJon"));
        METHODS.put(WebChannel.ROADCASE, List.of());
        SIGNALS.put(WebChannel.IN, List.of(WebChannel.DATA_TO_CLIENT));
        SIGNALS.put(WebChannel.OUT, List.of("msgToClient"));
        SIGNALS.put(WebChannel.DATA, List.of("userDataChanges", "applicationQuitSignal"));
        SIGNALS.put(WebChannel.ROADCASE, List.of());
    }

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new java.util.ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private final String description = METHODS.keySet().stream()
            .map(object -> "\"" + object + "\":" + WebChannel.description(METHODS.get(object), SIGNALS.get(object)))
            .collect(Collectors.joining(",", "{", "}"));

    /** The answer to an init, as JSON. */
    String description() {
        return description;
    }

    int dataSignal() {
        return 0;
    }

    boolean hasSignal(String object, int signal) {
        List<String> signals = SIGNALS.get(object);
        return signals != null && signal >= 0 && signal < signals.size();
    }

    /** @param method its number, or its name, as newer versions of Qt have it */
    String name(String object, JsonNode method) throws Json.Refused {
        List<String> methods = METHODS.get(object);
        if (methods == null) throw new Json.Refused("there is no object '" + object + "'");
        if (method != null && method.isTextual() && methods.contains(method.textValue())) return method.textValue();
        int number = method != null && method.isTextual() ? -1 : Json.number(method, "the method");
        if (number < 0 || number >= methods.size()) throw new Json.Refused("'" + object + "' has no method "
                + (number < 0 ? "of that name" : number));
        return methods.get(number);
    }

    /** What a MIDI Router's client wants to know of the whole: which ports there are. */
    String data(Offers offers) {
        return "{\"connectedInPorts\":" + names(offers, true) + ",\"connectedOutPorts\":" + names(offers, false) + "}";
    }

    private static String names(Offers offers, boolean heard) {
        return offers.all(heard).stream().map(offer -> Json.quoted("0_" + offer.name())).collect(Collectors.joining(",", "[", "]"));
    }
}
