package roadcase.cli.rehearsal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import roadcase.cli.explain.WhySentence;
import roadcase.midi.Message;
import roadcase.rig.Rehearsal.Moved;
import roadcase.rig.Trace;
import roadcase.script.ScriptError;

/**
 * Says what happened in a rehearsal, one JSON object per line. The order of the keys is part of the format: the same
 * input gives the same bytes. One thread.
 */
public class RehearsalWriter {
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

    /** A message that plays a slot. */
    public void played(long nanos, int slot, Message message) {
        line(nanos, json -> {
            slot(json, slot);
            json.writeStringField("midi", message.hex());
        });
    }

    /** What moved on a slot: gains in dB, parameters from 0 to 1, both to three decimals. */
    public void moved(long nanos, int slot, Moved what, String which, double value) {
        line(nanos, json -> {
            slot(json, slot);
            switch (what) {
                case GAIN -> json.writeNumberField("gain", decimals(value));
                case MUTE -> json.writeBooleanField("mute", value != 0);
                case SOLO -> json.writeBooleanField("solo", value != 0);
                case PARAMETER -> {
                    json.writeStringField("parameter", which);
                    json.writeNumberField("value", decimals(value));
                }
            }
        });
    }

    private static void slot(JsonGenerator json, int slot) throws IOException {
        if (slot == 0) json.writeStringField("slot", "master");
        else json.writeNumberField("slot", slot);
    }

    private static BigDecimal decimals(double value) {
        BigDecimal three = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return three.scale() < 0 ? three.setScale(0) : three;
    }

    /** What a loop moved its output to, in dB, to three decimals. */
    public void loop(long nanos, String name, double output) {
        line(nanos, json -> {
            json.writeStringField("loop", name);
            json.writeNumberField("output", decimals(output));
        });
    }

    public void preset(long nanos, String name, boolean on) {
        line(nanos, json -> {
            json.writeStringField("preset", name);
            json.writeBooleanField("on", on);
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

    /**
     * What became of a message, a line for each line of the script that looked at it:
     * {@code {"t":1.000,"why":"gig.groovy:12","from":"Keys","midi":"90 3C 64","took":true,
     * "sent":[{"port":"Synth","midi":"90 3C 64"}],"says":"line 12 sends …"}}. One that refused it has {@code "step"}
     * instead of {@code "sent"}. What several CCs made together has {@code "value"} instead of {@code "midi"}; what
     * still waits has {@code "waits":true}. {@code "why":"held"} tells what ended because a key went up, and
     * {@code "why":"nobody"} that no line looks at this.
     */
    public void why(Trace trace) {
        for (Trace.Line line : trace.lines())
            why(trace, line.plan().origin().file() + ":" + line.plan().origin().line(), line.took(), line.sent(),
                    line.refusal() == null ? null : WhySentence.step(line.refusal()), WhySentence.of(trace, line));
        if (!trace.ended().isEmpty()) why(trace, "held", true, trace.ended(), null, WhySentence.ended(trace));
        else if (trace.lines().isEmpty()) why(trace, "nobody", false, List.of(), null, WhySentence.nobody(trace));
    }

    private void why(Trace trace, String who, boolean took, List<Trace.Sent> sent, String step, String says) {
        line(trace.nanos(), json -> {
            json.writeStringField("why", who);
            json.writeStringField("from", trace.port());
            if (trace.message() != null) json.writeStringField("midi", trace.message().hex());
            else json.writeStringField("value", WhySentence.came(trace));
            json.writeBooleanField("took", took);
            if (step != null) json.writeStringField("step", step);
            if (!sent.isEmpty()) sent(json, sent);
            json.writeStringField("says", says);
        });
    }

    private static void sent(JsonGenerator json, List<Trace.Sent> sent) throws IOException {
        json.writeArrayFieldStart("sent");
        for (Trace.Sent one : sent) {
            json.writeStartObject();
            json.writeStringField("port", one.port());
            json.writeStringField("midi", one.message().hex());
            if (one.waits()) json.writeBooleanField("waits", true);
            json.writeEndObject();
        }
        json.writeEndArray();
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
