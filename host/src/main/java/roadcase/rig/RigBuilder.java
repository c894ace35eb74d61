package roadcase.rig;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import roadcase.midi.Message;
import roadcase.midi.RealPort.Direction;
import roadcase.midi.net.ListenAddress;
import roadcase.rig.plan.*;
import roadcase.surface.ControlSpec;
import roadcase.surface.DeviceSpec;

/**
 * Collects what a gig's scripts declare and makes a {@link Rig} of it. One reading, one builder, one thread.
 *
 * <p>Errors: {@link RigError} with the line of the script that is being read.
 */
public final class RigBuilder {
    /** Script classes have this prefix, so that a line of a script is found on the stack. */
    public static final String SCRIPT_CLASS = "roadcase_gig_";

    private final String name;
    private final LiveLink live = new LiveLink();
    private final Map<String, String[]> sources = new HashMap<>();
    private final Map<String, PortPlan> ports = new LinkedHashMap<>();
    private final Map<String, DevicePlan> devices = new LinkedHashMap<>();
    private final List<Rig.Bind> binds = new ArrayList<>();
    private final List<RoutePlan> routes = new ArrayList<>();
    private final List<LightPlan> lights = new ArrayList<>();
    private final List<BanksPlan> banks = new ArrayList<>();
    private final List<PagesPlan> pages = new ArrayList<>();
    private final List<PresetPlan> presets = new ArrayList<>();
    private final Map<String, ValuePlan> values = new LinkedHashMap<>();
    private final List<SwitchPlan> switches = new ArrayList<>();
    private final List<ClockPlan> clocks = new ArrayList<>();
    private final List<FollowPlan> follows = new ArrayList<>();
    private final List<PanelPlan> panels = new ArrayList<>();
    private final List<LoopPlan> loops = new ArrayList<>();
    private final List<ClipsPlan> clips = new ArrayList<>();
    private final List<PicturePlan> pictures = new ArrayList<>();
    private final List<PortPlan> monitored = new ArrayList<>();
    private final List<Rig.Take> takes = new ArrayList<>();
    private final Map<String, String> includes = new LinkedHashMap<>();
    private final List<Rig.Start> starts = new ArrayList<>();
    private final List<Rig.Lookup> lookups = new ArrayList<>();
    private final Map<String, Integer> reactionCounts = new HashMap<>();
    private final Deque<Place> place = new ArrayDeque<>(List.of(Place.TOP));
    private final Deque<String> prefix = new ArrayDeque<>();
    /** Pages around the file that is being read. */
    private List<Layer> around = List.of();
    private NetworkPlan network;
    private RackDraft rack;
    private RackPlan racked;
    private boolean open = true;

    public RigBuilder(String name) {
        this.name = name;
    }

    /** Where reactions act; works once the rig plays. */
    public Live live() {
        return live;
    }

    /** Tells the text of a script, so that errors can name columns. */
    public void source(String file, String text) {
        sources.put(file, text.split("\n", -1));
    }

    /** The line of the script that is running now, or NOWHERE. */
    public Origin origin() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(f -> f.getClassName().startsWith(SCRIPT_CLASS) && f.getLineNumber() > 0)
                .findFirst()
                .map(f -> new Origin(f.getFileName(), f.getLineNumber(), column(f.getFileName(), f.getLineNumber())))
                .orElse(Origin.NOWHERE));
    }

    private int column(String file, int line) {
        String[] lines = sources.get(file);
        if (lines == null || line > lines.length) return 1;
        String text = lines[line - 1];
        int column = 0;
        while (column < text.length() && Character.isWhitespace(text.charAt(column))) column++;
        return column + 1;
    }

    /** Refuses the line that is being read. */
    public RigError error(String sentence) {
        return new RigError(origin(), sentence);
    }

    /** @throws RigError where the rig is built already, that is inside a reaction */
    public void mustBeReading(String word) {
        if (!open)
            throw error("'" + word + "' builds the rig and cannot be said inside a reaction: say it at the top of the"
                    + " script and use what it gives here");
    }

    public boolean isReading() {
        return open;
    }

    /** Everything that {@code body} builds belongs to {@code layer}. */
    public void inside(Layer layer, Runnable body) {
        place.push(place().inside(layer));
        try {
            body.run();
        } finally {
            place.pop();
        }
    }

    public Place place() {
        return place.peek();
    }

    /** Reads an included file: of a page that stands around it only what belongs to the page's device is on it. */
    public void including(Runnable file) {
        List<Layer> before = around;
        around = place().layers().stream().filter(l -> l instanceof Layer.Page).toList();
        try {
            file.run();
        } finally {
            around = before;
        }
    }

    /**
     * The place of what belongs to a device, where the script stands now. {@link #route} and {@link #light} go by it.
     *
     * @param device its name, or null for what belongs to none
     */
    public Place placeOf(String device) {
        return placeOf(device, place());
    }

    private Place placeOf(String device, Place there) {
        if (around.isEmpty()) return there;
        return new Place(there.layers().stream()
                .filter(l -> !(l instanceof Layer.Page p) || p.device().equals(device) || !around.contains(l)).toList());
    }

    /** What {@code body} builds belongs to {@code there}, wherever the script stands. */
    public void at(Place there, Runnable body) {
        place.push(there);
        try {
            body.run();
        } finally {
            place.pop();
        }
    }

    /** Everything that {@code body} names gets this in front: a second copy of an included file. */
    public void renamed(String copy, Runnable body) {
        prefix.push(written(copy));
        try {
            body.run();
        } finally {
            prefix.pop();
        }
    }

    /** The written name: {@code name}, or with the copy's name in front. */
    public String written(String plain) {
        return prefix.isEmpty() ? plain : prefix.peek() + ": " + plain;
    }

    /**
     * Others reach this gig's ports.
     *
     * @param at where ({@link ListenAddress#parse}), or null where another place may say it
     */
    public void network(String at) {
        mustBeReading("network");
        ListenAddress address = null;
        try {
            if (at != null) address = ListenAddress.parse(at);
        } catch (IllegalArgumentException wrong) {
            throw error(wrong.getMessage());
        }
        boolean differ = network != null && network.address() != null && address != null && !network.address().equals(address);
        if (differ) throw error("the network is " + network.address() + " in " + network.origin() + " and " + address
                + " here; say it in one place");
        if (network == null || network.address() == null) network = new NetworkPlan(address, origin());
    }

    public PortPlan port(String portName, Direction direction, boolean owned) {
        mustBeReading(owned ? "virtual" + (direction == Direction.INPUT ? "Input" : "Output") : direction.name().toLowerCase());
        if (portName == null || portName.isBlank()) throw error("a port needs a name, such as 'Keystation'");
        String key = direction + " " + portName;
        PortPlan known = ports.get(key);
        if (known != null) {
            if (known.device() == null && known.owned() != owned)
                throw error("'" + portName + "' is a port that we create in " + (owned ? "this line" : known.origin().toString())
                        + " and somebody's in " + (owned ? known.origin().toString() : "this line") + ": give one of them another name");
            return known;
        }
        PortPlan plan = new PortPlan(portName, direction, owned, null, origin());
        ports.put(key, plan);
        return plan;
    }

    /** The device of this type and alias; the same object in every file. */
    public DevicePlan device(DeviceSpec spec, String alias) {
        String deviceName = alias == null ? spec.type() : alias;
        DevicePlan known = devices.get(deviceName);
        if (known != null) {
            if (!known.spec().type().equals(spec.type()))
                throw error("'" + deviceName + "' is a " + known.spec().type() + " in " + known.origin() + " and a "
                        + spec.type() + " here: give one of them another name");
            return known;
        }
        mustBeReading("device");
        long same = devices.values().stream().filter(d -> d.spec().port().equals(spec.port())).count();
        String portName = same == 0 ? spec.port() : spec.port() + " #" + (same + 1);
        Origin here = origin();
        PortPlan in = new PortPlan(portName, Direction.INPUT, false, deviceName, here);
        PortPlan out = new PortPlan(portName, Direction.OUTPUT, false, deviceName, here);
        ports.put(in.key(), in);
        ports.put(out.key(), out);
        DevicePlan plan = new DevicePlan(deviceName, spec, spec.controls(), in, out, here);
        devices.put(deviceName, plan);
        return plan;
    }

    /** This unit was programmed otherwise: {@code how} gives a control's new specification. */
    public void reprogram(String device, UnaryOperator<ControlSpec> how) {
        DevicePlan d = devices.get(device);
        List<ControlSpec> controls = d.controls().stream().map(how).toList();
        devices.put(device, new DevicePlan(d.name(), d.spec(), controls, d.in(), d.out(), d.origin()));
    }

    public void bind(String logical, String to) {
        mustBeReading("bind");
        Origin here = origin();
        for (Rig.Bind b : binds)
            if (b.name().equals(logical) && !b.to().equals(to))
                throw error("'" + logical + "' is bound to '" + b.to() + "' in " + b.origin() + " already");
        binds.add(new Rig.Bind(logical, to, here));
    }

    /** Adds a finished line. */
    public RoutePlan route(RoutePlan route) {
        mustBeReading("to");
        String device = route.source() instanceof Source.Controls from ? from.device() : null;
        RoutePlan placed = route.in(placeOf(device, route.place()));
        routes.add(placed);
        return placed;
    }

    /** The gig's rack; there is one. */
    public RackDraft rack() {
        if (rack == null) rack = new RackDraft(this);
        return rack;
    }

    /** The same, or null where the scripts name none so far. */
    RackDraft rackOrNone() {
        return rack;
    }

    /** Whether the scripts name a device so. */
    public boolean hasDevice(String deviceName) {
        return devices.containsKey(deviceName);
    }

    /** What this room calls a port or a device, or null. */
    public String boundTo(String logical) {
        for (Rig.Bind b : binds) if (b.name().equals(logical)) return b.to();
        return null;
    }

    List<RoutePlan> routes() {
        return List.copyOf(routes);
    }

    /** Replaces a line by one with a name or a switch. */
    public void replace(RoutePlan old, RoutePlan changed) {
        int at = -1;
        for (int i = routes.size() - 1; i >= 0 && at < 0; i--) if (routes.get(i) == old) at = i;
        if (at < 0) throw error("this line was not said here");
        routes.set(at, changed);
    }

    /** {@code base}, or with a number behind it where a line of this gig has that name already. */
    public String freeRouteName(String base) {
        String free = base;
        for (int n = 2; isRouteName(free); n++) free = base + " #" + n;
        return free;
    }

    private boolean isRouteName(String candidate) {
        return routes.stream().anyMatch(r -> candidate.equals(r.name()));
    }

    public void light(LightPlan light) {
        mustBeReading("light");
        lights.add(light.in(placeOf(light.device(), light.place())));
    }

    /**
     * Something moves on pads, and nobody else lights them here.
     *
     * @param word what the script calls the pads
     * @param pads controls, row by row from the top
     */
    public void picture(String device, String word, List<String> pads, int columns, PicturePlan.Show show) {
        mustBeReading(word);
        String called = device + " / " + word;
        Place there = placeOf(device);
        String id = written(there.isTop() ? called : there + " / " + called);
        Origin here = origin();
        pictures.add(new PicturePlan(id, device, pads, columns, show, there, here));
        for (int i = 0; i < pads.size(); i++)
            light(new LightPlan(device, pads.get(i), new LightPlan.LightSource.Painted(id, i), there, here));
    }

    public void banks(BanksPlan plan) {
        mustBeReading("banks");
        for (BanksPlan b : banks)
            if (b.name().equals(plan.name()))
                throw error("there are two banks '" + plan.name() + "': the first is in " + b.origin());
        banks.add(plan);
    }

    public void pages(PagesPlan plan) {
        mustBeReading("pages");
        for (PagesPlan p : pages)
            if (p.device().equals(plan.device()))
                throw new RigError(plan.origin(), "the " + plan.device() + " has pages already, in " + p.origin()
                        + ": write all its pages there");
        if (plan.pages().isEmpty()) throw new RigError(plan.origin(), "these pages have no page: say page('Mixer') { ... }");
        pages.add(plan);
    }

    /** Whether a control has a light. */
    public boolean hasLight(String device, String control) {
        return devices.get(device).controls().stream().anyMatch(c -> c.name().equals(control) && c.hasLight());
    }

    /** Adds a preset, and the switch that it is. */
    public void preset(PresetPlan plan) {
        mustBeReading("preset");
        for (PresetPlan p : presets)
            if (p.name().equals(plan.name()))
                throw new RigError(plan.origin(), "there are two presets '" + plan.name() + "': the first is in " + p.origin());
        presets.add(plan);
        switches.add(new SwitchPlan(PresetPlan.switchName(plan.name()), plan.startsOn(), plan.origin()));
    }

    public ValuePlan value(ValuePlan plan) {
        mustBeReading("remember");
        ValuePlan known = values.get(plan.name());
        if (known != null)
            throw error("there are two values '" + plan.name() + "': the first is in " + known.origin());
        values.put(plan.name(), plan);
        return plan;
    }

    /** The value of this name, made here if nobody made it. For values that belong to gear, not to a line. */
    public ValuePlan sharedValue(ValuePlan plan) {
        return values.computeIfAbsent(plan.name(), n -> plan);
    }

    public void toggleSwitch(SwitchPlan plan) {
        for (SwitchPlan s : switches) if (s.name().equals(plan.name())) return;
        switches.add(plan);
    }

    /** Names a clock, or says more of one that is named already. */
    public void clock(ClockPlan plan) {
        mustBeReading("clock");
        for (int i = 0; i < clocks.size(); i++) {
            if (!clocks.get(i).name().equals(plan.name())) continue;
            clocks.set(i, both(clocks.get(i), plan));
            return;
        }
        clocks.add(plan);
    }

    private ClockPlan both(ClockPlan known, ClockPlan said) {
        String clock = "clock(" + known.name() + ")";
        if (known.bpm() != 0 && said.bpm() != 0 && known.bpm() != said.bpm())
            throw error(clock + " starts at " + known.bpm() + " bpm in " + known.origin() + " and at " + said.bpm()
                    + " bpm here: a gig has one start tempo");
        if (known.barBeats() != 0 && said.barBeats() != 0 && known.barBeats() != said.barBeats())
            throw error("the bars of " + clock + " have " + known.barBeats() + " beats already: a clock has one kind of bars");
        if (known.firstBar() != 0 && said.firstBar() != 0 && known.firstBar() != said.firstBar())
            throw error("the bars of " + clock + " begin at beat " + known.firstBar() + " already: they begin in one place");
        return new ClockPlan(known.source(), known.input(), known.bpm() != 0 ? known.bpm() : said.bpm(),
                known.barBeats() != 0 ? known.barBeats() : said.barBeats(),
                known.firstBar() != 0 ? known.firstBar() : said.firstBar(), known.origin());
    }

    /** Gear gets MIDI clock. */
    public void follow(PortPlan output, String clock) {
        mustBeReading("follows");
        FollowPlan plan = new FollowPlan(output, clock, origin());
        if (follows.stream().noneMatch(f -> f.output().key().equals(output.key()) && f.clock().equals(clock))) follows.add(plan);
    }

    /** Adds a loop, with the values and the switch that it has. */
    public void loop(LoopPlan plan) {
        mustBeReading("loop");
        for (LoopPlan l : loops)
            if (l.name().equals(plan.name()))
                throw new RigError(plan.origin(), "there are two loops '" + plan.name() + "': the first is in " + l.origin());
        loops.add(plan);
        for (ValuePlan value : plan.values()) values.put(value.name(), value);
        switches.add(new SwitchPlan(LoopPlan.runningName(plan.name()), true, plan.origin()));
    }

    /** Adds a launcher, with the lights that it has; what its controls do are lines of their own. */
    public void clips(ClipsPlan plan) {
        mustBeReading("clips");
        clips.add(plan);
        for (ClipsPlan.Control control : plan.controls()) {
            boolean hasLight = control.part() != ClipsPlan.Part.STOP_ALL && devices.get(control.device()).spec().control(control.name()).hasLight();
            if (hasLight) light(new LightPlan(control.device(), control.name(),
                    new LightPlan.LightSource.OfClips(plan.name(), control.part(), control.column(), control.row()), plan.place(), plan.origin()));
        }
    }

    public void panel(PanelPlan plan) {
        mustBeReading("panel");
        panels.add(plan);
    }

    public void monitor(PortPlan port) {
        mustBeReading("monitor");
        if (!monitored.contains(port)) monitored.add(port);
    }

    public void take(String device, List<String> controls) {
        mustBeReading("take");
        takes.add(new Rig.Take(device, List.copyOf(controls), origin()));
    }

    public void included(String file, String by) {
        includes.put(file, by);
    }

    public void lookUp(String what, String looked) {
        mustBeReading(what);
        lookups.add(new Rig.Lookup(what, looked, origin()));
    }

    /** Sends a message once, when the gig starts; from a reaction at once. */
    public void send(String output, Message message) {
        if (open) starts.add(new Rig.Start.Send(output, message));
        else live.send(output, message);
    }

    /** Runs code after a time: counted from the start of the gig, or from now in a reaction. */
    public void after(Wait wait, Runnable what) {
        if (open) starts.add(new Rig.Start.After(wait, reaction("after", Reaction.On.MOMENT, h -> what.run())));
        else live.after(wait, what);
    }

    /** A reaction with a name that is the same after a reload: what it hangs on, and which of them. */
    public Reaction reaction(String hangsOn, Reaction.On on, Reaction.Handler handler) {
        String base = written(place().isTop() ? hangsOn : place() + " / " + hangsOn) + " " + on.name().toLowerCase();
        int count = reactionCounts.merge(base, 1, Integer::sum);
        return new Reaction(count == 1 ? base : base + " #" + count, on, handler, origin());
    }

    /** Ends the reading: what was declared, with the line that its reactions act through. */
    public Declared finish() {
        return new Declared(build(), live);
    }

    /** Ends the reading. */
    public Rig build() {
        if (rack != null && racked == null) racked = rack.finish(values, switches);
        open = false;
        Takes taken = new Takes(takes, includes);
        return new Rig(name, List.copyOf(ports.values()), List.copyOf(devices.values()), List.copyOf(binds),
                List.copyOf(taken.routes(routes)), List.copyOf(taken.lights(lights)), List.copyOf(banks), List.copyOf(pages), List.copyOf(presets), List.copyOf(values.values()),
                List.copyOf(switches), List.copyOf(clocks), List.copyOf(follows), List.copyOf(panels), List.copyOf(monitored),
                List.copyOf(takes), Map.copyOf(includes), List.copyOf(starts), List.copyOf(lookups), network, racked, List.copyOf(loops),
                List.copyOf(clips), List.copyOf(pictures));
    }
}
