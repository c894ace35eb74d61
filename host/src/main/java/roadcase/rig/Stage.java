package roadcase.rig;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import roadcase.clock.BeatSchedule;
import roadcase.clock.Scheduler;
import roadcase.clock.Session;
import roadcase.clock.Timeline;
import roadcase.midi.Held;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.*;
import roadcase.surface.Light;

/**
 * What is true now: the rig that plays, its banks, toggles, knobs, values and lights, and what is held.
 *
 * <p>The Conductor's thread owns it; others use {@link Conductor#tell}. Time is passed in with {@link #now}.
 */
public final class Stage {

    final Held held = new Held(PortTable.MOST + PeerVoice.MOST);
    final Scheduler scheduler = new Scheduler();
    final Clocks clocks;
    final Cells cells;
    final PortTable ports;
    final Hands hands;
    private final Outlet outlet;
    /** Null while nobody asks why. */
    Tracer tracer;
    private final Outbox outbox;
    private final RackVoice rack;
    private final Player player;
    private final Why why;
    private final Painter painter;
    private final SoftFlow.Positions positions;
    private final Solo solo;
    private final Witness witness;
    private final Consumer<Consumer<Stage>> teller;
    final Comings comings;
    private final ScriptVoice voice;
    private final SliderVoice sliders;
    private final Presets presets;
    private final PeerVoice peers;
    private final Loops loops;
    private final Pictures pictures;
    final Followers followers;
    private final Launchers launchers = new Launchers(this);
    private Wiring wiring;
    private LiveStage live;
    private int generations;
    private long messages;
    private long reactions;
    private long reactionsLost;
    private boolean pageAsked;
    private final Moments moments = new Moments(this);
    final Identities identities;

    /** @param teller brings a command to this stage's thread, from any thread */
    Stage(Outlet outlet, Cells cells, PortTable ports, Solo solo, Witness witness, Consumer<Consumer<Stage>> teller,
            long startNanos) {
        this.cells = cells;
        this.ports = ports;
        this.solo = solo;
        this.witness = witness;
        this.teller = teller;
        this.clocks = new Clocks(cells, ports, startNanos, new ClockEvents());
        this.outlet = outlet;
        this.outbox = new Outbox(outlet, scheduler, clocks);
        this.followers = new Followers(outlet, outbox, clocks, ports);
        this.rack = new RackVoice(outlet);
        this.outbox.now = startNanos;
        this.voice = new ScriptVoice(outbox, held);
        this.sliders = new SliderVoice(outbox, voice);
        this.presets = new Presets(this, witness, sliders);
        this.peers = new PeerVoice(outbox, held);
        this.player = new Player(this, outbox, held);
        this.hands = new Hands(this, player);
        this.positions = player::last;
        this.why = new Why(this, player);
        this.painter = new Painter(outbox, scheduler, witness);
        this.loops = new Loops(this, outlet.meters());
        this.pictures = new Pictures(this, outlet, teller);
        this.identities = new Identities(this, outbox, painter, witness);
        this.comings = new Comings(this, outbox, held, player, painter, positions);
        this.wiring = Wirer.wire(Rig.empty(""), new LiveLink(), ports, cells);
    }

    // ---- time

    /** It is later now. Runs what was due, each at its own time. */
    void now(long nanos) {
        while (true) {
            long byTime = scheduler.next();
            long byBeat = clocks.next();
            long next = Math.min(byTime, byBeat);
            if (next > nanos) break;
            outbox.now = Math.max(outbox.now, next);
            if (byTime <= byBeat) scheduler.runFirst(outbox.now);
            else clocks.runFirst(outbox.now);
        }
        outbox.now = Math.max(outbox.now, nanos);
        settle();
    }

    public long now() {
        return outbox.now;
    }

    /** When {@link #now(long)} must be called again, at the latest. */
    long next() {
        return Math.max(outbox.now, Math.min(scheduler.next(), clocks.next()));
    }

    // ---- rigs

    /** The first rig of a show: paints all lights, does what the script does once. */
    void start(Wiring first) {
        swap(first);
        for (Rig.Start start : first.rig.starts()) {
            if (start instanceof Rig.Start.Send send) send(send.output(), send.message(), live);
            else if (start instanceof Rig.Start.After after) after(after.span(), after.reaction(), first.link);
        }
    }

    /** Another rig takes over, between two messages. What has the same name goes on. */
    void swap(Wiring next) {
        switchTurned();
        settle();
        Wiring old = wiring;
        for (int port = 0; port < PortTable.MOST; port++)
            if (old.present[port] && !next.present[port]) comings.gone(port, ports.port(port).direction());
        outbox.keepOnly(line -> next.rig.routes().stream().anyMatch(line::saysTheSame));
        if (live != null) live.retire();
        wiring = next;
        live = new LiveStage(next, teller, outlet, ++generations);
        next.link.connect(live);
        for (PlayedBanks b : next.banks) b.settle();
        for (PlayedPages p : next.pages) p.settle();
        presets.takeOver(old, next);
        for (PlayedPlace place : next.places) place.refresh();
        for (PlayedDevice device : next.devices) {
            PlayedDevice before = old.device(device.plan.name());
            identities.known(device);
            device.called = ports.called(device.out);
            for (PlayedControl control : device.controls)
                control.takeOver(before == null ? null : before.control(control.spec.name()));
            if (before != null && before.out == device.out) device.takeOver(before);
        }
        softFlows(old, next);
        HeardKeys.takeOver(old.hearing, next.hearing);
        for (ValuePlan plan : next.rig.values()) scriptOrSession(plan, next.values.get(plan.name()));
        next.valueKnobs.forEach((cell, knobs) -> knobs.forEach(knob -> knob.valueIs(cell.value, positions)));
        clocks.follow(next, outbox.now);
        followers.follow(next.rig);
        rack.follow(next);
        launchers.follow(next, live);
        loops.follow(next);
        pictures.follow(next);
        darken(old, next);
        painter.wet();
    }

    private void softFlows(Wiring old, Wiring next) {
        Set<KnobCell> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlayedRoute route : old.soft) route.soft.collect(before);
        for (PlayedRoute route : next.soft) route.soft.takeOver(route.place.active, positions, before);
    }

    /** A device that the new rig does not use shows nothing any more. */
    private void darken(Wiring old, Wiring next) {
        for (PlayedDevice device : old.devices) {
            if (next.device(device.plan.name()) != null) continue;
            for (PlayedLight light : device.lights)
                if (light.sent != PlayedLight.UNKNOWN && light.sent != light.dark())
                    outbox.send(device.out, (int) light.dark());
            for (byte[] message : device.farewell()) outbox.send(device.out, message, message.length);
        }
    }

    private void scriptOrSession(ValuePlan plan, ValueCell cell) {
        // A script that says no number leaves it to whoever moved it.
        if (Double.isNaN(plan.start()) || cell.script == plan.start()) return;
        cell.script = plan.start();
        // Those who are there already have a tempo.
        if (clocks.isShared(cell)) return;
        setValue(cell, plan.start(), null);
    }

    // ---- what comes in

    /** Plays one message of a batch; the ones behind it are looked at, not played. */
    void message(Batch batch, int at) {
        messages++;
        if (!Packed.isChannel(batch.packed[at]))
            clocks.heard(batch.inputs[at], batch.packed[at], Math.min(batch.times[at], outbox.now), outbox.now);
        if (tracer != null) tracer.begin(wiring, batch.inputs[at], batch.packed[at], outbox.now);
        player.message(wiring, batch, at);
        if (tracer != null) tracer.end();
        settle();
    }

    /** @return false where a unit says by it that it is not the device that this input is joined to */
    boolean sysex(int input, byte[] bytes, int length) {
        messages++;
        PlayedInput played = wiring.inputs[input];
        PlayedDevice device = played == null ? null : played.device;
        boolean fits = true;
        if (device != null) fits = identities.heard(device, bytes, length);
        if (tracer != null) tracer.sysex(wiring, input, bytes, length, outbox.now);
        player.sysex(wiring, input, bytes, length);
        if (tracer != null) tracer.end();
        settle();
        return fits;
    }

    /** A keyboard says that it plays MPE: lines that take its notes apart are named, once. */
    void playsMpe(int input) {
        String port = ports.port(input).name();
        for (RoutePlan route : wiring.rig.routes()) {
            if (!(route.source() instanceof Source.Port from) || !from.port().name().equals(port)) continue;
            if (ParameterCheck.mpe(route) != null) continue; // then the check has told already
            ParameterCheck.tears(wiring.rig, route, (what, instead) -> witness.note(outbox.now, "'" + port + "' says that it"
                    + " plays MPE; line " + route.origin().line() + ": " + what + ": " + instead));
        }
    }

    /** Lights that changed go out, and what moved on the rack. */
    void endTurn() {
        rack.settle(outbox.now);
        clocks.settle();
        followers.settle();
        pictures.settle();
        painter.paint(wiring);
    }

    // ---- what players and scripts do

    void act(Action action) {
        if (tracer != null) tracer.acted(action);
        if (action instanceof Action.StepBank step) {
            PlayedBanks group = wiring.banks(step.group());
            bank(group, group.step(step.by()));
        } else if (action instanceof Action.StepPage step) {
            wiring.pages(step.device()).askStep(step.by());
            pageAsked = true;
        } else if (action instanceof Action.GoPage to) {
            wiring.pages(to.device()).ask(to.page());
            pageAsked = true;
        } else if (action instanceof Action.SwitchPreset s) {
            presets.ask(wiring.preset(s.preset()), s.how());
        }
        // Which clip is meant, the hand knew: see Hands.
    }

    /** Switches a preset. @return a sentence where that cannot be, else null */
    public String preset(String name, Action.SwitchPreset.How how) {
        PlayedPreset preset = wiring.preset(name);
        if (preset == null) return "there is no preset '" + name + "'";
        presets.ask(preset, how);
        settle();
        return null;
    }

    /** Moves a slider, which sends. @return a sentence where that cannot be, else null */
    public String slider(String preset, String label, double value) {
        PlayedPreset owner = wiring.preset(preset);
        if (owner == null) return "there is no preset '" + preset + "'";
        PlayedPreset.PlayedSlider slider = owner.slider(label);
        if (slider == null) return "the preset '" + preset + "' has no slider '" + label + "'";
        presets.move(slider, value);
        return null;
    }

    /** A value that is measured here is this now; it is nobody's to move, and not remembered. */
    void show(ValueCell cell, double value) {
        if (cell.value == value || Double.isNaN(value)) return;
        cell.value = value;
        player.changed(wiring, cell);
    }

    /** What a value is, by its written name, or {@code otherwise}. */
    double value(String name, double otherwise) {
        ValueCell cell = wiring.values.get(name);
        return cell == null || Double.isNaN(cell.value) ? otherwise : cell.value;
    }

    /** A switch was turned, maybe a preset's: that takes effect after the message that is being played. */
    void switchTurned() {
        presets.stale();
    }

    /** Goes to a bank. @return a sentence where that cannot be, else null */
    public String goBank(String group, String bank) {
        PlayedBanks banks = wiring.banks(group);
        if (banks == null) return "there are no banks '" + group + "'";
        int index = banks.index(bank);
        if (index < 0)
            return "'" + group + "' has no bank '" + bank + "'; it has "
                    + String.join(", ", banks.banks().stream().map(BanksPlan.BankPlan::name).toList());
        bank(banks, index);
        return null;
    }

    private void bank(PlayedBanks group, int index) {
        if (index == group.active) return;
        group.active = index;
        group.cell.active = group.banks().get(index).name();
        placesChanged(wiring);
        stateChanged();
        List<Reaction> enter = group.banks().get(index).onEnter();
        for (int i = 0; i < enter.size(); i++) react(enter.get(i), new Happening());
    }

    /** Goes to a page of a device. @return a sentence where that cannot be, else null */
    public String goPage(String device, String page) {
        PlayedPages pages = wiring.pages(device);
        if (pages == null) return "there are no pages of '" + device + "'";
        int index = pages.index(page);
        if (index < 0)
            return "'" + device + "' has no page '" + page + "'; it has "
                    + String.join(", ", pages.plan.pages().stream().map(PagesPlan.PagePlan::name).toList());
        pages.ask(index);
        pageAsked = true;
        settle();
        return null;
    }

    /** What a message, or somebody, asked for takes effect, so that no message meets half of the old lines and half of the new. */
    private void settle() {
        presets.settle(wiring);
        if (!pageAsked) return;
        pageAsked = false;
        boolean turned = false;
        for (int i = 0; i < wiring.pages.size(); i++) turned |= wiring.pages.get(i).turn();
        if (!turned) return;
        placesChanged(wiring);
        stateChanged();
    }

    void placesChanged(Wiring where) {
        where.refresh();
        for (int i = 0; i < where.soft.size(); i++) {
            PlayedRoute route = where.soft.get(i);
            route.soft.active(route.place.active, positions);
        }
        painter.wet();
    }

    void stateChanged() {
        cells.changed();
        painter.wet();
        rack.stale();
    }

    /** @param by the knob that moves it, or null: the other knobs must let go */
    void setValue(ValueCell cell, double wanted, KnobCell by) {
        moved(cell, wanted, by);
        clocks.tempo(cell, outbox.now);
    }

    private void moved(ValueCell cell, double wanted, KnobCell by) {
        double value = cell.within(wanted);
        cell.value = value;
        cells.changed();
        rack.stale();
        if (by != null) by.said = value;
        List<Wiring.Bound> knobs = wiring.valueKnobs.get(cell);
        if (knobs != null)
            for (int i = 0; i < knobs.size(); i++)
                if (knobs.get(i).knob() != by) knobs.get(i).valueIs(value, positions);
        player.changed(wiring, cell);
    }

    void turn(SwitchCell cell, boolean on) {
        cell.on = on;
        stateChanged();
        switchTurned();
        settle();
    }

    /** Every clock of the gig goes at this tempo, one that follows somebody once there is nobody to follow. */
    public void tempo(double bpm) {
        for (PlayedClock clock : clocks.present()) {
            if (clock.tempo == null || clock.pulses != null) clock.timeline.tempo(outbox.now, bpm);
            else setValue(clock.tempo, bpm, null);
        }
    }

    /** All clips of a launcher stop, by its written name. */
    void stopClips(String clips) {
        launchers.stopAll(clips);
    }

    /** A light shows this by hand, until somebody says otherwise. */
    void light(PlayedLight light, String look, Light what) {
        light.byHand.on = what.isLit();
        boolean plain = what.code() == Light.ON.code();
        if (what.isLit() && (!plain || light.look != null)) {
            light.look = cells.cell(ValueCell.class, look, () -> new ValueCell(Light.ON.code()));
            light.look.value = what.code();
        }
        stateChanged();
    }

    /** There is a session, such as Link's, that a clock of the gig can share with others. */
    void session(Session session) {
        clocks.session(session, outbox.now);
    }

    /** The session stands so. */
    void hear(Session.Line line) {
        clocks.hear(line, outbox.now);
    }

    /** Joins the session, with this tempo where nobody is there (0: as it is), or leaves it. @return a sentence where that cannot be */
    String link(boolean on, double bpm) {
        return clocks.link(on, bpm, outbox.now);
    }

    /** Starts or stops the gig's clock, and everybody who shares it. @return a sentence where that cannot be, else null */
    public String play(boolean on) {
        String refused = clocks.play(on);
        if (refused == null) stateChanged();
        return refused;
    }

    void react(Reaction reaction, Happening what) {
        react(reaction, what, live);
    }

    void react(Reaction reaction, Happening what, Live link) {
        if (tracer != null) tracer.ran(reaction);
        handOver(reaction, what, link);
    }

    /** @return false where too many wait already */
    boolean handOver(Reaction reaction, Happening what, Live link) {
        boolean taken = solo.play(reaction, what, link);
        if (taken) reactions++;
        else reactionsLost++;
        return taken;
    }

    /** Whether code of a script runs or waits to run. */
    boolean isSoloPlaying() {
        return solo.isPlaying();
    }

    /** How many were handed to whoever plays them. */
    long reactions() {
        return reactions;
    }

    /** Runs a script's code later. */
    void after(Wait wait, Reaction reaction, Live link) {
        moments.add(wait, reaction, link);
    }

    /** What clocks do to what waits for them. */
    private final class ClockEvents implements Clocks.Listener {
        @Override
        public void jumped(PlayedClock clock) {
            outbox.jumped(clock, wiring.rig::clock);
        }

        @Override
        public void stopped(PlayedClock clock) {
            outbox.stopped(clock);
        }

        @Override
        public void gone(PlayedClock clock) {
            followers.gone(clock);
            outbox.gone(clock);
            moments.gone(clock);
            launchers.gone(clock);
        }

        @Override
        public void heard(ValueCell tempo, double bpm) {
            moved(tempo, bpm, null);
        }

        @Override
        public void plays(PlayedClock clock) {
            if (clock.pulses != null && clock.plays) followers.joins(clock);
            else followers.plays(clock);
            painter.wet();
        }

        @Override
        public void said(PlayedClock clock, boolean isFault, String sentence) {
            if (isFault) witness.fault(outbox.now, clock.plan.origin(), sentence);
            else witness.note(outbox.now, sentence);
        }
    }

    /** A message that a script sends: what it starts is held in the script's name. */
    void send(String output, Message message, LiveStage by) {
        Integer port = wiring.outputs.get(output);
        if (port == null) {
            witness.fault(outbox.now, Origin.NOWHERE, "there is no output '" + output + "' any more; the message is dropped");
            return;
        }
        if (!voice.send(port, message, by.generation())) player.refused++;
    }

    /** A script plays a note in a slot, for so long. */
    void play(int slot, int note, int velocity, long nanos, LiveStage by) {
        if (slot >= wiring.slots.length) {
            witness.fault(outbox.now, Origin.NOWHERE, "there is no rack any more; the note is dropped");
            return;
        }
        int port = wiring.slots[slot];
        boolean begun = voice.send(port, Packed.of(Kind.NOTE_ON, 1, note, velocity), by.generation(), 0);
        if (begun) voice.send(port, Packed.of(Kind.NOTE_OFF, 1, note, 0), by.generation(), nanos);
        else player.refused++;
    }

    /** A unit has darkened the light of a button by itself. */
    void darkened(PlayedDevice device, PlayedControl button) {
        for (PlayedLight light : device.lights) if (light.control == button) light.sent = PlayedLight.UNKNOWN;
        painter.wet();
    }

    /** Another rack takes the place of the one before, as racks stand at first. */
    void freshRack() {
        rack.fresh();
    }

    /** A plugin is in its place now. */
    void pluginLoaded(int slot, int position) {
        rack.loaded(slot, position);
    }

    /**
     * A parameter was moved on the plugin itself.
     *
     * @param names what it may be called: its name, its number from 1
     */
    void pluginMoved(int slot, int position, List<String> names, double value) {
        for (ValueCell cell : rack.moved(slot, position, names, value)) setValue(cell, value, null);
    }

    /**
     * Moves a parameter of a plugin, whether the script knows it or not.
     *
     * @param number as a player counts: the first is 1
     */
    void turnPlugin(int slot, int position, String number, String name, double value) {
        List<ValueCell> cells = rack.cells(slot, position, number, name);
        for (ValueCell cell : cells) setValue(cell, value, null);
        if (cells.isEmpty()) outlet.rack().parameter(slot, position, outbox.now, number, value);
    }

    /** Somebody on the network plays to an output. */
    void peer(int output, int packed, int who) {
        messages++;
        if (!peers.send(output, packed, who)) player.refused++;
    }

    void peer(int output, byte[] bytes, int length) {
        messages++;
        outbox.send(output, bytes, length);
    }

    /** Somebody on the network is gone: what he holds is ended. */
    void peerLeft(int who) {
        peers.end(who);
    }

    /** A retired reading wanted to go on. */
    void endScript(int generation) {
        voice.end(generation);
    }

    /**
     * Silence: every held note off by name, then pedals up, all notes off, all sound off, bend centred, on every output
     * and slot but the light ports of surfaces. Clips stop.
     */
    public void panic() {
        launchers.stopAll();
        endAll();
        for (PortPlan port : wiring.rig.ports()) {
            if (port.direction() != Direction.OUTPUT || isSurface(port)) continue;
            int number = ports.number(port);
            for (int channel = 1; channel <= 16; channel++) for (int packed : silence(channel)) outbox.send(number, packed);
        }
        if (wiring.rig.rack() != null) outlet.rack().panic();
    }

    static int[] silence(int channel) {
        return new int[] {Packed.of(Kind.CC, channel, 64, 0), Packed.of(Kind.CC, channel, 66, 0), Packed.of(Kind.CC, channel, 67, 0),
                Packed.of(Kind.CC, channel, 123, 0), Packed.of(Kind.CC, channel, 120, 0),
                Packed.of(Kind.PITCH_BEND, channel, 0, 0x40)};
    }

    private boolean isSurface(PortPlan port) {
        for (PlayedDevice device : wiring.devices)
            if (device.plan.out().key().equals(port.key()) && device.controls.length > 0) return true;
        return false;
    }

    /** The clean stop: nothing keeps sounding, gear leaves the mode we put it into. Toggles are state and stay. */
    void quit() {
        loops.end();
        pictures.end();
        followers.quit();
        endAll();
        for (PlayedDevice device : wiring.devices) {
            if (outbox.isAbsent(device.out) || !device.greeted) continue;
            for (byte[] message : device.farewell()) outbox.send(device.out, message, message.length);
        }
    }

    private void endAll() {
        outbox.hurryAll();
        held.endAll(outbox.atOnce);
    }

    // ---- for faces

    /** What becomes of messages, and why. */
    public Why why() {
        return why;
    }

    /** From now on this one follows messages, or nobody for null. */
    void follow(Tracer newTracer) {
        tracer = newTracer;
        outbox.tracer = newTracer;
    }

    Wiring wiring() {
        return wiring;
    }

    /** What code of the rig that plays now could do. */
    public Live live() {
        return live;
    }

    Witness witness() {
        return witness;
    }

    public Rig rig() {
        return wiring.rig;
    }

    public Loops loops() {
        return loops;
    }

    /** How things stand, for faces. */
    public Standing standing() {
        Map<String, String> banks = new TreeMap<>();
        for (PlayedBanks b : wiring.banks) banks.put(b.plan.name(), b.cell.active);
        Map<String, String> pages = new TreeMap<>();
        for (PlayedPages p : wiring.pages) pages.put(p.plan.device(), p.cell.active);
        List<String> without = new ArrayList<>();
        for (PortPlan port : wiring.rig.ports())
            if (comings.isMissing(ports.number(port)) && !without.contains(port.name())) without.add(port.name());
        Timeline first = clocks.first().timeline;
        return new Standing(wiring.rig.name(), banks, pages, Presets.standing(wiring), first.bpm(), first.beat(outbox.now),
                held.size(), without, messages, outbox.sent, outbox.lost, player.strayOffs,
                player.refused + sliders.refused(), reactionsLost, identities.strangers(),
                clocks.standing(wiring.rig, outbox.now), loops.standing(),
                launchers.standing());
    }

    /** What each light of a device should show now, by control: lit or dark. */
    public Map<String, Boolean> lights(String device) {
        Map<String, Boolean> lights = new java.util.LinkedHashMap<>();
        PlayedDevice played = wiring.device(device);
        if (played != null) for (PlayedLight light : played.lights) lights.put(light.control.spec.name(), light.lit());
        return lights;
    }

    /** What a light is meant to show, as its device can. @throws IllegalArgumentException where there is no such light */
    public Light shows(String device, String control) {
        return Light.of(PlayedLight.of(wiring, device, control).code());
    }

    /** From its device's next frame on, a light of a picture shows this. What the picture has not got is left out. */
    public void paint(String picture, int index, Light light) {
        Picture painted = picture(picture);
        if (index >= 0 && index < painted.size()) painted.set(index, light.code());
        painter.wet();
    }

    /** A picture was written. */
    void repaint() {
        painter.wet();
    }

    /** A picture that a script's lights are part of, by its written name; tell {@link #stateChanged} after writing. */
    Picture picture(String name) {
        return cells.cell(Picture.class, name, Picture::new);
    }
}
