package roadcase.cli.rehearsal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import roadcase.midi.Message;

/**
 * Reads a rehearsal's input: one JSON object per line. A line that cannot be read is a {@link BadLine} and has no
 * effect; reading goes on with the next. Blank lines are passed over. One thread.
 *
 * <p>Times are seconds, rounded to microseconds, and never go backwards; a bad line does not move the time.
 */
public final class RehearsalReader implements Events {
    /** A rehearsal is an evening, not a geological age: with a clock running, each second costs messages. */
    static final double MAX_SECONDS = 1_000_000;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final double USUAL_CREST = 10;
    private static final double MOST_DECIBELS = 200;
    private static final List<String> DEEDS =
            List.of("reload", "vanish", "return", "panic", "shell", "tempo", "quit", "end");

    private final RehearsalLines lines;
    private long now;

    public RehearsalReader(InputStream in) {
        lines = new RehearsalLines(in);
    }

    /** Time of the last good line. */
    @Override
    public long nowNanos() {
        return now;
    }

    /**
     * The next event; empty at the end of the input.
     *
     * @throws BadLine with a sentence; the next call goes on with the next line
     */
    @Override
    public Optional<Event> next() throws IOException, BadLine {
        for (String text = lines.next(); text != null; text = lines.next()) {
            if (lines.tooLong()) throw bad("it is longer than " + RehearsalLines.MAX_BYTES + " bytes");
            if (text.isBlank()) continue;
            Event event = event(tree(text));
            now = event.nanos();
            return Optional.of(event);
        }
        return Optional.empty();
    }

    private JsonNode tree(String text) throws BadLine {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
            throw bad("it is not JSON" + where
                    + "; a line looks like {\"t\":0.5,\"port\":\"Keys\",\"midi\":\"90 3C 64\"}");
        }
        if (!node.isObject()) throw bad("it is not one JSON object { … }");
        return node;
    }

    private Event event(JsonNode node) throws BadLine {
        long t = time(node);
        int line = lines.number();
        if (node.has("do")) return deed(node, t, line);
        if (node.has("midi")) {
            keys(node, "t", "port", "midi");
            return new Event.Midi(line, t, text(node, "port"), message(text(node, "midi")));
        }
        if (node.has("meter")) return meter(node, t, line);
        if (node.has("osc")) throw later("OSC");
        if (node.has("meters")) throw later("a desk's meters");
        if (node.has("panel")) throw later("the page");
        throw bad("it says nothing to play: give it \"port\" and \"midi\", or \"do\"");
    }

    /** {@code {"t":1,"meter":"slot 1","level":-18,"peak":-8}}, in dB and before the gain; without a peak it is 10 dB more. */
    private Event meter(JsonNode node, long t, int line) throws BadLine {
        keys(node, "t", "meter", "level", "peak");
        double level = decibels(node, "level");
        return new Event.Meter(line, t, text(node, "meter"), level,
                node.has("peak") ? decibels(node, "peak") : level + USUAL_CREST);
    }

    private double decibels(JsonNode node, String key) throws BadLine {
        JsonNode value = node.get(key);
        if (value == null || !value.isNumber()) throw bad("\"meter\" needs \"" + key + "\" with a number of dB");
        if (!(Math.abs(value.doubleValue()) <= MOST_DECIBELS)) throw bad("\"" + key + "\" is " + value.asText() + "; levels are -200 to 200 dB");
        return value.doubleValue();
    }

    private Event deed(JsonNode node, long t, int line) throws BadLine {
        String deed = text(node, "do");
        switch (deed) {
            case "reload" -> {
                keys(node, "t", "do", "file");
                return new Event.Reload(line, t, node.has("file") ? text(node, "file") : null);
            }
            case "vanish" -> {
                keys(node, "t", "do", "port");
                return new Event.Vanish(line, t, text(node, "port"));
            }
            case "return" -> {
                keys(node, "t", "do", "port");
                return new Event.Return(line, t, text(node, "port"));
            }
            case "shell" -> {
                keys(node, "t", "do", "line");
                return new Event.Shell(line, t, text(node, "line"));
            }
            case "tempo" -> {
                keys(node, "t", "do", "bpm");
                return new Event.Tempo(line, t, tempo(node));
            }
            case "panic" -> {
                keys(node, "t", "do");
                return new Event.Panic(line, t);
            }
            case "quit" -> {
                keys(node, "t", "do");
                return new Event.Quit(line, t);
            }
            case "end" -> {
                keys(node, "t", "do");
                return new Event.End(line, t);
            }
            default -> throw bad("nobody can do '" + shortened(deed) + "'; it is one of " + String.join(", ", DEEDS));
        }
    }

    private long time(JsonNode node) throws BadLine {
        JsonNode t = node.get("t");
        if (t == null) throw bad("it has no \"t\": the time in seconds");
        if (!t.isNumber()) throw bad("\"t\" is a number of seconds, not " + kind(t));
        double seconds = t.doubleValue();
        if (!(seconds >= 0)) throw bad("\"t\" is before the start: " + t.asText());
        if (seconds > MAX_SECONDS) throw bad("\"t\" is past " + (long) MAX_SECONDS + " seconds");
        long nanos = Math.round(seconds * 1e6) * 1000;
        if (nanos < now)
            throw bad("time goes backwards: " + Seconds.of(nanos) + " comes after " + Seconds.of(now));
        return nanos;
    }

    private double tempo(JsonNode node) throws BadLine {
        JsonNode bpm = node.get("bpm");
        if (bpm == null || !bpm.isNumber()) throw bad("\"tempo\" needs \"bpm\" with a number");
        double value = bpm.doubleValue();
        if (!(value >= 20 && value <= 999)) throw bad("\"bpm\" is " + bpm.asText() + "; a tempo is 20 to 999");
        return value;
    }

    private Message message(String hex) throws BadLine {
        try {
            return Message.parse(hex);
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    private String text(JsonNode node, String key) throws BadLine {
        JsonNode value = node.get(key);
        if (value == null) throw bad("it has no \"" + key + "\"");
        if (!value.isTextual()) throw bad("\"" + key + "\" is a text in quotes, not " + kind(value));
        return value.textValue();
    }

    private void keys(JsonNode node, String... allowed) throws BadLine {
        Set<String> known = Set.of(allowed);
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name))
                throw bad("nobody knows \"" + shortened(name) + "\" here; such a line has "
                        + String.join(", ", allowed));
        }
    }

    private BadLine later(String what) {
        return bad("rehearsing " + what + " comes with a later version");
    }

    private BadLine bad(String sentence) {
        return new BadLine(lines.number(), sentence);
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "yes or no";
            case NULL -> "nothing";
            default -> "a list or an object";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
