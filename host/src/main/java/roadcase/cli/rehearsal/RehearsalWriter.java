package roadcase.cli.rehearsal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import roadcase.midi.Message;
import roadcase.script.ScriptError;

/**
 * Says what happened in a rehearsal, one JSON object per line. The order of the keys is part of the format: the same
 * input gives the same bytes. One thread.
 */
public final class RehearsalWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final Consumer<String> lines;

    /** @param lines takes each line, without its end */
    public RehearsalWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    public void sent(long nanos, String port, Message message) {
        line(nanos, json -> {
            json.writeStringField("port", port);
            json.writeStringField("midi", message.hex());
        });
    }

    /** @param value {@code on} or {@code off} */
    public void light(long nanos, String device, String control, String value) {
        line(nanos, json -> {
            json.writeStringField("light", device);
            json.writeStringField("control", control);
            json.writeStringField("value", value);
        });
    }

    /** A mistake that belongs to no line of a script. */
    public void error(long nanos, String sentence) {
        line(nanos, json -> json.writeStringField("error", sentence));
    }

    public void error(long nanos, ScriptError error) {
        line(nanos, json -> {
            json.writeStringField("error", error.sentence());
            json.writeStringField("file", error.file());
            json.writeNumberField("line", error.line());
            json.writeNumberField("column", error.column());
        });
    }

    public void note(long nanos, String text) {
        line(nanos, json -> json.writeStringField("note", text));
    }

    private void line(long nanos, Fields fields) {
        StringWriter text = new StringWriter(96);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName("t");
            json.writeNumber(Seconds.of(nanos));
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter failed", e);
        }
        lines.accept(text.toString());
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
