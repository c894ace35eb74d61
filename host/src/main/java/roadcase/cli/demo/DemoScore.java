package roadcase.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import roadcase.midi.Message;

/**
 * What the performer of the demo does, read from JSON lines on the class path. The first line names the gig ({@code
 * "gig"}: a script beside the score); the others are {@code {"t":1,"say":"…"}}, {@code
 * {"t":1,"port":"…","midi":"…"}} and {@code {"t":1,"replace":"…","by":"…"}}.
 *
 * @param gig file name of the gig, beside the score
 * @param cues in the order of time
 */
public record DemoScore(String gig, List<Cue> cues) {
    private static final String FOLDER = "roadcase/demo/";

    public DemoScore {
        cues = List.copyOf(cues);
    }

    /** @throws IllegalStateException where none is installed, or it is spoilt: both are faults of ours */
    public static DemoScore installed() {
        try (InputStream in = resource("score.jsonl")) {
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("the demo's score cannot be read", e);
        }
    }

    /** The text of the gig. */
    public byte[] gigText() throws IOException {
        try (InputStream in = resource(gig)) {
            return in.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        InputStream in = DemoScore.class.getClassLoader().getResourceAsStream(FOLDER + name);
        if (in == null) throw new IllegalStateException(FOLDER + name + " is missing from the class path");
        return in;
    }

    static DemoScore read(InputStream in) throws IOException {
        JsonMapper json = new JsonMapper();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String gig = json.readTree(lines.readLine()).path("gig").asText();
        List<Cue> cues = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine())
            if (!line.isBlank()) cues.add(cue(json.readTree(line), line));
        for (int i = 1; i < cues.size(); i++)
            if (cues.get(i).nanos() < cues.get(i - 1).nanos())
                throw new IllegalStateException("the demo's score goes back in time at cue " + (i + 1));
        return new DemoScore(gig, cues);
    }

    private static Cue cue(JsonNode node, String line) {
        long t = Math.round(node.path("t").asDouble(-1) * 1e9);
        if (t < 0) throw new IllegalStateException("a cue of the demo has no time: " + line);
        if (node.has("say")) return new Cue.Say(t, node.get("say").asText());
        if (node.has("midi")) return new Cue.Play(t, node.path("port").asText(),
                Message.parse(node.get("midi").asText()));
        if (node.has("replace")) return new Cue.Edit(t, node.get("replace").asText(), node.path("by").asText());
        throw new IllegalStateException("nobody can play this cue of the demo: " + line);
    }
}
