package roadcase.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import roadcase.loop.LoopSettings;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Rig;
import roadcase.rig.plan.BanksPlan;
import roadcase.rig.plan.ClipsPlan;
import roadcase.rig.plan.ClockPlan;
import roadcase.rig.plan.DevicePlan;
import roadcase.rig.plan.FollowPlan;
import roadcase.rig.plan.LightPlan;
import roadcase.rig.plan.LoopPlan;
import roadcase.rig.plan.PagesPlan;
import roadcase.rig.plan.PicturePlan;
import roadcase.rig.plan.Place;
import roadcase.rig.plan.PortPlan;
import roadcase.rig.plan.PresetPlan;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.SlotPlan;
import roadcase.rig.plan.Source;
import roadcase.rig.plan.SwitchPlan;
import roadcase.rig.plan.ValuePlan;

/** What a gig does, in sentences. Pure. */
public final class Explanation {
    private final Rig rig;
    private final List<String> lines = new ArrayList<>();

    private Explanation(Rig rig) {
        this.rig = rig;
    }

    /** Lines for a person; never empty. */
    public static List<String> of(Rig rig) {
        Explanation e = new Explanation(rig);
        e.gear();
        if (rig.rack() != null) rig.rack().slots().forEach(e::slot);
        e.routes(Place.TOP, "");
        rig.banks().forEach(e::banks);
        rig.pages().forEach(e::pages);
        if (!rig.presets().isEmpty()) e.lines.addAll(PresetSentence.of(rig));
        e.otherPlaces();
        rig.loops().forEach(e::loop);
        e.kept();
        e.rest();
        if (e.lines.isEmpty()) e.lines.add("This gig does nothing yet: it names no gear and has no lines.");
        return List.copyOf(e.lines);
    }

    private void gear() {
        for (DevicePlan device : rig.devices())
            lines.add("Uses " + named(device) + " on the port '" + device.in().name() + "'.");
        for (PortPlan port : rig.ports()) {
            if (port.device() != null || !used(port)) continue;
            String way = port.direction() == Direction.INPUT ? "Listens to" : "Sends to";
            if (port.owned())
                lines.add("Makes the port '" + port.name() + "' for other programs to "
                        + (port.direction() == Direction.INPUT ? "send to." : "listen to."));
            else lines.add(way + " '" + port.name() + "'.");
        }
        for (Rig.Bind bind : rig.binds())
            if (isNamed(bind.name())) lines.add("In this room '" + bind.name() + "' is '" + bind.to() + "'.");
    }

    /** Slots that are only moved have nothing to tell here. */
    private void slot(SlotPlan slot) {
        if (slot.instrument() == null && slot.effects().isEmpty()) return;
        StringBuilder line = new StringBuilder(slot.isMaster() ? "The master" : slot.said().replaceFirst("s", "S"));
        if (slot.instrument() != null) line.append(" plays '").append(slot.instrument()).append("'");
        if (slot.sound() != null) line.append(" with the sound '").append(slot.sound()).append("'");
        if (!slot.effects().isEmpty()) line.append(slot.instrument() == null ? " goes" : ",").append(" through ")
                .append(slot.effects().stream().map(e -> "'" + e + "'").collect(Collectors.joining(", then ")));
        lines.add(line.append(".").toString());
    }

    private static String named(DevicePlan device) {
        String type = device.spec().type();
        return device.name().equals(type) ? type : type + " '" + device.name() + "'";
    }

    /** A port that no line names can still be meant for code, so only inputs that nobody reads are silent. */
    private boolean used(PortPlan port) {
        if (port.direction() == Direction.OUTPUT || rig.monitored().contains(port)) return true;
        if (rig.clocks().stream().anyMatch(c -> c.input() != null && c.input().key().equals(port.key()))) return true;
        return rig.routes().stream().anyMatch(r ->
                r.source() instanceof Source.Port p && p.port().key().equals(port.key()));
    }

    private boolean isNamed(String name) {
        return rig.ports().stream().anyMatch(p -> p.name().equals(name)) || rig.devices().stream()
                .anyMatch(d -> d.name().equals(name));
    }

    private void routes(Place place, String indent) {
        for (RoutePlan route : rig.routes())
            if (route.place().equals(place)) lines.add(indent + RouteSentence.of(route) + ".");
        for (ClipsPlan clips : rig.clips()) if (clips.place().equals(place)) lines.add(indent + ClipsSentence.of(clips));
        for (LightPlan light : rig.lights())
            if (light.place().equals(place) && !isOfPicture(light) && !(light.source() instanceof LightPlan.LightSource.OfClips)) lines.add(indent + light(light));
        for (PicturePlan picture : rig.pictures()) if (picture.place().equals(place)) lines.add(indent + picture(picture));
    }

    /** Told as a whole. */
    private boolean isOfPicture(LightPlan light) {
        return light.source() instanceof LightPlan.LightSource.Painted p
                && rig.pictures().stream().anyMatch(picture -> picture.name().equals(p.picture()));
    }

    private static String picture(PicturePlan picture) {
        String where = "The " + picture.pads().size() + " pads of " + picture.device() + " show ";
        if (picture.show() instanceof PicturePlan.Show.Text text)
            return where + "'" + text.text() + "' running, in " + text.light() + ".";
        if (picture.show() instanceof PicturePlan.Show.Bars bars)
            return where + bars.signals().size() + (bars.signals().size() == 1 ? " bar" : " bars")
                    + ", filled from the bottom, in "
                    + bars.lights().stream().map(Object::toString).collect(Collectors.joining(", ")) + ".";
        return where + "what the code in line " + picture.origin().line() + " paints.";
    }

    private static String light(LightPlan light) {
        if (light.source() instanceof LightPlan.LightSource.BankBit b)
            return "The light of " + light.device() + " " + light.control() + " shows digit " + (b.bit() + 1)
                    + " of the bank of '" + b.group() + "' in binary.";
        if (light.source() instanceof LightPlan.LightSource.PageShown p)
            return "The light of " + light.device() + " " + light.control() + " shows whether " + p.device() + " is on page "
                    + (p.page() + 1) + ".";
        if (light.source() instanceof LightPlan.LightSource.Painted p)
            return "The light of " + light.device() + " " + light.control() + " is part of the picture '" + p.picture() + "'.";
        throw new IllegalArgumentException("a light that nobody has explained yet: " + light.source());
    }

    private void banks(BanksPlan group) {
        String names = group.banks().stream()
                .map(b -> b.name() + (b.channel() > 0 ? " (channel " + b.channel() + ")" : ""))
                .collect(Collectors.joining(", "));
        lines.add("Banks '" + group.name() + "': " + names + ". The last "
                + (group.wraps() ? "is followed by the first" : "is the end")
                + "; the one you are on is remembered.");
        for (BanksPlan.BankPlan bank : group.banks())
            if (!bank.onEnter().isEmpty()) lines.add("  On entering " + bank.name() + ": code of the script ("
                    + bank.onEnter().stream().map(r -> r.origin().toString()).collect(Collectors.joining(", ")) + ").");
    }

    private void pages(PagesPlan pages) {
        String names = pages.pages().stream().map(PagesPlan.PagePlan::name).collect(Collectors.joining(", "));
        lines.add("Pages of " + pages.device() + ": " + names + ". The last "
                + (pages.wraps() ? "is followed by the first" : "is the end")
                + "; the one that is shown is remembered.");
    }

    /** Every place below the top once, in the order of the script. */
    private void otherPlaces() {
        Map<Place, Boolean> places = new LinkedHashMap<>();
        rig.routes().forEach(r -> places.put(r.place(), true));
        rig.clips().forEach(c -> places.put(c.place(), true));
        rig.lights().forEach(l -> places.put(l.place(), true));
        for (Place place : places.keySet()) {
            if (place.isTop()) continue;
            lines.add("In " + place + ":");
            routes(place, "  ");
        }
    }

    private void kept() {
        for (ValuePlan value : rig.values()) {
            boolean isHeard = rig.clocks().stream().anyMatch(c -> c.isHeard() && c.tempoName().equals(value.name()));
            if (!isHeard && !isLoop(value)) lines.add("Remembers '" + value.name() + "'" + (Double.isNaN(value.start()) ? "."
                    : ", which starts at " + StepPhrase.number(value.start()) + "."));
        }
        for (SwitchPlan s : rig.switches()) if (!s.start() && !isPreset(s) && !isClock(s)) lines.add("'" + s.name()
                + "' is off until it is switched on.");
    }

    private boolean isLoop(ValuePlan value) {
        return rig.loops().stream().anyMatch(l -> l.values().stream().anyMatch(v -> v.name().equals(value.name())));
    }

    private boolean isClock(SwitchPlan s) {
        return rig.clocks().stream().anyMatch(c -> c.playingName().equals(s.name()));
    }

    private boolean isPreset(SwitchPlan s) {
        return rig.presets().stream().anyMatch(p -> PresetPlan.switchName(p.name()).equals(s.name()));
    }

    private static String clock(ClockPlan clock) {
        String tempo = clock.bpm() > 0 ? StepPhrase.number(clock.bpm()) + " bpm" : "";
        StringBuilder line = new StringBuilder("Keeps time with ").append(clock.source());
        if (clock.isHeard()) {
            line.append(clock.input() == null ? " of the first input that sends it" : " of '" + clock.input().name() + "'");
            if (!tempo.isEmpty()) line.append(", and at ").append(tempo).append(" while none comes in");
        } else if (!tempo.isEmpty()) line.append(", starting at ").append(tempo);
        if (clock.barBeats() > 0) line.append(", in bars of ").append(StepPhrase.number(clock.barBeats())).append(" beats");
        if (clock.firstBar() > 0)
            line.append(", the first from beat ").append(StepPhrase.number(clock.firstBar())).append(" on");
        return line.append(".").toString();
    }

    private void loop(LoopPlan loop) {
        LoopSettings said = loop.settings();
        StringBuilder line = new StringBuilder("The loop '").append(loop.name()).append("' holds the level of '")
                .append(loop.meter()).append("' at ").append(StepPhrase.number(said.target())).append(" dB: it moves '")
                .append(loop.value()).append("' between ").append(StepPhrase.number(said.low())).append(" and ")
                .append(StepPhrase.number(said.high())).append(" dB");
        if (loop.pause() != null)
            line.append(", and pauses where code of the script says so (").append(loop.pause().origin()).append(")");
        lines.add(line.append(".").toString());
    }

    private void rest() {
        for (ClockPlan clock : rig.clocks()) lines.add(clock(clock));
        for (FollowPlan follow : rig.follows())
            lines.add("Sends MIDI clock of " + follow.clock() + " to '" + follow.output().name() + "'.");
        for (Rig.Start start : rig.starts()) {
            if (start instanceof Rig.Start.Send s) lines.add("At the start sends " + s.message().decoded() + " to '"
                    + s.output() + "'.");
            if (start instanceof Rig.Start.After a) lines.add("After the start runs code of the script (" + a.reaction()
                    .origin() + ").");
        }
        String shown = rig.monitored().stream().map(PortPlan::name).map(n -> "'" + n + "'").distinct()
                .collect(Collectors.joining(", "));
        if (!shown.isEmpty()) lines.add("Shows the traffic of " + shown + ".");
        rig.panels().forEach(p ->
                lines.add("Has a page '" + p.name() + "', which shows when the browser page exists."));
    }
}
