package roadcase.rig;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import roadcase.audio.Rack;
import roadcase.midi.Kind;
import roadcase.rig.Cells.BankCell;
import roadcase.rig.Cells.ClipsCell;
import roadcase.rig.Cells.ControlCell;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.PlayedControl.Claim;
import roadcase.rig.PlayedPlace.Condition;
import roadcase.rig.PlayedPreset.PlayedSlider;
import roadcase.rig.plan.*;
import roadcase.rig.plan.RoutePlan.Press;
import roadcase.route.Accept;
import roadcase.route.Chain;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Shape;
import roadcase.route.Step;
import roadcase.route.Stretch;
import roadcase.surface.ClipGrid;
import roadcase.surface.ControlSpec;
import roadcase.surface.PositionReports;
import roadcase.surface.Travel;

/**
 * Prepares a rig for playing: what the script wrote once for every bank and every button of a row is written out,
 * names become cells, filters become places in tables.
 *
 * <p>The thread that reads scripts; {@link Cells} and {@link PortTable} may be in use by the Conductor meanwhile.
 */
final class Wirer {
    private final Rig rig;
    private final LiveLink link;
    private final PortTable ports;
    private final Cells cells;
    private final PlayedInput.Draft[] drafts = new PlayedInput.Draft[PortTable.MOST];
    private final Map<String, PlayedBanks> banks = new LinkedHashMap<>();
    private final Map<String, PlayedPages> pages = new LinkedHashMap<>();
    private final Map<String, PlayedPreset> presets = new LinkedHashMap<>();
    private final Map<String, PlayedClips> clips = new LinkedHashMap<>();
    private final Map<String, PlayedDevice> devices = new LinkedHashMap<>();
    private final Map<Named, PlayedPlace> places = new LinkedHashMap<>();
    private final Map<String, ValueCell> values = new HashMap<>();
    private final Map<String, SwitchCell> switches = new HashMap<>();
    private final Map<ValueCell, List<PlayedRoute>> valueListeners = new HashMap<>();
    private final List<PlayedRoute> soft = new ArrayList<>();
    private final List<PlayedRoute> hearing = new ArrayList<>();
    private final List<PlayedRoute> triggers = new ArrayList<>();
    private final Map<PlayedControl, List<Claim>> claims = new HashMap<>();
    private final Map<PlayedControl, List<Claim>> listeners = new HashMap<>();

    private Wirer(Rig rig, LiveLink link, PortTable ports, Cells cells) {
        this.rig = rig;
        this.link = link;
        this.ports = ports;
        this.cells = cells;
    }

    static Wiring wire(Rig rig, LiveLink link, PortTable ports, Cells cells) {
        return new Wirer(rig, link, ports, cells).wire();
    }

    private Wiring wire() {
        boolean[] present = new boolean[PortTable.MOST];
        Map<String, Integer> outputs = new HashMap<>();
        for (PortPlan port : rig.ports()) {
            int number = ports.number(port);
            present[number] = true;
            if (port.direction() == roadcase.midi.RealPort.Direction.OUTPUT) outputs.put(port.name(), number);
            else drafts[number] = new PlayedInput.Draft();
        }
        int[] slots = new int[rig.rack() == null ? 0 : Rack.SLOTS + 1];
        for (int slot = 1; slot < slots.length; slot++) {
            SlotPlan plan = rig.rack().slot(slot);
            slots[slot] = ports.number(PortPlan.ofSlot(slot, plan == null ? null : plan.name(), rig.rack().origin()));
            present[slots[slot]] = true;
        }
        for (ValuePlan value : rig.values()) values.put(value.name(), valueCell(value));
        for (SwitchPlan s : rig.switches()) switches.put(s.name(), switchCell(s));
        for (BanksPlan b : rig.banks())
            banks.put(b.name(), new PlayedBanks(b,
                    cells.cell(BankCell.class, b.name(), () -> new BankCell(b.banks().isEmpty() ? "" : b.banks().get(0).name()))));
        for (PagesPlan p : rig.pages())
            pages.put(p.device(), new PlayedPages(p, cells.cell(BankCell.class, p.kept(), () -> new BankCell(p.pages().get(0).name()))));
        for (PresetPlan p : rig.presets()) presets.put(p.name(), preset(p));
        for (DevicePlan d : rig.devices()) devices.put(d.name(), device(d));
        for (ClipsPlan c : rig.clips()) for (Spelled where : spell(c.place())) clips(c, where);
        for (RoutePlan route : rig.routes()) route(route);
        for (LightPlan light : rig.lights()) light(light);
        claims.forEach((control, list) -> control.claims = list.toArray(Claim[]::new));
        listeners.forEach((control, list) -> control.listeners = list.toArray(Claim[]::new));
        PlayedInput[] inputs = new PlayedInput[PortTable.MOST];
        for (int i = 0; i < drafts.length; i++) if (drafts[i] != null) inputs[i] = drafts[i].finish();
        for (PlayedDevice d : devices.values()) inputs[d.in].device = d;
        return new Wiring(rig, link, inputs, List.copyOf(places.values()), List.copyOf(banks.values()), List.copyOf(clips.values()),
                List.copyOf(pages.values()), List.copyOf(presets.values()), shown(), List.copyOf(devices.values()),
                outputs, values, switches, valueListeners, valueKnobs(), List.copyOf(soft), List.copyOf(hearing), List.copyOf(triggers), present, slots);
    }

    private BankCell shown() {
        return rig.presets().isEmpty() ? null
                : cells.cell(BankCell.class, Wiring.SHOWN, () -> new BankCell(""));
    }

    private Map<ValueCell, List<Wiring.Bound>> valueKnobs() {
        Map<ValueCell, List<Wiring.Bound>> bound = new HashMap<>();
        claims.forEach((control, list) -> {
            for (Claim claim : list)
                for (int i = 0; claim.knob != null && i < claim.route.values.length; i++)
                    bound.computeIfAbsent(claim.route.values[i], v -> new ArrayList<>())
                            .add(new Wiring.Bound(control, -1, Event.CC, 0, 0, claim.route, claim.knob, i));
        });
        for (PlayedRoute route : soft)
            route.soft.visit((kind, channel, number, knob) -> {
                for (int i = 0; i < route.values.length; i++)
                    bound.computeIfAbsent(route.values[i], v -> new ArrayList<>())
                            .add(new Wiring.Bound(null, route.soft.input, kind, channel, number, route, knob, i));
            });
        return bound;
    }

    /** Script number unchanged: the session wins. Edited: the script does. */
    private ValueCell valueCell(ValuePlan plan) {
        // A tempo that is heard is nothing to remember.
        if (rig.clocks().stream().anyMatch(c -> c.isHeard() && c.tempoName().equals(plan.name())))
            return new ValueCell(plan.start());
        ValueCell cell = cells.cell(ValueCell.class, rig.kept(plan.name()), () -> new ValueCell(plan.start()));
        cell.low = plan.low();
        cell.high = plan.high();
        return cell;
    }

    private SwitchCell switchCell(SwitchPlan plan) {
        for (ClockPlan clock : rig.clocks()) if (clock.playingName().equals(plan.name())) return cells.playing(clock.name());
        return cells.cell(SwitchCell.class, rig.kept(plan.name()), () -> new SwitchCell(plan.start()));
    }

    private PlayedPreset preset(PresetPlan plan) {
        List<PlayedSlider> sliders = new ArrayList<>();
        for (SliderPlan slider : plan.sliders())
            sliders.add(new PlayedSlider(slider,
                    cells.cell(ValueCell.class, PresetPlan.sliderName(plan.name(), slider.label()),
                            () -> new ValueCell(slider.start())),
                    slider.outputs().stream().mapToInt(ports::number).toArray()));
        return new PlayedPreset(plan, switches.get(PresetPlan.switchName(plan.name())), List.copyOf(sliders));
    }

    private PlayedDevice device(DevicePlan plan) {
        int in = ports.number(plan.in());
        int out = ports.number(plan.out());
        PlayedControl[] controls = new PlayedControl[plan.controls().size()];
        List<PlayedLight> lights = new ArrayList<>();
        for (int i = 0; i < controls.length; i++) {
            ControlSpec spec = plan.controls().get(i);
            controls[i] = new PlayedControl(i, spec,
                    cells.cell(ControlCell.class, plan.name() + " " + spec.name(), ControlCell::new));
            if (spec.hasLight())
                lights.add(light(plan.name() + " / " + spec.name(), controls[i]));
        }
        PlayedDevice device = new PlayedDevice(plan, in, out, controls, lights.toArray(PlayedLight[]::new),
                new PositionReports(controls.length));
        for (PlayedControl control : controls)
            if (control.spec.twin() != null) control.twin = device.control(control.spec.twin());
        return device;
    }

    private PlayedLight light(String name, PlayedControl control) {
        PlayedLight light = new PlayedLight(control,
                cells.cell(SwitchCell.class, name + " / lit", () -> new SwitchCell(false)));
        light.look = cells.known(ValueCell.class, name + PlayedLight.LOOK);
        return light;
    }

    /** What plays and waits is kept by the written name, in every bank by itself. */
    private void clips(ClipsPlan plan, Spelled where) {
        String name = where.before() + plan.name();
        ClipsCell cell = cells.cell(ClipsCell.class, name + " of " + plan.columns() + " by " + plan.rows(),
                () -> new ClipsCell(new ClipGrid(plan.columns(), plan.rows())));
        PlayedControl[] pads = new PlayedControl[plan.layout().length()];
        for (ClipsPlan.Control control : plan.controls())
            if (control.part() == ClipsPlan.Part.PAD)
                pads[control.row() * plan.columns() + control.column()] = devices.get(control.device()).control(control.name());
        Waits waits = plan.quantise() == null ? null : Waits.of(List.of(plan.quantise()), rig::clock);
        clips.put(name, new PlayedClips(plan, name, cell, waits, pads));
    }

    /** Writes a line out for every bank it holds in. */
    private void route(RoutePlan plan) {
        for (Spelled where : spell(plan.place())) {
            if (plan.source() instanceof Source.Port from) portRoute(plan, from, where);
            else if (plan.source() instanceof Source.Controls from) controlRoutes(plan, from, where);
            else if (plan.source() instanceof Source.OfValue from) {
                PlayedRoute route = played(plan, where, plan.steps(), 0, 127, -1, null);
                valueListeners.computeIfAbsent(values.get(from.value()), v -> new ArrayList<>()).add(route);
            }
        }
    }

    private void portRoute(RoutePlan plan, Source.Port from, Spelled where) {
        Accept accept = Accept.of(plan.steps());
        List<Step> rest = plan.steps().subList(accept.used(), plan.steps().size());
        int kind = firstNumbered(accept);
        int echo = plan.echo() ? ports.find(roadcase.midi.RealPort.Direction.OUTPUT, from.port().name()) : -1;
        EventKind joined = joined(accept);
        boolean softly = plan.takeover().mode() != RoutePlan.Mode.JUMP && (accept.takes(Kind.CC) || joined != null);
        PlayedRoute route = played(plan, where, rest, accept.low(kind), accept.high(kind), echo,
                softly ? softFlow(from.port(), accept, joined, where) : null);
        route.joins = accept.joins();
        if (softly) soft.add(route);
        boolean onlyOffs = accept.takes(Kind.NOTE_OFF) && !accept.takes(Kind.NOTE_ON);
        boolean hears = plan.targets().stream()
                .anyMatch(t -> t instanceof Target.ToReaction r && r.reaction().on() == Reaction.On.EVENT)
                || fallsBack(plan.steps());
        if (hears && accept.takes(Kind.NOTE_ON)) {
            route.heard = new HeardKeys(ports.number(from.port()));
            hearing.add(route);
        }
        drafts[ports.number(from.port())].add(route, accept, onlyOffs || hears);
    }

    /** A key that comes up takes back what it made; of notes and CCs {@link roadcase.midi.Held} does that. */
    private static boolean fallsBack(List<Step> steps) {
        Shape.Form last = null;
        for (Step step : steps) if (step instanceof Step.Becomes b) last = b.shape().form();
        return last != null && last != Shape.Form.NOTE && last != Shape.Form.CC && last != Shape.Form.PROGRAM;
    }

    /** The parameters that a line takes, where it takes one kind of them; else null. */
    private static EventKind joined(Accept accept) {
        for (EventKind kind : List.of(EventKind.CC14, EventKind.NRPN, EventKind.RPN)) if (accept.takes(kind)) return kind;
        return null;
    }

    private SoftFlow softFlow(PortPlan port, Accept accept, EventKind joined, Spelled where) {
        int first = joined == null ? 0 : accept.low(joined.ordinal());
        SoftFlow flow = new SoftFlow(ports.number(port), joined == null ? Event.CC : joined.ordinal(), first);
        if (accept.takes(Kind.CC)) softKnobs(flow, port, accept, EventKind.CC, "CC", where);
        if (joined == EventKind.CC14) softKnobs(flow, port, accept, joined, "CC", where);
        else if (joined != null) softKnobs(flow, port, accept, joined, joined.said(), where);
        return flow;
    }

    private void softKnobs(SoftFlow flow, PortPlan port, Accept accept, EventKind kind, String called, Spelled where) {
        int first = accept.low(kind.ordinal());
        int last = Math.min(accept.high(kind.ordinal()), first + SoftFlow.NUMBERS - 1);
        String bits = kind == EventKind.CC14 ? " of 14 bits" : "";
        for (int channel = accept.channelLow(); channel <= accept.channelHigh(); channel++)
            for (int number = first; number <= last; number++)
                flow.add(kind.ordinal(), channel, number, cells.cell(KnobCell.class,
                        where.name(port.name() + " " + called + " " + number + bits + " on channel " + channel), KnobCell::new));
    }

    /** The kind whose numbers a line stretches: the first that has its own range. */
    private static int firstNumbered(Accept accept) {
        for (EventKind kind : List.of(EventKind.NOTE_ON, EventKind.NOTE_OFF, EventKind.CC, EventKind.PROGRAM,
                EventKind.KEY_AFTERTOUCH, EventKind.CC14, EventKind.NRPN, EventKind.RPN))
            if (accept.takes(kind)) return kind.ordinal();
        return 0;
    }

    private void controlRoutes(RoutePlan plan, Source.Controls from, Spelled where) {
        PlayedDevice device = devices.get(from.device());
        int count = from.controls().size();
        for (int i = 0; i < count; i++) {
            PlayedControl control = device.control(from.controls().get(i));
            List<Step> steps = oneOf(plan.steps(), control.spec.type(), i, count);
            int echo = plan.echo() ? device.out : -1;
            PlayedRoute route = played(plan, where, steps, control.spec.number(), control.spec.number(), echo, null);
            (listens(plan) ? listeners : claims)
                    .computeIfAbsent(control, c -> new ArrayList<>())
                    .add(claim(plan, where, control, route, listens(plan)));
        }
    }

    private static boolean listens(RoutePlan plan) {
        return plan.press() == Press.PLAIN && plan.targets().stream()
                .allMatch(t -> t instanceof Target.ToReaction r && r.reaction().on() != Reaction.On.PRESS);
    }

    /** Who only listens to a knob takes hold of it for itself: the owner must not feel that. */
    private Claim claim(RoutePlan plan, Spelled where, PlayedControl control, PlayedRoute route, boolean listens) {
        String state = where.name(stateName(device(control), control));
        KnobCell knob = null;
        if (control.spec.type() == ControlSpec.Type.ABSOLUTE)
            knob = listens ? new KnobCell() : cells.cell(KnobCell.class, state, KnobCell::new);
        SwitchCell toggle = null;
        if (plan.press() != Press.PLAIN) {
            for (Target target : plan.targets()) if (target instanceof Target.ToSwitch s) toggle = switches.get(s.name());
            if (toggle == null) toggle = cells.cell(SwitchCell.class, state, () -> new SwitchCell(false));
        }
        Claim claim = new Claim(route, toggle, knob);
        claim.hand = hand(plan, where, control);
        return claim;
    }

    /** What a control does to clips: known by its name, for some may have been taken. */
    private PlayedClips.Hand hand(RoutePlan plan, Spelled where, PlayedControl control) {
        for (Target target : plan.targets()) {
            if (!(target instanceof Target.ToAction t) || !(t.action() instanceof Action.LaunchClips launch)) continue;
            PlayedClips played = clips.get(where.before() + launch.clips());
            ClipsPlan.Control of = played.plan.control(device(control).plan.name(), control.spec.name(), launch.part());
            return new PlayedClips.Hand(played, launch.part(), of.column(), of.row());
        }
        return null;
    }

    private PlayedDevice device(PlayedControl control) {
        for (PlayedDevice d : devices.values())
            if (control.index < d.controls.length && d.controls[control.index] == control) return d;
        throw new IllegalStateException(control.spec.name());
    }

    /**
     * The control's name alone, or with its device's in front where an earlier device has one of that name: so a second
     * unit renames nothing of the first.
     */
    private String stateName(PlayedDevice device, PlayedControl control) {
        for (PlayedDevice earlier : devices.values()) {
            if (earlier == device) break;
            if (earlier.control(control.spec.name()) != null) return device.plan.name() + " " + control.spec.name();
        }
        return control.spec.name();
    }

    /** A range of numbers means one number for each control of a row, in order. */
    private static List<Step> oneOf(List<Step> steps, ControlSpec.Type type, int index, int count) {
        if (count == 1) return steps;
        return steps.stream().map(step -> {
            if (!(step instanceof Step.Becomes b) || b.shape().low() == b.shape().high()) return step;
            Shape s = b.shape();
            boolean each = s.form() != Shape.Form.PROGRAM || type == ControlSpec.Type.BUTTON;
            if (!each) return step;
            int number = Stretch.map(index, 0, count - 1, s.low(), s.high());
            return new Step.Becomes(new Shape(s.form(), number, number, s.valueLow(), s.valueHigh()));
        }).collect(Collectors.toList());
    }

    private PlayedRoute played(RoutePlan plan, Spelled where, List<Step> steps, int numberLow, int numberHigh, int echo,
            SoftFlow softFlow) {
        List<Step> all = new ArrayList<>(steps);
        boolean ownChannel = plan.steps().stream().anyMatch(s -> s instanceof Step.ToChannel);
        if (where.channel() > 0 && !ownChannel) all.add(new Step.ToChannel(where.channel()));
        int rest = 0;
        for (Step step : all)
            if (step instanceof Step.Becomes b && b.shape().form() == Shape.Form.CC) rest = b.shape().valueLow();
        Waits waits = Waits.of(all, rig::clock);
        PlayedRoute route = new PlayedRoute(plan, where.place(), Chain.of(all, numberLow, numberHigh), targets(plan),
                waits, waits.clock() == null ? 0 : cells.clock(waits.clock()),
                plan.name() == null ? null : switches.get(plan.name()), echo,
                rest, softFlow);
        if (route.actions.length > 0) trigger(route, where);
        return route;
    }

    /** By what the line says and does, for its place among the lines may be another after a reload. */
    private void trigger(PlayedRoute route, Spelled where) {
        RoutePlan plan = route.plan;
        String name = "trigger " + plan.steps() + " " + List.of(route.actions);
        if (plan.source() instanceof Source.Port p) name = p.port().name() + " " + name;
        else if (plan.source() instanceof Source.Controls c) name = c.device() + " " + c.controls() + " " + name;
        route.trigger = cells.cell(Trigger.class, where.name(name), () -> Trigger.of(plan.steps()));
        triggers.add(route);
    }

    private PlayedRoute.Targets targets(RoutePlan plan) {
        List<Integer> outs = new ArrayList<>();
        List<ValueCell> cellsOut = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        List<Travel> travels = new ArrayList<>();
        List<Reaction> reactions = new ArrayList<>();
        List<Action> actions = new ArrayList<>();
        for (Target target : plan.targets()) {
            if (target instanceof Target.ToPort t) outs.add(ports.number(t.port()));
            else if (target instanceof Target.ToValue t) {
                cellsOut.add(values.get(t.value()));
                RoutePlan.Between ends = ends(plan, t.value());
                lows.add(ends.low());
                highs.add(ends.high());
                travels.add(travel(plan, t.value()));
            } else if (target instanceof Target.ToReaction t) reactions.add(t.reaction());
            else if (target instanceof Target.ToAction t) actions.add(t.action());
        }
        return new PlayedRoute.Targets(outs, cellsOut, lows, highs, travels, reactions, actions);
    }

    /** What the ends of a knob mean: as the line says, else the value's own ends, else as on the wire. */
    private RoutePlan.Between ends(RoutePlan plan, String value) {
        if (plan.between() != null) return plan.between();
        for (ValuePlan v : rig.values())
            if (v.name().equals(value) && Double.isFinite(v.low()) && Double.isFinite(v.high()))
                return new RoutePlan.Between(v.low(), v.high());
        return new RoutePlan.Between(0, 127);
    }

    /** Ends that the line says itself are the ends of a straight way. */
    private Travel travel(RoutePlan plan, String value) {
        if (plan.between() == null) for (ValuePlan v : rig.values()) if (v.name().equals(value)) return v.travel();
        return Travel.STRAIGHT;
    }

    private void light(LightPlan plan) {
        PlayedDevice device = devices.get(plan.device());
        for (PlayedLight light : device.lights) {
            if (!light.control.spec.name().equals(plan.control())) continue;
            for (Spelled where : spell(plan.place())) {
                PlayedLight.Shown[] more = java.util.Arrays.copyOf(light.shown, light.shown.length + 1);
                more[more.length - 1] = new PlayedLight.Shown(where.place(), glow(plan, where));
                light.shown = more;
            }
        }
    }

    private Glow glow(LightPlan plan, Spelled where) {
        if (plan.source() instanceof LightPlan.LightSource.BankBit bit) return new Glow.Digit(banks.get(bit.group()), bit.bit());
        if (plan.source() instanceof LightPlan.LightSource.PageShown shown)
            return new Glow.Chosen(pages.get(shown.device()), shown.page());
        if (plan.source() instanceof LightPlan.LightSource.Painted part) {
            Picture picture = cells.cell(Picture.class, part.picture(), Picture::new);
            picture.atLeast(part.index() + 1);
            return new Glow.Part(picture, part.index());
        }
        if (plan.source() instanceof LightPlan.LightSource.OfClips of)
            return new Glow.OfClips(clips.get(where.before() + of.clips()), of.part(), of.column(), of.row());
        throw new IllegalArgumentException("a light that nobody can show yet: " + plan.source());
    }

    /** A place written out: with a bank where the script says every bank. */
    private record Spelled(PlayedPlace place, String before, String after, int channel) {
        String name(String what) {
            return before + what + after;
        }
    }

    /** A place with its bank named: two units' keys may have one name, so the name alone would not do. */
    private record Named(Place place, String before, String after) {}

    private List<Spelled> spell(Place place) {
        List<Spelled> all = new ArrayList<>();
        spell(place, 0, new ArrayList<>(), "", "", 0, all);
        return all;
    }

    private void spell(Place place, int depth, List<Condition> conditions, String before, String after, int channel,
            List<Spelled> into) {
        if (depth == place.layers().size()) {
            PlayedPlace played = places.computeIfAbsent(new Named(place, before, after),
                    k -> new PlayedPlace(place, List.copyOf(conditions)));
            into.add(new Spelled(played, before, after, channel));
            return;
        }
        Layer layer = place.layers().get(depth);
        if (layer instanceof Layer.EveryBank every) {
            PlayedBanks group = banks.get(every.group());
            for (int i = 0; i < group.banks().size(); i++) inBank(place, depth, conditions, before, after, group, i, into);
        } else if (layer instanceof Layer.Bank bank) {
            PlayedBanks group = banks.get(bank.group());
            inBank(place, depth, conditions, before, after, group, group.index(bank.bank()), into);
        } else if (layer instanceof Layer.Held held) {
            PlayedControl key = devices.get(held.device()).control(held.control());
            key.isKey = true;
            spell(place, depth + 1, plus(conditions, new Condition.Holding(key.cell)), before,
                    after + " / holding " + held.control(), channel, into);
        } else if (layer instanceof Layer.Preset preset) {
            spell(place, depth + 1, plus(conditions, new Condition.On(presets.get(preset.preset()))),
                    before + layer + " / ", after, channel, into);
        } else {
            Layer.Page page = (Layer.Page) layer;
            PlayedPages all = pages.get(page.device());
            spell(place, depth + 1, plus(conditions, new Condition.OnPage(all, all.index(page.page()))),
                    before + layer + " / ", after, channel, into);
        }
    }

    private void inBank(Place place, int depth, List<Condition> conditions, String before, String after,
            PlayedBanks group, int index, List<Spelled> into) {
        BanksPlan.BankPlan bank = group.banks().get(index);
        spell(place, depth + 1, plus(conditions, new Condition.InBank(group, index)),
                before + group.plan.name() + " / " + bank.name() + " / ", after, bank.channel(), into);
    }

    private static List<Condition> plus(List<Condition> conditions, Condition one) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(one);
        return more;
    }
}
