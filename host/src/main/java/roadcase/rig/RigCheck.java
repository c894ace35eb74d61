package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roadcase.midi.Kind;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.net.NetworkAddress;
import roadcase.rig.plan.*;
import roadcase.rig.plan.RoutePlan.Press;
import roadcase.route.Shape;
import roadcase.route.Step;
import roadcase.surface.ControlSpec;

/**
 * Looks at a whole rig before it plays and refuses what cannot be meant. What a single line says wrongly was refused
 * when it was read; here is what only shows when all lines are known.
 */
public final class RigCheck {
    private static final int FIRST_MODE_MESSAGE = 120;
    private static final String ROOM = "room.groovy";

    private final Rig rig;
    private final List<Finding> findings = new ArrayList<>();

    private RigCheck(Rig rig) {
        this.rig = rig;
    }

    /** Errors and warnings in the order of the script's lines within each file. */
    public static List<Finding> check(Rig rig) {
        RigCheck check = new RigCheck(rig);
        check.banks();
        check.lookups();
        check.routeNames();
        check.findings.addAll(Claims.check(rig));
        check.findings.addAll(PageCheck.check(rig));
        check.modeMessages();
        check.shiftedRows();
        check.findings.addAll(ChordCheck.check(rig));
        check.circles();
        check.findings.addAll(PresetCheck.check(rig, check.comesBackAt()));
        check.echoes();
        check.lights();
        check.findings.addAll(LightCheck.of(rig));
        check.binds();
        check.zones();
        check.sameMessages();
        check.sameAddresses();
        check.findings.addAll(ParameterCheck.check(rig));
        check.clocks();
        check.networkPorts();
        check.slots();
        check.findings.addAll(LoopCheck.check(rig));
        return check.findings.stream()
                .sorted((a, b) -> a.origin().file().equals(b.origin().file())
                        ? Integer.compare(a.origin().line(), b.origin().line()) : 0)
                .toList();
    }

    private void networkPorts() {
        for (PortPlan port : rig.ports()) if (!port.owned() && port.device() == null) address(port.name(), port.origin());
        for (Rig.Bind bind : rig.binds()) address(bind.to(), bind.origin());
    }

    /** What is played where nothing plays. */
    private void slots() {
        for (RoutePlan route : rig.routes())
            for (Target target : route.targets()) {
                if (!(target instanceof Target.ToPort to) || to.port().slot() == 0) continue;
                SlotPlan slot = rig.rack().slot(to.port().slot());
                if (slot == null || slot.instrument() == null)
                    warn(route.origin(), "slot " + to.port().slot() + " has no instrument, so nothing will be heard of this line");
            }
    }

    private void address(String name, Origin origin) {
        NetworkAddress.fault(name).ifPresent(sentence -> error(origin, sentence));
    }

    private void error(Origin origin, String sentence) {
        findings.add(Finding.error(origin, sentence));
    }

    private void warn(Origin origin, String sentence) {
        findings.add(Finding.warning(origin, sentence));
    }

    private void banks() {
        for (BanksPlan group : rig.banks()) {
            if (group.banks().isEmpty())
                error(group.origin(), "the banks '" + group.name() + "' have no bank: say bank 'A', channel: 1");
            Set<String> seen = new HashSet<>();
            for (BanksPlan.BankPlan bank : group.banks())
                if (!seen.add(bank.name()))
                    error(bank.origin(), "'" + group.name() + "' has two banks '" + bank.name() + "'");
            int lights = 0;
            for (LightPlan light : rig.lights())
                if (light.source() instanceof LightPlan.LightSource.BankBit bit && bit.group().equals(group.name()))
                    lights = Math.max(lights, bit.bit() + 1);
            if (lights > 0 && group.banks().size() > 1 << lights)
                error(group.origin(), group.banks().size() + " banks are more than a dial of " + lights
                        + (lights == 1 ? " light" : " lights") + " can count: it counts " + (1 << lights));
        }
    }

    private void lookups() {
        for (Rig.Lookup lookup : rig.lookups()) {
            Set<String> made = new LinkedHashSet<>();
            boolean many = lookup.what().equals("banks");
            if (many) for (BanksPlan b : rig.banks()) made.add(b.name());
            if (lookup.what().equals("preset")) for (PresetPlan p : rig.presets()) made.add(p.name());
            if (lookup.what().equals("loop")) for (LoopPlan l : rig.loops()) made.add(l.name());
            if (lookup.what().equals("slider"))
                for (PresetPlan p : rig.presets())
                    for (SliderPlan s : p.sliders()) made.add(PresetPlan.sliderName(p.name(), s.label()));
            if (!made.contains(lookup.name()))
                error(lookup.origin(), (many ? "there are no " : "there is no ") + lookup.what() + " '" + lookup.name() + "' in this gig"
                        + Spelling.didYouMean(lookup.name(), made));
        }
    }

    private void routeNames() {
        Map<String, Origin> named = new HashMap<>();
        for (RoutePlan route : rig.routes()) {
            if (route.name() == null) continue;
            Origin first = named.putIfAbsent(route.name(), route.origin());
            if (first != null)
                error(route.origin(), "there are two routes '" + route.name() + "': the first is in line " + first.line()
                        + (first.file().equals(route.origin().file()) ? "" : " of " + first.file()));
        }
    }

    /** CC 120 to 127 are no controllers: a fader on one would silence or re-mode an instrument. */
    private void modeMessages() {
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from)) continue;
            if (route.targets().stream().noneMatch(t -> t instanceof Target.ToPort)) continue;
            for (String name : from.controls()) {
                int cc = sends(control(from.device(), name), route.steps());
                if (cc < FIRST_MODE_MESSAGE) continue;
                error(route.origin(), "'" + name + "' would send CC " + cc + ", which is no controller but a channel mode message"
                        + " (120 to 127 silence or re-mode an instrument): say .becomes(cc(62)) or another below 120");
                break;
            }
        }
    }

    /** The highest CC that a control's line sends, or -1. */
    private static int sends(ControlSpec control, List<Step> steps) {
        int cc = control.message() == Kind.CC ? control.number() : -1;
        for (Step step : steps)
            if (step instanceof Step.Becomes b) cc = b.shape().form() == Shape.Form.CC ? Math.max(b.shape().low(), b.shape().high()) : -1;
        return cc;
    }

    private ControlSpec control(String device, String name) {
        for (ControlSpec control : rig.device(device).controls()) if (control.name().equals(name)) return control;
        throw new IllegalArgumentException(device + " has no control '" + name + "'");
    }

    private void shiftedRows() {
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from)) continue;
            for (Layer layer : route.place().layers()) {
                if (!(layer instanceof Layer.Held held) || !held.device().equals(from.device())) continue;
                for (String name : from.controls()) {
                    ControlSpec twin = control(from.device(), name).twin() == null
                            ? null : control(from.device(), control(from.device(), name).twin());
                    if (twin == null || !held.control().equals(twin.shift())) continue;
                    error(route.origin(), "while '" + held.control() + "' is held the unit itself sends '" + twin.row()
                            + "' for this row, so nothing would ever come here: use '" + twin.row() + "' outside of holding");
                    return;
                }
            }
        }
    }

    /** A virtual output that one of our inputs listens to, and back: a message would go round for ever. */
    private void circles() {
        Map<String, Set<String>> leads = new HashMap<>();
        Map<String, Origin> lines = new HashMap<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Port from)) continue;
            for (Target target : route.targets()) {
                if (!(target instanceof Target.ToPort to)) continue;
                leads.computeIfAbsent(from.port().name(), k -> new LinkedHashSet<>()).add(to.port().name());
                lines.putIfAbsent(from.port().name() + "→" + to.port().name(), route.origin());
            }
        }
        Set<String> joined = joined();
        for (Map.Entry<String, Origin> line : lines.entrySet()) {
            String[] ends = line.getKey().split("→", 2);
            if (reaches(ends[1], ends[0], leads, joined, new HashSet<>()))
                error(line.getValue(), "this goes in a circle: '" + ends[0] + "' to '" + ends[1]
                        + "' and back to '" + ends[0] + "', so one message would go round for ever");
        }
    }

    /**
     * Names that are an output and an input of ours at once, one of them made by us and met from outside by the other:
     * what is sent there comes back. Where both are made by us they are a pair for other programs, and nothing comes back.
     */
    private Set<String> joined() {
        Set<String> joined = new HashSet<>();
        for (PortPlan out : rig.ports()) {
            if (out.direction() != Direction.OUTPUT || out.device() != null) continue;
            for (PortPlan in : rig.ports())
                if (in.direction() == Direction.INPUT && in.device() == null && in.owned() != out.owned()
                        && bound(in.name()).equals(bound(out.name()))) {
                    joined.add(out.name());
                    joined.add(in.name());
                }
        }
        return joined;
    }

    /** For each output's name the names of our inputs that hear what is sent there. */
    private Map<String, Set<String>> comesBackAt() {
        Set<String> joined = joined();
        Map<String, Set<String>> at = new HashMap<>();
        for (PortPlan out : rig.ports()) {
            if (out.direction() != Direction.OUTPUT || !joined.contains(out.name())) continue;
            for (PortPlan in : rig.ports())
                if (in.direction() == Direction.INPUT && joined.contains(in.name()) && bound(in.name()).equals(bound(out.name())))
                    at.computeIfAbsent(out.name(), o -> new LinkedHashSet<>()).add(in.name());
        }
        return at;
    }

    private String bound(String name) {
        for (Rig.Bind bind : rig.binds()) if (bind.name().equals(name)) return bind.to();
        return name;
    }

    private boolean reaches(String output, String input, Map<String, Set<String>> leads, Set<String> joined, Set<String> seen) {
        if (!joined.contains(output) || !seen.add(output)) return false;
        for (PortPlan in : rig.ports()) {
            if (in.direction() != Direction.INPUT || !bound(in.name()).equals(bound(output))) continue;
            if (in.name().equals(input)) return true;
            for (String next : leads.getOrDefault(in.name(), Set.of()))
                if (reaches(next, input, leads, joined, seen)) return true;
        }
        return false;
    }

    private void echoes() {
        for (RoutePlan route : rig.routes()) {
            if (!route.echo() || !(route.source() instanceof Source.Port from)) continue;
            boolean out = rig.ports().stream()
                    .anyMatch(p -> p.direction() == Direction.OUTPUT && p.name().equals(from.port().name()));
            if (!out)
                error(route.origin(), "echo() sends back to '" + from.port().name() + "', but there is no output of that name: say output('"
                        + from.port().name() + "') above");
        }
    }

    private void lights() {
        for (LightPlan light : rig.lights())
            if (!control(light.device(), light.control()).hasLight())
                error(light.origin(), "'" + light.control() + "' has no light that could show anything");
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from) || route.press() == Press.PLAIN) continue;
            for (String name : from.controls())
                if (!control(from.device(), name).hasLight()) {
                    warn(route.origin(), "'" + name + "' has no light: nobody will see whether it is on");
                    break;
                }
        }
    }

    private void binds() {
        for (Rig.Bind bind : rig.binds()) {
            boolean used = rig.ports().stream().anyMatch(p -> p.name().equals(bind.name()))
                    || rig.devices().stream().anyMatch(d -> d.name().equals(bind.name()));
            if (used) continue;
            String meant = Spelling.didYouMean(bind.name(), rig.ports().stream().map(PortPlan::name).toList());
            // A room's file serves all gigs that are played there, so it may name what this one does not use.
            if (meant.isEmpty() && bind.origin().file().equals(ROOM)) continue;
            warn(bind.origin(), "bind '" + bind.name() + "' binds nothing: no port of this gig has that name" + meant);
        }
    }

    private void zones() {
        Map<String, List<Step.Zone>> byPort = new HashMap<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Port from)) continue;
            for (Step step : route.steps()) {
                if (!(step instanceof Step.Zone zone)) continue;
                String where = from.port().name() + cuts(route.place());
                List<Step.Zone> known = byPort.computeIfAbsent(where, k -> new ArrayList<>());
                for (Step.Zone other : known)
                    if (!other.name().equals(zone.name()) && other.low() <= zone.high() && zone.low() <= other.high())
                        warn(route.origin(), "the zones '" + other.name() + "' and '" + zone.name() + "' of '" + from.port().name()
                                + "' share the keys " + Math.max(other.low(), zone.low()) + " to " + Math.min(other.high(), zone.high()));
                if (!known.contains(zone)) known.add(zone);
            }
        }
    }

    /** Each preset and each page may cut a keyboard in its own way. */
    private static List<Layer> cuts(Place place) {
        return place.layers().stream().filter(l -> l instanceof Layer.Preset || l instanceof Layer.Page).toList();
    }

    /** Two controls that say the same to one port in one place: a host could not tell them apart. */
    private void sameMessages() {
        Map<String, String> seen = new HashMap<>();
        Set<Origin> told = new HashSet<>();
        for (RoutePlan route : rig.routes()) {
            if (!(route.source() instanceof Source.Controls from) || Claims.looksOnly(route)) continue;
            for (String name : from.controls()) {
                String says = says(control(from.device(), name), from, name, route);
                if (says == null) continue;
                for (Target target : route.targets()) {
                    if (!(target instanceof Target.ToPort to)) continue;
                    String other = seen.putIfAbsent(to.port().name() + " " + route.place() + " " + says, name);
                    if (other != null && !other.equals(name) && told.add(route.origin()))
                        warn(route.origin(), "'" + name + "' and '" + other + "' send the same message (" + says + ") to '"
                                + to.port().name() + "'");
                }
            }
        }
    }

    /** A unit programmed so that two of its controls send the same: nobody can tell which was touched. */
    private void sameAddresses() {
        for (DevicePlan device : rig.devices()) {
            Map<String, String> seen = new HashMap<>();
            for (ControlSpec control : device.controls()) {
                String kind = control.message() == Kind.NOTE_ON ? "note " : "CC ";
                String address = kind + control.number() + " on channel " + control.channel();
                String other = seen.putIfAbsent(address, control.name());
                if (other != null)
                    error(device.origin(), "'" + other + "' and '" + control.name() + "' of this unit both send "
                            + address + ", so nobody can tell which was touched: program one of them otherwise");
            }
        }
    }

    /** A line waits for one clock, and a tempo that is heard is nobody's to set. */
    private void clocks() {
        Set<String> heard = new HashSet<>();
        for (ClockPlan clock : rig.clocks()) if (clock.isHeard()) heard.add(clock.tempoName());
        for (RoutePlan route : rig.routes()) {
            for (Target target : route.targets())
                if (target instanceof Target.ToValue to && heard.contains(to.value()))
                    error(route.origin(), "'" + to.value() + "' is what comes in: it can be read, not set");
            waits(route);
        }
        follows();
    }

    /** Gear follows one clock, and never its own. */
    private void follows() {
        Map<String, FollowPlan> known = new HashMap<>();
        for (FollowPlan follow : rig.follows()) {
            FollowPlan other = known.putIfAbsent(follow.output().key(), follow);
            if (other != null)
                error(follow.origin(), "'" + follow.output().name() + "' follows " + other.clock() + " in " + other.origin() + " and "
                        + follow.clock() + " here: gear follows one clock");
            PortPlan from = rig.clock(follow.clock()).input();
            boolean own = from != null && (from.device() != null ? from.device().equals(follow.output().device())
                    : from.name().equals(follow.output().name()));
            if (own) error(follow.origin(), "'" + follow.output().name() + "' would get its own clock back: let it follow another one");
        }
    }

    private void waits(RoutePlan route) {
        Set<String> names = new LinkedHashSet<>();
        int places = 0;
        for (Step step : route.steps()) {
            if (!(step instanceof Step.Waiting w)) continue;
            if (w.clock() != null) names.add(w.clock());
            if (w.clock() != null && rig.clocks().stream().noneMatch(c -> c.name().equals(w.clock())))
                error(route.origin(), "this waits for the clock " + w.clock() + ", which the gig does not name");
            if (!(step instanceof Step.After)) places++;
            if (step instanceof Step.At && w.beats() == 0 && w.bars() == 0)
                warn(route.origin(), "at the very beginning there is nothing to wait for: every clock is past it once it runs");
        }
        if (names.size() > 1)
            error(route.origin(), "this line waits for " + String.join(" and for ", names) + ": one line follows one clock");
        if (places > 1)
            error(route.origin(), "this line waits for two places in the music: say one quantise(...) or one at(...)");
    }

    /** What a control says, as far as one can tell from the line: kind, number, channel. Null where it depends. */
    private static String says(ControlSpec control, Source.Controls from, String name, RoutePlan route) {
        String kind = control.message() == Kind.NOTE_ON ? "note" : "CC";
        int number = control.number();
        String channel = "";
        for (Step step : route.steps()) {
            if (step instanceof Step.Transpose t && kind.equals("note")) number += t.semitones();
            else if (step instanceof Step.ToChannel t) channel = " on channel " + t.channel();
            else if (step instanceof Step.Becomes b) {
                if (b.shape().low() != b.shape().high() || b.shape().form() == Shape.Form.PROGRAM) return null;
                kind = b.shape().form() == Shape.Form.NOTE ? "note" : b.shape().form().toString();
                number = b.shape().low();
            }
        }
        return kind + " " + number + channel;
    }
}
