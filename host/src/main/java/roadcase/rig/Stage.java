package roadcase.rig;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import roadcase.clock.Beats;
import roadcase.clock.Scheduler;
import roadcase.midi.Held;
import roadcase.midi.Kind;
import roadcase.midi.Message;
import roadcase.midi.Packed;
import roadcase.midi.RealPort.Direction;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.*;

/**
 * What is true now: the rig that plays, its banks, toggles, knobs, values and lights, and what is held.
 *
 * <p>The Conductor's thread owns it; others use {@link Conductor#tell}. Time is passed in with {@link #now}.
 */
public final class Stage {
    private static final double USUAL_BPM = 120;

    final Held held = new Held(PortTable.MOST);
    final Scheduler scheduler = new Scheduler();
    final Beats beats;
    final Cells cells;
    final PortTable ports;
    final Hands hands;
    private final Outbox outbox;
    private final Player player;
    private final Painter painter;
    private final SoftFlow.Positions positions;
    private final Solo solo;
    private final Witness witness;
    private final Consumer<Consumer<Stage>> teller;
    private final Absences absences;
    private final ScriptVoice voice;
    private Wiring wiring;
    private LiveStage live;
    private int generations;
    private long messages;
    private long reactionsLost;
    private final boolean[] toldStranger = new boolean[PortTable.MOST];
    private long strangers;

    /** @param teller brings a command to this stage's thread, from any thread */
    Stage(Outlet outlet, Cells cells, PortTable ports, Solo solo, Witness witness, Consumer<Consumer<Stage>> teller,
            long startNanos) {
        this.cells = cells;
        this.ports = ports;
        this.solo = solo;
        this.witness = witness;
        this.teller = teller;
        this.beats = new Beats(USUAL_BPM, startNanos);
        this.outbox = new Outbox(outlet, scheduler);
        this.outbox.now = startNanos;
        this.absences = new Absences(outbox, held);
        this.voice = new ScriptVoice(outbox, held);
        this.player = new Player(this, outbox, held);
        this.hands = new Hands(this, player);
        this.positions = player::last;
        this.painter = new Painter(outbox, witness);
        this.wiring = Wirer.wire(Rig.empty(""), new LiveLink(), ports, cells);
    }

    // ---- time

    /** It is later now. Runs what was due. */
    void now(long nanos) {
        outbox.now = Math.max(outbox.now, nanos);
        while (scheduler.next() <= nanos) {
            outbox.now = Math.max(outbox.now, scheduler.next());
            scheduler.run(scheduler.next());
        }
        outbox.now = nanos;
    }

    public long now() {
        return outbox.now;
    }

    /** When {@link #now(long)} must be called again, at the latest. */
    long next() {
        return scheduler.next();
    }

    // ---- rigs

    /** The first rig of a show: paints all lights, does what the script does once. */
    void start(Wiring first) {
        swap(first);
        for (Rig.Start start : first.rig.starts()) {
            if (start instanceof Rig.Start.Send send) send(send.output(), send.message(), live);
            else if (start instanceof Rig.Start.After after) after(after.nanos(), after.beats(), after.reaction(), first.link);
        }
    }

    /** Another rig takes over, between two messages. What has the same name goes on. */
    void swap(Wiring next) {
        Wiring old = wiring;
        for (int port = 0; port < PortTable.MOST; port++)
            if (old.present[port] && !next.present[port]) gone(port, ports.port(port).direction());
        outbox.keepOnly(line -> next.rig.routes().stream().anyMatch(line::saysTheSame));
        if (live != null) live.retire();
        wiring = next;
        live = new LiveStage(next, teller, ++generations);
        next.link.connect(live);
        for (PlayedBanks b : next.banks) b.settle();
        for (PlayedPlace place : next.places) place.refresh();
        for (PlayedDevice device : next.devices) {
            PlayedDevice before = old.device(device.plan.name());
            for (PlayedControl control : device.controls)
                control.takeOver(before == null ? null : before.control(control.spec.name()));
            if (before != null && before.out == device.out) lightsTakeOver(device, before);
        }
        softFlows(old, next);
        HeardKeys.takeOver(old.hearing, next.hearing);
        for (ValuePlan plan : next.rig.values()) scriptOrSession(plan, next.values.get(plan.name()));
        next.valueKnobs.forEach((cell, knobs) -> knobs.forEach(knob -> knob.valueIs(cell.value, positions)));
        tempo(next);
        darken(old, next);
        painter.wet();
    }

    private void softFlows(Wiring old, Wiring next) {
        Set<KnobCell> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlayedRoute route : old.soft) route.soft.collect(before);
        for (PlayedRoute route : next.soft) route.soft.takeOver(route.place.active, positions, before);
    }

    private static void lightsTakeOver(PlayedDevice device, PlayedDevice before) {
        for (PlayedLight light : device.lights)
            for (PlayedLight old : before.lights)
                if (old.control.spec.light() == light.control.spec.light()) light.takeOver(old);
    }

    /** A device that the new rig does not use shows nothing any more. */
    private void darken(Wiring old, Wiring next) {
        for (PlayedDevice device : old.devices) {
            if (next.device(device.plan.name()) != null) continue;
            for (PlayedLight light : device.lights)
                if (light.sent > device.plan.spec().lightOff())
                    outbox.send(device.out, light.packed(device.plan.spec().lightOff()));
        }
    }

    private void scriptOrSession(ValuePlan plan, ValueCell cell) {
        if (cell.script == plan.start()) return;
        cell.script = plan.start();
        setValue(cell, plan.start(), null);
    }

    private void tempo(Wiring next) {
        for (ClockPlan clock : next.rig.clocks()) {
            ValueCell cell = next.values.get(ClockPlan.tempoName(clock.source()));
            double bpm = cell != null ? cell.value : clock.bpm();
            if (bpm > 0 && bpm != beats.bpm()) newTempo(bpm);
        }
    }

    // ---- what comes in

    /** Plays one message of a batch; the ones behind it are looked at, not played. */
    void message(Batch batch, int at) {
        messages++;
        player.message(wiring, batch, at);
    }

    /** @return false where a unit says by it that it is not the device that this input is joined to */
    boolean sysex(int input, byte[] bytes, int length) {
        messages++;
        PlayedInput played = wiring.inputs[input];
        PlayedDevice device = played == null ? null : played.device;
        boolean fits = true;
        if (device != null && IdentityReply.isOne(bytes, length)) {
            fits = IdentityReply.isOf(device.plan.spec(), bytes, length);
            if (fits) painter.unknown(device);
            else stranger(device, bytes, length);
        }
        player.sysex(wiring, input, bytes, length);
        return fits;
    }

    private void stranger(PlayedDevice device, byte[] bytes, int length) {
        strangers++;
        if (toldStranger[device.in]) return;
        toldStranger[device.in] = true;
        witness.fault(outbox.now, device.plan.origin(), "what is joined to '" + device.plan.in().name() + "' says that it is no "
                + device.plan.spec().type() + " (" + IdentityReply.shown(bytes, length) + "); if it is the wrong unit, say bind '"
                + device.plan.name() + "', to: and the name that `roadcase ports` shows for the right one");
    }

    /** Lights that changed go out. */
    void endTurn() {
        painter.paint(wiring);
    }

    // ---- ports that come and go

    /** A port lost what was behind it, or never had it. */
    void vanish(int port) {
        PortPlan plan = ports.port(port);
        if (outbox.isAbsent(port)) return;
        if (plan.direction() == Direction.INPUT) gone(port, Direction.INPUT);
        else absences.vanished(port);
        outbox.absent(port, true);
    }

    /** A port has no gear yet; what is sent there goes to whoever joined it by hand. */
    void missing(int port) {
        absences.missing(port);
    }

    /** A port found its gear. */
    void found(int port) {
        absences.found(port);
        toldStranger[port] = false;
        if (outbox.isAbsent(port)) comeBack(port);
        else for (PlayedDevice device : wiring.devices) if (device.out == port) painter.unknown(device);
    }

    /** A port is about to be joined to other gear: what is held there ends while it can still be heard. */
    void leave(int port) {
        if (!outbox.isAbsent(port)) gone(port, ports.port(port).direction());
    }

    /** A port that vanished has its gear again. */
    void comeBack(int port) {
        if (!outbox.isAbsent(port)) return;
        absences.returned(port);
        for (PlayedDevice device : wiring.devices) if (device.out == port) painter.unknown(device);
    }

    private void gone(int port, Direction direction) {
        if (direction == Direction.OUTPUT) {
            outbox.hurry(port, outbox.atOnce);
            held.endOutput(port, outbox.atOnce);
            return;
        }
        held.endInput(port, outbox);
        player.forgetControllers(port);
        for (PlayedRoute route : wiring.hearing) route.heard.forget(port);
        for (PlayedRoute route : wiring.soft)
            if (route.soft.input == port) route.soft.takeOver(route.place.active, positions, Set.of());
        for (PlayedDevice device : wiring.devices) if (device.in == port) hands.forget(wiring, device);
    }

    /** The driver skipped time on an input: what it holds may have lost its Off. */
    void skipped(int port) {
        if (ports.port(port).direction() == Direction.INPUT) held.endInput(port, outbox);
    }

    /** Paint every light of every device anew. */
    void repaint() {
        for (PlayedDevice device : wiring.devices) painter.unknown(device);
    }

    // ---- what players and scripts do

    void act(Action action) {
        if (action instanceof Action.StepBank step) {
            PlayedBanks group = wiring.banks(step.group());
            bank(group, group.step(step.by()));
        }
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
    }

    /** @param by the knob that moves it, or null: the other knobs must let go */
    void setValue(ValueCell cell, double wanted, KnobCell by) {
        double value = cell.within(wanted);
        cell.value = value;
        cells.changed();
        if (by != null) by.said = value;
        List<Wiring.Bound> knobs = wiring.valueKnobs.get(cell);
        if (knobs != null)
            for (int i = 0; i < knobs.size(); i++)
                if (knobs.get(i).knob() != by) knobs.get(i).valueIs(value, positions);
        player.changed(wiring, cell);
        for (ValueCell tempo : wiring.tempos) if (tempo == cell) newTempo(value);
    }

    void turn(SwitchCell cell, boolean on) {
        cell.on = on;
        stateChanged();
    }

    public void tempo(double bpm) {
        boolean set = false;
        for (ClockPlan clock : wiring.rig.clocks()) {
            ValueCell cell = wiring.values.get(ClockPlan.tempoName(clock.source()));
            if (cell != null) {
                setValue(cell, bpm, null);
                set = true;
            }
        }
        if (!set) newTempo(bpm);
    }

    private void newTempo(double bpm) {
        double before = beats.bpm();
        beats.tempo(outbox.now, bpm);
        outbox.stretch(before / beats.bpm());
    }

    void react(Reaction reaction, Happening what) {
        if (!solo.play(reaction, what, live)) reactionsLost++;
    }

    void after(long nanos, double beatsLater, Reaction reaction, Live link) {
        boolean onBeat = beatsLater != 0;
        long wait = onBeat ? beats.nanos(beatsLater) : nanos;
        if (!scheduler.at(outbox.now + wait, new Moment(reaction, link, onBeat)))
            witness.fault(outbox.now, reaction.origin(), "too much waits already; this after { } is left out");
    }

    /** A script's code that waits. */
    private final class Moment implements Scheduler.OnBeat {
        private final Reaction reaction;
        private final Live link;
        private final boolean onBeat;

        Moment(Reaction reaction, Live link, boolean onBeat) {
            this.reaction = reaction;
            this.link = link;
            this.onBeat = onBeat;
        }

        @Override
        public boolean isOnBeat() {
            return onBeat;
        }

        @Override
        public void run(long nowNanos) {
            if (!solo.play(reaction, new Happening(), link)) reactionsLost++;
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

    /** A retired reading wanted to go on. */
    void endScript(int generation) {
        voice.end(generation);
    }

    /**
     * Silence: every held note off by name, then pedals up, all notes off, all sound off, bend centred, on every output
     * but the light ports of surfaces.
     */
    public void panic() {
        endAll();
        for (PortPlan port : wiring.rig.ports()) {
            if (port.direction() != Direction.OUTPUT || isSurface(port)) continue;
            int number = ports.number(port);
            for (int channel = 1; channel <= 16; channel++) {
                for (int pedal : new int[] {64, 66, 67, 123, 120}) outbox.send(number, Packed.of(Kind.CC, channel, pedal, 0));
                outbox.send(number, Packed.of(Kind.PITCH_BEND, channel, 0, 0x40));
            }
        }
    }

    private boolean isSurface(PortPlan port) {
        for (PlayedDevice device : wiring.devices)
            if (device.plan.out().key().equals(port.key()) && device.controls.length > 0) return true;
        return false;
    }

    /** The clean stop: nothing keeps sounding. Toggles are state and stay. */
    void quit() {
        endAll();
    }

    private void endAll() {
        outbox.hurryAll();
        held.endAll(outbox.atOnce);
    }

    // ---- for faces

    Wiring wiring() {
        return wiring;
    }

    LiveStage live() {
        return live;
    }

    Witness witness() {
        return witness;
    }

    public Rig rig() {
        return wiring.rig;
    }

    /** How things stand, for faces. */
    public Standing standing() {
        Map<String, String> banks = new TreeMap<>();
        for (PlayedBanks b : wiring.banks) banks.put(b.plan.name(), b.cell.active);
        List<String> without = new ArrayList<>();
        for (PortPlan port : wiring.rig.ports())
            if (absences.isMissing(ports.number(port)) && !without.contains(port.name())) without.add(port.name());
        return new Standing(wiring.rig.name(), banks, beats.bpm(), beats.beat(outbox.now), held.size(), without, messages,
                outbox.sent, outbox.lost, player.strayOffs, player.refused, reactionsLost, strangers);
    }

    /** What each light of a device should show now, by control. */
    public Map<String, Boolean> lights(String device) {
        Map<String, Boolean> lights = new java.util.LinkedHashMap<>();
        PlayedDevice played = wiring.device(device);
        if (played != null) for (PlayedLight light : played.lights) lights.put(light.control.spec.name(), light.lit());
        return lights;
    }
}
