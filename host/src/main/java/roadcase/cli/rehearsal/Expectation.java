package roadcase.cli.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rehearsal should say. Order matters within one stream (one port, one device's lights, the errors, the
 * notes) and not between streams, because nobody hears in which order two ports get messages of the same moment.
 * Spaces, the order of keys and {@code 0.5} against {@code 0.500} make no difference.
 */
public final class Expectation {
    private static final String WHYS = "reasons";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, List<Line>> expected;

    private record Line(int number, ObjectNode node) {}

    private Expectation(Map<String, List<Line>> expected) {
        this.expected = expected;
    }

    /** @throws BadLine where the file is no list of output lines */
    public static Expectation read(InputStream in) throws IOException, BadLine {
        RehearsalLines lines = new RehearsalLines(in);
        Map<String, List<Line>> streams = new LinkedHashMap<>();
        for (String text = lines.next(); text != null; text = lines.next()) {
            if (text.isBlank()) continue;
            try {
                add(streams, lines.number(), text);
            } catch (JsonProcessingException e) {
                throw new BadLine(lines.number(), "the expected line is not one JSON object");
            }
        }
        return new Expectation(streams);
    }

    /** The first difference of each stream as a sentence; empty where everything came as expected. */
    public List<String> differences(List<String> output) {
        Map<String, List<Line>> actual = new LinkedHashMap<>();
        try {
            for (int i = 0; i < output.size(); i++) add(actual, i + 1, output.get(i));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of ours is not JSON", e);
        }
        // They explain what is sent, which is compared itself.
        if (!expected.containsKey(WHYS)) actual.remove(WHYS);
        Set<String> names = new LinkedHashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        List<String> sentences = new ArrayList<>();
        for (String name : names) {
            String difference = difference(expected.getOrDefault(name, List.of()),
                    actual.getOrDefault(name, List.of()));
            if (difference != null) sentences.add(name + ": " + difference);
        }
        return sentences;
    }

    private static String difference(List<Line> wanted, List<Line> got) {
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            if (i >= got.size()) return "expected (line " + wanted.get(i).number + ") " + wanted.get(i).node
                    + " but nothing more came";
            if (i >= wanted.size()) return "nothing more was expected but " + got.get(i).node + " came";
            if (!wanted.get(i).node.equals(got.get(i).node))
                return "expected (line " + wanted.get(i).number + ") " + wanted.get(i).node + " but " + got.get(i).node
                        + " came";
        }
        return null;
    }

    private static void add(Map<String, List<Line>> streams, int number, String text) throws JsonProcessingException {
        if (!(JSON.readTree(text) instanceof ObjectNode node)) throw new NotAnObject();
        JsonNode t = node.get("t");
        if (t != null && t.isNumber()) node.put("t", Math.round(t.doubleValue() * 1e6) / 1e6);
        streams.computeIfAbsent(stream(node), s -> new ArrayList<>()).add(new Line(number, node));
    }

    private static String stream(JsonNode node) {
        if (node.has("why")) return WHYS;
        if (node.has("port")) return node.get("port").asText();
        if (node.has("light")) return "lights of " + node.get("light").asText();
        if (node.has("error")) return "errors";
        if (node.has("note")) return "notes";
        return "other lines";
    }

    private static final class NotAnObject extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        NotAnObject() {
            super("not an object");
        }
    }
}
