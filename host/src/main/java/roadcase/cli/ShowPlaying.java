package roadcase.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import roadcase.cli.shell.Additions;
import roadcase.cli.shell.Playing;
import roadcase.cli.shell.Reply;
import roadcase.cli.shell.Status;
import roadcase.cli.shell.Timing;
import roadcase.midi.Message;
import roadcase.rig.Gear;
import roadcase.rig.Live;
import roadcase.rig.LoopStanding;
import roadcase.rig.Loops;
import roadcase.rig.PresetStanding;
import roadcase.rig.RackStanding;
import roadcase.rig.Rig;
import roadcase.rig.Spelling;
import roadcase.rig.Stage;
import roadcase.rig.Standing;
import roadcase.rig.Trace;
import roadcase.rig.Why;
import roadcase.rig.plan.Action.SwitchPreset.How;
import roadcase.rig.plan.PortPlan;

/** A show on stage as a shell sees and moves it. The shell's thread. */
final class ShowPlaying implements Playing {
    private final Show show;
    private final ShowReload reload;
    private final Show.Parts parts;

    ShowPlaying(Show show, ShowReload reload, Show.Parts parts) {
        this.show = show;
        this.reload = reload;
        this.parts = parts;
    }

    @Override
    public Rig rig() {
        return show.rig();
    }

    @Override
    public Status status() {
        Status.Code code = new Status.Code(parts.solo().slow(), parts.solo().putAside(), parts.solo().abandoned());
        return Status.of(show.rig(), show.standing(), parts.herald().faults(), code,
                parts.network().traffic().skipped());
    }

    @Override
    public List<String> ports() {
        List<String> lines = new ArrayList<>(parts.gear().states().stream().map(this::line).toList());
        for (Standing.ClockNow clock : show.standing().clocks())
            lines.add("clock " + clock.name() + ": " + clock.follows());
        RackStanding sound = rack();
        if (sound != null) lines.add(sound.line());
        parts.network().server().ifPresent(how -> lines.add("for others on the network: " + how));
        return lines;
    }

    private String line(Gear.State state) {
        PortPlan port = state.port();
        String way = port.direction().name().toLowerCase(Locale.ROOT);
        Optional<String> far = parts.network().state(port.direction(), state.as());
        if (far.isPresent()) {
            String at = state.as().equals(port.name()) ? "" : "at " + state.as() + ", ";
            return port.name() + " (" + way + "): " + at + (state.gear().isEmpty() ? "unverified: " : "") + far.get();
        }
        if (!state.gear().isEmpty()) {
            boolean same = state.gear().equals(state.real());
            return port.name() + " (" + way + "): joined to " + state.gear() + (same ? "" : " (" + state.real() + ")");
        }
        return port.name() + " (" + way + "): " + (port.owned() ? "open for others" : "missing");
    }

    @Override
    public void panic() {
        parts.conductor().tell(Stage::panic);
    }

    @Override
    public void goPage(String device, String page) {
        parts.conductor().ask(stage -> stage.goPage(device, page));
    }

    @Override
    public void goBank(String group, String bank) {
        parts.conductor().ask(stage -> stage.goBank(group, bank));
    }

    @Override
    public List<PresetStanding> presets() {
        return show.standing().presets();
    }

    @Override
    public List<LoopStanding> loops() {
        return show.standing().loops();
    }

    @Override
    public String loop(Function<Loops, String> what) {
        return parts.conductor().ask(stage -> what.apply(stage.loops()));
    }

    @Override
    public void preset(String name, How how) {
        parts.conductor().ask(stage -> stage.preset(name, how));
    }

    @Override
    public void slider(String preset, String label, int value) {
        parts.conductor().ask(stage -> stage.slider(preset, label, value));
    }

    @Override
    public Reply reload(String file) {
        return reload.reload(file);
    }

    @Override
    public Live live() {
        return parts.conductor().ask(Stage::live);
    }

    @Override
    public Additions additions() {
        Additions all = show.additions();
        return all == null ? Playing.super.additions() : all;
    }

    @Override
    public Timing timing() {
        return new ShowTiming(parts.conductor(), parts.link());
    }

    @Override
    public RackStanding rack() {
        return show.keeper() == null ? null : show.keeper().standing();
    }

    @Override
    public Reply forget(String name) {
        if (!parts.memory().forget(name))
            return Reply.mistake("Nothing is remembered as '" + name + "'" + Spelling.didYouMean(name, kept()));
        parts.conductor().forget(name);
        return Reply.said("'" + name + "' is forgotten.");
    }

    @Override
    public List<String> kept() {
        return List.copyOf(new TreeSet<>(parts.memory().entries().keySet()));
    }

    @Override
    public Reply monitor(List<String> ports, Shown which) {
        parts.monitor().also(ports, which);
        return Reply.said(ports.isEmpty() ? "Only what the script monitors is shown." : "Showing '"
                + String.join("' and '", ports) + "'; `monitor off` ends it.");
    }

    @Override
    public Optional<Why.Watched> why() {
        return parts.conductor().ask(s -> s.why().watched());
    }

    @Override
    public void watch(boolean on) {
        parts.conductor().ask(s -> {
            if (on) s.why().watch();
            else s.why().rest();
            return null;
        });
    }

    @Override
    public Trace why(String port, Message message) {
        return parts.conductor().ask(s -> s.why().would(port, message));
    }

    @Override
    public Set<String> names() {
        return reload.names();
    }

    @Override
    public Reply say(String line) {
        return reload.say(line);
    }
}
