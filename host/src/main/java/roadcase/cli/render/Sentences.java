package roadcase.cli.render;

import java.util.Locale;
import java.util.function.Consumer;
import roadcase.cli.rehearsal.RehearsalWriter;
import roadcase.midi.Message;
import roadcase.rig.Rehearsal.Moved;
import roadcase.rig.Trace;
import roadcase.script.ScriptError;

/** Of what happens in a rehearsal, what went wrong and what is worth saying, for people; the rest is heard. One thread. */
public final class Sentences extends RehearsalWriter {
    private static final double SECOND = 1e9;

    private final Consumer<String> lines;

    public Sentences(Consumer<String> lines) {
        super(lines);
        this.lines = lines;
    }

    private void say(long nanos, String sentence) {
        lines.accept(String.format(Locale.ROOT, "at %.3f s: %s", nanos / SECOND, sentence));
    }

    @Override
    public void error(long nanos, String sentence) {
        say(nanos, sentence);
    }

    @Override
    public void error(long nanos, ScriptError error) {
        say(nanos, error.oneLine());
    }

    @Override
    public void note(long nanos, String text) {
        say(nanos, text);
    }

    @Override
    public void sent(long nanos, String port, Message message) {}

    @Override
    public void light(long nanos, String device, String control, String value) {}

    @Override
    public void played(long nanos, int slot, Message message) {}

    @Override
    public void moved(long nanos, int slot, Moved what, String which, double value) {}

    @Override
    public void preset(long nanos, String name, boolean on) {}

    @Override
    public void why(Trace trace) {}
}
