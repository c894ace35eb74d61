package roadcase.cli.rehearsal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import roadcase.cli.GigRead;
import roadcase.cli.Gigs;
import roadcase.cli.Shown;
import roadcase.cli.shell.Additions;
import roadcase.cli.shell.NoAdditions;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Status;
import roadcase.cli.shell.Timing;
import roadcase.rig.Live;
import roadcase.midi.Message;
import roadcase.rig.LoopStanding;
import roadcase.rig.Loops;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.PresetStanding;
import roadcase.rig.RackStanding;
import roadcase.rig.Rehearsal;
import roadcase.rig.Rig;
import roadcase.rig.Trace;
import roadcase.rig.Why;
import roadcase.rig.plan.Action.SwitchPreset.How;
import roadcase.rig.plan.Overlay;
import roadcase.rig.plan.PortPlan;
import roadcase.script.ScriptError;

/** A rehearsed gig for the shell. Each deed is played to its end before the next line is looked at. */
final class RehearsalPlaying implements Playing {
    private final Rehearsal rehearsal;
    private final Gigs gigs;
    private final Path gig;
    private final LongSupplier faults;
    private GigRead read;
    private long now;

    /** @param first what plays now */
    RehearsalPlaying(Rehearsal rehearsal, GigRead first, Gigs gigs, Path gig, LongSupplier faults) {
        this.read = first;
        this.rehearsal = rehearsal;
        this.gigs = gigs;
        this.gig = gig;
        this.faults = faults;
    }

    /** Does something at this time, after all that came before. */
    Reply at(long nanos, Supplier<Reply> deed) {
        now = nanos;
        rehearsal.end(now);
        Reply reply = deed.get();
        rehearsal.end(now);
        return reply;
    }

    /** @param file beside the gig, or null for the gig's own */
    GigRead read(String file) {
        try {
            return gigs.read(gig, file == null ? gig : gig.resolveSibling(file), read.laid().fit().overlay());
        } catch (InvalidPathException e) {
            return GigRead.failed(List.of(new ScriptError(file, 0, 0, "this cannot be the name of a file", "")));
        }
    }

    /** Takes over at this time; what played before is forgotten when it has ended. */
    void swap(long nanos, GigRead next) {
        GigRead before = read;
        read = next;
        rehearsal.reload(nanos, next.declared());
        rehearsal.at(nanos, stage -> before.forget().run());
    }

    @Override
    public Rig rig() {
        return rehearsal.stage().rig();
    }

    @Override
    public Status status() {
        return Status.of(rig(), rehearsal.stage().standing(), faults.getAsLong(), Status.Code.FINE, 0);
    }

    @Override
    public List<String> ports() {
        List<String> missing = rehearsal.stage().standing().missing();
        return rig().ports().stream().map(PortPlan::name).distinct()
                .map(name -> name + (missing.contains(name) ? ": missing" : ": there")).toList();
    }

    @Override
    public void panic() {
        rehearsal.panic(now);
        rehearsal.end(now);
    }

    @Override
    public void goPage(String device, String page) {
        rehearsal.at(now, stage -> stage.goPage(device, page));
        rehearsal.end(now);
    }

    @Override
    public void goBank(String group, String bank) {
        rehearsal.at(now, stage -> stage.goBank(group, bank));
        rehearsal.end(now);
    }

    @Override
    public List<PresetStanding> presets() {
        return rehearsal.stage().standing().presets();
    }

    @Override
    public List<LoopStanding> loops() {
        return rehearsal.stage().loops().standing();
    }

    @Override
    public String loop(Function<Loops, String> what) {
        String[] answer = new String[1];
        rehearsal.at(now, stage -> answer[0] = what.apply(stage.loops()));
        rehearsal.end(now);
        return answer[0];
    }

    @Override
    public void preset(String name, How how) {
        rehearsal.at(now, stage -> stage.preset(name, how));
        rehearsal.end(now);
    }

    @Override
    public void slider(String preset, String label, int value) {
        rehearsal.at(now, stage -> stage.slider(preset, label, value));
        rehearsal.end(now);
    }

    @Override
    public Reply reload(String file) {
        GigRead next = read(file);
        if (!next.plays()) return Reply.errors(next.errors());
        swap(now, next);
        rehearsal.end(now);
        return Reply.lines(Stream.concat(next.warnings().stream().map(ScriptError::oneLine), dropped(next)).toList());
    }

    private static Stream<String> dropped(GigRead next) {
        return next.laid().fit().dropped().stream();
    }

    /** Nothing sounds and nothing is kept, but what is added at the prompt plays. */
    @Override
    public Additions additions() {
        return new NoAdditions("A rehearsal loads no plugins and keeps no session.") {
            @Override
            public Overlay overlay() {
                return read.laid().fit().overlay();
            }

            @Override
            public String lines() {
                return read.laid().lines();
            }

            @Override
            public Reply change(Overlay wanted) {
                GigRead next = gigs.read(gig, gig, wanted);
                if (!next.plays()) return Reply.errors(next.errors());
                swap(now, next);
                rehearsal.end(now);
                return Reply.lines(dropped(next).toList());
            }

            @Override
            public List<String> inputs() {
                return rig().ports().stream().filter(p -> p.direction() == Direction.INPUT).map(PortPlan::name).distinct().toList();
            }
        };
    }

    @Override
    public Live live() {
        return rehearsal.stage().live();
    }

    /** None: its levels are written down, and nothing is heard. */
    @Override
    public RackStanding rack() {
        return null;
    }

    @Override
    public Timing timing() {
        return new RehearsalTiming(rehearsal, deed -> {
            rehearsal.at(now, deed);
            rehearsal.end(now);
        });
    }

    @Override
    public Reply forget(String name) {
        return Reply.mistake("a rehearsal keeps nothing from one evening to the next, so there is nothing to forget");
    }

    @Override
    public List<String> kept() {
        return List.of();
    }

    @Override
    public Reply monitor(List<String> ports, Shown which) {
        return Reply.mistake("a rehearsal writes down all that is sent; there is nothing more to show");
    }

    @Override
    public Optional<Why.Watched> why() {
        return rehearsal.stage().why().watched();
    }

    @Override
    public void watch(boolean on) {
        Why why = rehearsal.stage().why();
        if (on) why.watch();
        else why.rest();
    }

    @Override
    public Trace why(String port, Message message) {
        return rehearsal.stage().why().would(port, message);
    }

    /** None: nobody completes a line in virtual time. */
    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public Reply say(String line) {
        return read.prompt().apply(line);
    }
}
