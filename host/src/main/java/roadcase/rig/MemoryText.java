package roadcase.rig;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import roadcase.rig.Memory.Entry;

/**
 * What {@code memory.json} looks like: one line for each name, sorted, so that a person can read and compare it.
 *
 * <pre>
 * {
 *   "version": 1,
 *   "gig": "masterator",
 *   "saved": "2026-11-20T12:00:00Z",
 *   "entries": {
 *     "Masterator": {"text":"B"},
 *     "Masterator / A / mute 1": {"on":true},
 *     "depth": {"value":0.5,"script":0.3},
 *     "old knob": {"value":64,"gone":"2026-11-19T20:15:00Z"}
 *   }
 * }
 * </pre>
 *
 * <p>{@code gone} is when a name vanished from the gig. Fields that this version does not know, in an entry or beside
 * the entries, are kept and written back.
 */
final class MemoryText {
    static final int VERSION = 1;

    private static final Set<String> HEAD = Set.of("version", "gig", "saved", "entries");
    private static final Set<String> FIELDS = Set.of("on", "value", "text", "script", "gone");
    private static final int MOST_WARNINGS = 5;
    /** Decimal, so that numbers nobody here knows are written back digit by digit. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private MemoryText() {}

    /**
     * One name's line.
     *
     * @param entry null where the line was not understood
     * @param gone when the name vanished from the gig, or null
     * @param read the line as it was read, or null
     */
    record Kept(Entry entry, Instant gone, JsonNode read) {}

    /** @param beside fields beside the entries that this version does not know */
    record Content(SortedMap<String, Kept> entries, Map<String, JsonNode> beside) {
        static Content empty() {
            return new Content(new TreeMap<>(), Map.of());
        }
    }

    /** Why these bytes are no memory for this version, as half a sentence; null where they are. */
    static String unusable(byte[] bytes) {
        if (bytes.length == 0) return "it is empty";
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr();
            return "it is not JSON" + where;
        } catch (IOException e) {
            return "it is not JSON";
        }
        if (!root.isObject() || !root.path("version").isIntegralNumber())
            return "it is not a memory of Roadcase, which begins with a \"version\"";
        JsonNode version = root.get("version");
        if (!version.canConvertToInt() || version.asInt() > VERSION)
            return "it was written by a newer Roadcase (version " + version.asText() + ", this one knows " + VERSION
                    + "); with that one, rename it back";
        if (version.asInt() < VERSION) return "there never was a version " + version.asText();
        return root.path("entries").isObject() ? null : "it has no \"entries\"";
    }

    /** @param bytes for which {@link #unusable} said null */
    static Content read(byte[] bytes, List<String> warnings) {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("bytes that were not proven", e);
        }
        Map<String, JsonNode> beside = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : root.properties())
            if (!HEAD.contains(field.getKey())) beside.put(field.getKey(), field.getValue());
        SortedMap<String, Kept> entries = new TreeMap<>();
        List<String> strange = new ArrayList<>();
        for (Map.Entry<String, JsonNode> line : root.get("entries").properties()) {
            Kept kept = kept(line.getValue());
            entries.put(line.getKey(), kept);
            if (kept.entry == null) strange.add(line.getKey());
        }
        for (String name : strange.subList(0, Math.min(strange.size(), MOST_WARNINGS)))
            warnings.add("What is remembered of '" + name + "' cannot be understood; its default is used.");
        if (strange.size() > MOST_WARNINGS)
            warnings.add("The same goes for " + (strange.size() - MOST_WARNINGS) + " more names.");
        return new Content(entries, beside);
    }

    private static Kept kept(JsonNode node) {
        JsonNode on = node.path("on");
        JsonNode value = node.path("value");
        JsonNode text = node.path("text");
        JsonNode script = node.path("script");
        boolean fits = (on.isMissingNode() || on.isBoolean()) && (text.isMissingNode() || text.isTextual())
                && (value.isMissingNode() || finite(value)) && (script.isMissingNode() || finite(script));
        boolean holds = node.has("on") || node.has("value") || node.has("text");
        Entry entry = !fits || !holds ? null : new Entry(
                on.isMissingNode() ? null : (Boolean) on.booleanValue(),
                value.isMissingNode() ? null : (Double) value.doubleValue(),
                text.isMissingNode() ? null : text.textValue(),
                script.isMissingNode() ? null : (Double) script.doubleValue());
        return new Kept(entry, gone(node.path("gone")), node);
    }

    private static boolean finite(JsonNode number) {
        return number.isNumber() && Double.isFinite(number.doubleValue());
    }

    private static Instant gone(JsonNode node) {
        try {
            return node.isTextual() ? Instant.parse(node.textValue()) : null;
        } catch (DateTimeParseException somebodyWroteIt) {
            return null;
        }
    }

    static byte[] write(Content content, String gig, Instant saved) {
        StringBuilder out = new StringBuilder("{\n  \"version\": ").append(VERSION);
        field(out, "gig", TextNode.valueOf(gig));
        field(out, "saved", TextNode.valueOf(saved.toString()));
        content.beside.forEach((name, node) -> field(out, name, node));
        out.append(",\n  \"entries\": {");
        String comma = "";
        for (Map.Entry<String, Kept> line : content.entries.entrySet()) {
            out.append(comma).append("\n    ").append(TextNode.valueOf(line.getKey())).append(": ")
                    .append(node(line.getValue()));
            comma = ",";
        }
        out.append(content.entries.isEmpty() ? "}\n}\n" : "\n  }\n}\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A node's own text is its JSON. */
    private static void field(StringBuilder out, String name, JsonNode node) {
        out.append(",\n  ").append(TextNode.valueOf(name)).append(": ").append(node);
    }

    private static JsonNode node(Kept kept) {
        if (kept.entry == null && !kept.read.isObject()) return kept.read;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Entry entry = kept.entry;
        if (entry == null) {
            node.setAll((ObjectNode) kept.read);
        } else {
            if (entry.on() != null) node.put("on", entry.on());
            if (entry.value() != null) node.set("value", number(entry.value()));
            if (entry.text() != null) node.put("text", entry.text());
            if (entry.script() != null) node.set("script", number(entry.script()));
            if (kept.read != null) {
                for (Map.Entry<String, JsonNode> field : kept.read.properties())
                    if (!FIELDS.contains(field.getKey())) node.set(field.getKey(), field.getValue());
            }
        }
        if (kept.gone == null) node.remove("gone");
        else node.put("gone", kept.gone.toString());
        return node;
    }

    /** 64 and not 64.0, as a person would write it. */
    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? JsonNodeFactory.instance.numberNode((long) value) : JsonNodeFactory.instance.numberNode(value);
    }
}
