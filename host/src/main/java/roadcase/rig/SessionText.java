package roadcase.rig;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import roadcase.audio.Rack;
import roadcase.rig.Session.Plugged;
import roadcase.rig.Session.Slot;

/**
 * What a session's file looks like: LinkVST's, version 1, with a few fields more. Lenient where a single field is
 * wrong: that is said, and the rest is taken. Any thread.
 *
 * <p>Source of LinkVST's fields: the public code of deflax/vcpi.
 */
public final class SessionText {
    /** Of LinkVST's format. */
    private static final int VERSION = 1;
    /** Of what we add to it. */
    private static final int OURS = 1;
    private static final double USUAL_GAIN = 0.8;
    private static final int MOST_WARNINGS = 12;
    private static final Set<String> HEAD = Set.of("version", "roadcase", "sample_rate", "buffer_size", "bpm",
            "master_gain",
            "master_muted", "routing", "slots", "elsewhere", "master_effects");
    private static final Set<String> SLOT = Set.of("path", "name", "gain", "gain_in_script", "muted", "solo",
            "params", "state", "effects");
    private static final Set<String> EFFECT = Set.of("path", "name", "params", "state", "in_script");
    private static final ObjectMapper JSON = new ObjectMapper().enable(
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<String> warnings = new ArrayList<>();

    private SessionText() {}

    /** @param warnings a sentence for each thing that was not taken */
    public record Read(Session session, List<String> warnings) {}

    /** Why these bytes are no session for this version, as half a sentence; null where they are. */
    public static String unusable(byte[] bytes) {
        try {
            return unusable(JSON.readTree(bytes));
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            return bytes.length == 0 ? "it is empty"
                    : "it is not JSON" + (at == null ? "" : " from line " + at.getLineNr() + ", column "
                            + at.getColumnNr());
        } catch (IOException e) {
            return "it is not JSON";
        }
    }

    private static String unusable(JsonNode root) {
        if (root == null || root.isMissingNode()) return "it is empty";
        if (!root.isObject() || !root.has("slots") && !root.has("routing"))
            return "it is no session of LinkVST or Roadcase, which has \"slots\" and \"routing\"";
        if (root.path("version").asInt(VERSION) > VERSION || root.path("roadcase").asInt(OURS) > OURS)
            return "it was written by a newer version than this one knows";
        return null;
    }

    /** @throws IllegalArgumentException with {@link #unusable} as its message */
    public static Read read(byte[] bytes) {
        String why = unusable(bytes);
        if (why != null) throw new IllegalArgumentException(why);
        try {
            SessionText text = new SessionText();
            Session session = text.session(JSON.readTree(bytes));
            List<String> said = text.warnings;
            if (said.size() > MOST_WARNINGS) {
                int more = said.size() - MOST_WARNINGS;
                said = new ArrayList<>(said.subList(0, MOST_WARNINGS));
                said.add("and " + more + " more of this kind");
            }
            return new Read(session, List.copyOf(said));
        } catch (IOException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
    }

    private Session session(JsonNode root) {
        SortedMap<Integer, Integer> routing = new TreeMap<>();
        JsonNode routes = root.path("routing");
        if (!routes.isMissingNode() && !routes.isObject()) warn("routing is " + shown(routes) + ": no route was taken");
        for (Map.Entry<String, JsonNode> route : routes.properties()) route(routing, route.getKey(), route.getValue());
        return new Session(number(root, "bpm", 20, 999, 0), (int) number(root, "sample_rate", 0, 1e6, 0),
                (int) number(root, "buffer_size", 0, 1e6, 0), number(root, "master_gain", 0, 4, 1),
                        root.path("master_muted").asBoolean(),
                routing, slots(root.path("slots")), elsewhere(root.path("elsewhere")),
                        effects(root.path("master_effects"), "master_effects"), beside(root, HEAD));
    }

    private void route(SortedMap<Integer, Integer> routing, String channel, JsonNode slot) {
        boolean is = channel.matches("0*([1-9]|1[0-6])") && slot.isIntegralNumber() && slot.asLong() >= 1
                && slot.asLong() <= Rack.SLOTS;
        if (is) routing.put(Integer.parseInt(channel), slot.asInt());
        else warn("routing \"" + cut(channel) + "\": " + shown(slot)
                + " was left out; channels are 1 to 16, slots 1 to " + Rack.SLOTS);
    }

    private List<Slot> slots(JsonNode all) {
        List<Slot> slots = new ArrayList<>();
        if (!all.isMissingNode() && !all.isArray()) warn("slots is " + shown(all) + ": nothing was taken of it");
        for (int i = 0; i < Rack.SLOTS; i++) slots.add(all.isArray() && i < all.size() ? slot(all.get(i), "slots[" + i
                + "]") : null);
        if (all.isArray() && all.size() > Rack.SLOTS) warn("slots holds " + all.size() + "; there are " + Rack.SLOTS
                + ", the others were left out");
        return slots;
    }

    private List<Slot> elsewhere(JsonNode all) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; all.isArray() && i < Math.min(Session.MOST_ELSEWHERE, all.size()); i++) {
            Slot slot = slot(all.get(i), "elsewhere[" + i + "]");
            if (slot != null && slot.instrument() != null) slots.add(slot);
        }
        return slots;
    }

    private Slot slot(JsonNode node, String where) {
        if (node.isNull()) return null;
        if (!node.isObject()) {
            warn(where + " is " + shown(node) + ": the slot stays empty");
            return null;
        }
        Plugged instrument = plugged(node, where, SLOT);
        return new Slot(instrument, number(node, where, "gain", 0, 4, USUAL_GAIN),
                node.path("gain_in_script").isNumber() ? node.path("gain_in_script").asDouble() : null,
                flag(node, where, "muted"), flag(node, where, "solo"), effects(node.path("effects"), where
                        + ".effects"),
                instrument == null ? all(node) : beside(node, SLOT));
    }

    private List<Plugged> effects(JsonNode all, String where) {
        List<Plugged> effects = new ArrayList<>();
        if (!all.isMissingNode() && !all.isNull() && !all.isArray()) warn(where + " is " + shown(all)
                + ": no effect was taken");
        if (!all.isArray()) return effects;
        for (int i = 0; i < all.size(); i++) {
            String here = where + "[" + i + "]";
            Plugged one = all.get(i).isObject() ? plugged(all.get(i), here, EFFECT) : null;
            if (one == null && !all.get(i).isObject()) warn(here + " is " + shown(all.get(i)) + " and was left out");
            else if (effects.size() == Rack.INSERTS) warn(here + " was left out: " + Rack.INSERTS + " effects fit");
            else if (one != null) effects.add(one);
        }
        return effects;
    }

    private Plugged plugged(JsonNode node, String where, Set<String> known) {
        JsonNode path = node.path("path");
        if (!path.isTextual() || path.asText().isBlank()) {
            warn(where + " names no plugin (its path is " + shown(path) + "): the place stays empty");
            return null;
        }
        String name = node.path("name").isTextual() && !node.path("name").asText().isBlank() ? node.path("name")
                .asText() : null;
        return new Plugged(path.asText(), name, all(node.path("params")), state(node.path("state"), where),
                known == EFFECT && node.path("in_script").asBoolean(), known == EFFECT ? beside(node,
                        EFFECT) : Map.of());
    }

    private byte[] state(JsonNode node, String where) {
        if (!node.isTextual()) return null;
        try {
            return Base64.getDecoder().decode(node.asText());
        } catch (IllegalArgumentException notBase64) {
            warn(where + ".state cannot be read; its params are taken instead");
            return null;
        }
    }

    private double number(JsonNode root, String name, double low, double high, double usual) {
        return number(root, "", name, low, high, usual);
    }

    private double number(JsonNode node, String where, String name, double low, double high, double usual) {
        JsonNode number = node.path(name);
        if (number.isMissingNode() || number.isNull()) return usual;
        double value = number.isNumber() ? number.asDouble() : Double.NaN;
        if (value >= low && value <= high) return value;
        warn((where.isEmpty() ? "" : where + ".") + name + " is " + shown(number) + "; " + plain(usual) + " was taken");
        return usual;
    }

    private boolean flag(JsonNode node, String where, String name) {
        JsonNode flag = node.path(name);
        if (!flag.isMissingNode() && !flag.isNull() && !flag.isBoolean())
            warn(where + "." + name + " is " + shown(flag) + "; false was taken");
        return flag.isBoolean() && flag.booleanValue();
    }

    private void warn(String sentence) {
        warnings.add(sentence);
    }

    private static String shown(JsonNode node) {
        if (node.isObject()) return "an object";
        if (node.isArray()) return "a list";
        return node.isMissingNode() ? "missing" : cut(node.toString());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{C}", " ");
        return line.length() > 40 ? line.substring(0, 37) + "..." : line;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Map<String, JsonNode> all(JsonNode node) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) all.put(field.getKey(), field.getValue());
        return all;
    }

    private static Map<String, JsonNode> beside(JsonNode node, Set<String> known) {
        Map<String, JsonNode> beside = all(node);
        beside.keySet().removeAll(known);
        return beside;
    }

    // ---- writing

    /** With the fields of LinkVST in its order, ours behind them. */
    public static byte[] write(Session session) {
        ObjectNode root = NODES.objectNode();
        root.put("version", VERSION).put("roadcase", OURS);
        if (session.rate() > 0) root.put("sample_rate", session.rate());
        if (session.block() > 0) root.put("buffer_size", session.block());
        if (session.bpm() > 0) root.set("bpm", number(session.bpm()));
        root.set("master_gain", number(session.masterGain()));
        if (session.masterMuted()) root.put("master_muted", true);
        ObjectNode routing = root.putObject("routing");
        session.routing().forEach((channel, slot) -> routing.put(String.valueOf(channel), slot));
        ArrayNode slots = root.putArray("slots");
        for (Slot slot : session.slots()) slots.add(slot == null ? NODES.nullNode() : node(slot));
        if (!session.elsewhere().isEmpty()) {
            ArrayNode elsewhere = root.putArray("elsewhere");
            for (Slot slot : session.elsewhere()) elsewhere.add(node(slot));
        }
        ArrayNode master = root.putArray("master_effects");
        for (Plugged effect : session.master()) master.add(effect(effect));
        new TreeMap<>(session.beside()).forEach(root::set);
        try {
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
            return (JSON.writer(printer).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode node(Slot slot) {
        ObjectNode node = NODES.objectNode();
        if (slot.instrument() == null) {
            slot.beside().forEach(node::set);
            return node;
        }
        plugged(node, slot.instrument());
        node.set("gain", number(slot.gain()));
        if (slot.written() != null) node.set("gain_in_script", number(slot.written()));
        node.put("muted", slot.muted()).put("solo", slot.solo());
        parameters(node, slot.instrument());
        ArrayNode effects = node.putArray("effects");
        for (Plugged effect : slot.effects()) effects.add(effect(effect));
        new TreeMap<>(slot.beside()).forEach(node::set);
        return node;
    }

    private static ObjectNode effect(Plugged effect) {
        ObjectNode node = NODES.objectNode();
        plugged(node, effect);
        parameters(node, effect);
        if (effect.written()) node.put("in_script", true);
        new TreeMap<>(effect.beside()).forEach(node::set);
        return node;
    }

    private static void plugged(ObjectNode node, Plugged plugin) {
        node.put("path", plugin.path());
        if (plugin.name() != null) node.put("name", plugin.name());
    }

    private static void parameters(ObjectNode node, Plugged plugin) {
        ObjectNode parameters = node.putObject("params");
        plugin.parameters().forEach(parameters::set);
        if (plugin.state() != null) node.put("state", Base64.getEncoder().encodeToString(plugin.state()));
    }

    /** To six places: more is noise, and 1 is written as 1. */
    static JsonNode number(double value) {
        double rounded = Math.rint(value * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? NODES.numberNode((long) rounded) : NODES.numberNode(rounded);
    }
}
