package roadcase.cli.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import roadcase.cli.GigRead;
import roadcase.cli.Gigs;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.ShellCommands;
import roadcase.midi.Message;
import roadcase.rig.Rehearsal;
import roadcase.rig.Remembered;
import roadcase.rig.Studio;
import roadcase.rig.plan.Origin;
import roadcase.script.ScriptError;
import roadcase.script.WordDoc;
import roadcase.script.Trouble;
import roadcase.surface.DeviceSpec;
import roadcase.surface.SimulatedUnit;

/**
 * Plays the lines of an input through a gig in virtual time and writes down what happens. One thread.
 *
 * <p>What a bad line, a bad reload or a shell line has to say appears among what is sent, at its own time.
 */
public final class RehearsalRun {
    private final Gigs gigs;
    private final Path gig;
    private final Remembered remembered;
    private final boolean lights;
    private final boolean why;
    private final List<WordDoc> words;
    private final RehearsalWriter out;
    private Rehearsal rehearsal;
    private RehearsalPlaying playing;
    private ShellCommands shell;

    /**
     * @param remembered what memory holds at the start
     * @param lights whether lights are written down by name too
     * @param why whether it is told for each message which lines took it and which refused it
     */
    public RehearsalRun(Gigs gigs, Path gig, Remembered remembered, boolean lights, boolean why, List<WordDoc> words,
            Consumer<String> lines) {
        this(gigs, gig, remembered, lights, why, words, new RehearsalWriter(lines));
    }

    /** @param out is told what happens */
    public RehearsalRun(Gigs gigs, Path gig, Remembered remembered, boolean lights, boolean why, List<WordDoc> words,
            RehearsalWriter out) {
        this.gigs = gigs;
        this.gig = gig;
        this.remembered = remembered;
        this.lights = lights;
        this.why = why;
        this.words = words;
        this.out = out;
    }

    /** @return false where the gig cannot start: then its errors are written down and nothing of the input is read */
    public boolean play(InputStream events) throws IOException {
        GigRead read = gigs.read(gig, gig);
        read.errors().forEach(e -> out.error(0, e));
        if (read.plays()) play(read, new RehearsalReader(events), null);
        return read.plays();
    }

    /**
     * Plays a gig that is read already, to the last event.
     *
     * @param studio renders what slots play; null: that is written down
     */
    public void play(GigRead read, Events events, Studio studio) throws IOException {
        Paper paper = new Paper();
        Foreseen ahead = new Foreseen(events);
        boolean generations = read.declared().rig().devices().stream().anyMatch(d -> !d.spec().others().isEmpty());
        rehearsal = new Rehearsal(read.declared(), remembered, paper, Trouble::sentence, studio,
                generations ? ahead.ports() : Set.of());
        if (why) rehearsal.follow(out::why);
        playing = new RehearsalPlaying(rehearsal, read, gigs, gig, paper::faults);
        shell = new ShellCommands(playing, words);
        read.warnings().forEach(w -> out.note(0, w.oneLine()));
        while (true) {
            try {
                Optional<Event> event = ahead.next();
                if (event.isEmpty() || !happens(event.get())) break;
            } catch (BadLine bad) {
                long now = ahead.nowNanos();
                rehearsal.at(now, stage -> out.error(now, bad.getMessage()));
            }
        }
        rehearsal.end(ahead.nowNanos());
    }

    /** After the last event time goes on to here. */
    public void goOn(long nanos) {
        rehearsal.end(nanos);
    }

    /** @return whether the rehearsal goes on */
    private boolean happens(Event event) {
        long t = event.nanos();
        if (event instanceof Event.Midi e) refused(e, rehearsal.message(t, e.port(), e.message()));
        else if (event instanceof Event.Vanish e) refused(e, rehearsal.vanish(t, e.port()));
        else if (event instanceof Event.Return e) refused(e, rehearsal.comeBack(t, e.port()));
        else if (event instanceof Event.Panic) rehearsal.panic(t);
        else if (event instanceof Event.Tempo e) rehearsal.tempo(t, e.bpm());
        else if (event instanceof Event.Meter e) rehearsal.meter(t, e.meter(), e.level(), e.peak());
        else if (event instanceof Event.Reload e) reload(t, e.file());
        else if (event instanceof Event.Shell e) return shell(t, e);
        else if (event instanceof Event.Quit) rehearsal.quit(t);
        return !(event instanceof Event.Quit || event instanceof Event.End);
    }

    private void refused(Event event, String sentence) {
        if (sentence != null)
            rehearsal.at(event.nanos(), stage -> out.error(event.nanos(), "line " + event.line() + ": " + sentence));
    }

    private void reload(long t, String file) {
        GigRead read = playing.read(file);
        if (read.plays()) playing.swap(t, read);
        rehearsal.at(t, stage -> {
            read.errors().forEach(e -> out.error(t, e));
            read.warnings().forEach(w -> out.note(t, w.oneLine()));
            read.laid().fit().dropped().forEach(sentence -> out.note(t, sentence));
        });
    }

    private boolean shell(long t, Event.Shell line) {
        Reply reply = playing.at(t, () -> shell.execute(line.text()));
        reply.lines().forEach(text -> out.note(t, text));
        reply.errors().forEach(e -> out.error(t, e));
        if (reply.mistake() != null) out.error(t, "line " + line.line() + ": " + reply.mistake());
        if (reply.quit()) rehearsal.quit(t);
        return !reply.quit();
    }

    private final class Paper implements Rehearsal.Paper {
        private long faults;
        /** What is on the other side of the cable, by port. */
        private final Map<String, SimulatedUnit> units = new HashMap<>();

        long faults() {
            return faults;
        }

        @Override
        public void sent(long timeNanos, String port, Message message) {
            out.sent(timeNanos, port, message);
            SimulatedUnit unit = units.get(port);
            if (unit != null) unit.hear(message);
        }

        @Override
        public void unit(long timeNanos, String port, DeviceSpec spec) {
            if (lights) units.put(port, new SimulatedUnit(spec, said -> {}));
        }

        @Override
        public void played(long timeNanos, int slot, Message message) {
            out.played(timeNanos, slot, message);
        }

        @Override
        public void moved(long timeNanos, int slot, Rehearsal.Moved what, String which, double value) {
            out.moved(timeNanos, slot, what, which, value);
        }

        @Override
        public void fault(long timeNanos, Origin where, String sentence) {
            faults++;
            if (where.line() == 0) out.error(timeNanos, sentence);
            else out.error(timeNanos, new ScriptError(where.file(), where.line(), where.column(), sentence, ""));
        }

        @Override
        public void note(long timeNanos, String sentence) {
            out.note(timeNanos, sentence);
        }

        @Override
        public void light(long timeNanos, String port, String control, boolean on) {
            if (lights) out.light(timeNanos, port, control, on ? "on" : "off");
        }

        @Override
        public void loop(long timeNanos, String loop, double output) {
            out.loop(timeNanos, loop, output);
        }

        @Override
        public void shows(long timeNanos, String port, String control, long light) {
            if (lights) out.light(timeNanos, port, control, units.get(port).shows(control).toString());
        }

        @Override
        public void preset(long timeNanos, String preset, boolean on) {
            out.preset(timeNanos, preset, on);
        }
    }
}
