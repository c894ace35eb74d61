package roadcase.rig;

import java.util.List;
import roadcase.midi.Held;
import roadcase.midi.Packed;
import roadcase.midi.Parameters;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Joins;
import roadcase.surface.Pickup;

/**
 * Plays messages through the routes of ports: filters, changes, holds, sends. What devices' controls do is
 * {@link Hands}' part.
 *
 * <p>The Conductor's thread; nothing is allocated for what is declared.
 */
final class Player {
    private static final int SUSTAIN = 64;
    private static final int SOSTENUTO = 66;
    private static final int HALF = 64;
    /** The RPN by which a keyboard says how many channels it plays; 0 for none. Source: M1-100, MPE. */
    private static final int MPE_CONFIGURATION = 6;

    private final Stage stage;
    private final Outbox outbox;
    private final Held held;
    private final Event in = new Event();
    private final Event out = new Event();
    private final Happening happening = new Happening();
    /** Last value of every controller of every input, or -1. */
    private final byte[][] controllers = new byte[PortTable.MOST][];
    /** What came in halves, of every input; null until it plays a part of one. */
    private final Joiner[] joiners = new Joiner[PortTable.MOST];
    private final Lift lift;
    /** The value before, of what is made of several CCs and is being played; or -1. */
    private int joinedBefore;
    /** The knob that takes hold softly and whose move is being played, or null. */
    KnobCell moving;
    long strayOffs;
    long refused;

    Player(Stage stage, Outbox outbox, Held held) {
        this.stage = stage;
        this.outbox = outbox;
        this.held = held;
        this.lift = new Lift(outbox);
    }

    /** Plays one short message that came in at a port. */
    void message(Wiring wiring, Batch batch, int at) {
        int input = batch.inputs[at];
        int packed = batch.packed[at];
        PlayedInput played = wiring.inputs[input];
        if (!Packed.isChannel(packed)) {
            if (played != null) system(played, packed);
            return;
        }
        in.set(packed);
        Joiner joiner = in.kind == Event.CC && played != null ? joiner(input, played) : null;
        int partOf = joiner == null ? 0 : joiner.feed(in, played, outbox.now);
        lift.begin();
        int ended = letGo(input);
        if (played == null) {
            if (in.kind == Event.NOTE_OFF && ended == 0) strayOffs++;
        } else {
            play(wiring, played, batch, at, ended, partOf);
        }
        lift.rest();
        if (joiner != null) joiner.play(wiring);
    }

    /** Null where this CC is a part of nothing. */
    private Joiner joiner(int input, PlayedInput played) {
        boolean isPart = Parameters.isPart(in.number) || played.isPair(in.channel, in.number);
        if (!isPart) return null;
        if (joiners[input] == null) joiners[input] = new Joiner(input, stage, this);
        return joiners[input];
    }

    /** Plays what is made of several CCs: it has a value of its own, which goes its own ways. */
    void joined(Wiring wiring, int input, int kind, int channel, int number, int value, int before) {
        PlayedInput played = wiring.inputs[input];
        if (played == null) return;
        boolean saysMpe = kind == Event.RPN && number == MPE_CONFIGURATION && value >= 128 && (channel == 1 || channel == 16);
        if (saysMpe && !played.toldMpe) {
            played.toldMpe = true;
            stage.playsMpe(input);
        }
        PlayedRoute[] routes = kind == Event.CC14
                ? played.routes(kind, channel, number)
                : played.parameterRoutes(kind, channel, number);
        in.set(kind, channel, number, value);
        Tracer tracer = stage.tracer;
        if (tracer != null) tracer.joined(wiring, input, in, outbox.now);
        letGo(input);
        joinedBefore = before;
        for (PlayedRoute route : routes) {
            if (tracer != null) tracer.asks(route, in, before);
            if (route.place.active) route(route, input);
        }
        if (tracer != null) tracer.end();
    }

    private void play(Wiring wiring, PlayedInput played, Batch batch, int at, int ended, int partOf) {
        int input = batch.inputs[at];
        if (played.device != null) stage.hands.message(wiring, played.device, in, batch, at);
        PlayedRoute[] routes = played.routes(in.kind, in.channel, in.number);
        boolean off = in.kind == Event.NOTE_OFF;
        int told = 0;
        Tracer tracer = stage.tracer;
        if (tracer != null) tracer.part(partOf, parameter(input, in.channel));
        for (PlayedRoute route : routes) {
            if (tracer != null) tracer.asks(route, in, last(input));
            boolean hears = off && route.heard != null ? route.heard.up(in.channel, in.number) : route.place.active;
            if (!hears) continue;
            boolean inParts = route.joins != null && in.kind == Event.CC && route.joins.swallows(partOf, in.channel, in.number);
            if (inParts) continue;
            route(route, input);
            told++;
        }
        if (off && ended == 0 && told == 0 && played.device == null) strayOffs++;
        if (in.kind == Event.CC) remember(input);
    }

    /** Ends what this message's key, button or pedal holds. */
    private int letGo(int input) {
        if (in.kind == Event.NOTE_OFF) return held.off(input, Held.NOTE, in.channel, in.number, in.value, outbox);
        int ended = 0;
        if (in.kind == Event.CC && in.value < HALF)
            ended += held.off(input, Held.PEDAL, in.channel, in.number, 0, lift);
        if (in.kind >= Event.KEY_AFTERTOUCH && in.kind != Event.PROGRAM && in.value == 0)
            ended += held.off(input, type(in), in.channel, source(in), 0, outbox);
        return ended;
    }

    /** A button of a unit went up as another of its layers: what it held is ended too. */
    void letGo(int input, int channel, int note, int velocity) {
        held.off(input, Held.NOTE, channel, note, velocity, outbox);
    }

    private void system(PlayedInput played, int packed) {
        List<PlayedRoute> routes = played.system(packed & 0xFF);
        for (int i = 0; i < routes.size(); i++) {
            PlayedRoute route = routes.get(i);
            if (stage.tracer != null) stage.tracer.asksSystem(route);
            if (!route.place.active || !route.isOn()) continue;
            follow(route);
            for (int output : route.outputs) outbox.send(output, packed & 0xFFFFFFFFL, Selections.NOBODY, delay(route), route.plan);
            happening.packed = packed;
            happening.kind = null;
            happening.sysex = null;
            happening.channel = 0;
            happening.number = 0;
            happening.value = (packed & 0xFF) == 0xF2 ? Packed.data1(packed) | Packed.data2(packed) << 7 : 0;
            happening.on = false;
            for (Reaction reaction : route.reactions) stage.react(reaction, happening);
            if (isTrigger(packed)) for (Action action : route.actions) stage.act(action);
            followed();
        }
    }

    /** Start, continue, stop, a song position or a song: what comes all the time is no trigger. */
    static boolean isTrigger(int packed) {
        return switch (packed & 0xFF) {
            case 0xF2, 0xF3, 0xFA, 0xFB, 0xFC -> true;
            default -> false;
        };
    }

    /** Plays a SysEx message. */
    void sysex(Wiring wiring, int input, byte[] bytes, int length) {
        PlayedInput played = wiring.inputs[input];
        if (played == null) return;
        List<PlayedRoute> routes = played.system(0xF0);
        for (int i = 0; i < routes.size(); i++) {
            PlayedRoute route = routes.get(i);
            if (stage.tracer != null) stage.tracer.asksSystem(route);
            if (!route.place.active || !route.isOn()) continue;
            follow(route);
            for (int output : route.outputs) outbox.send(output, bytes, length, delay(route), route.plan);
            if (route.reactions.length > 0) {
                happening.packed = 0xF0;
                happening.kind = null;
                happening.sysex = java.util.Arrays.copyOf(bytes, length);
                for (Reaction reaction : route.reactions) stage.react(reaction, happening);
                happening.sysex = null;
            }
            followed();
        }
    }

    /** What is sent and done from now on is this line's, for whoever asks why. */
    private void follow(PlayedRoute route) {
        if (stage.tracer != null) stage.tracer.delivers(route, refused + outbox.lost);
    }

    private void followed() {
        if (stage.tracer != null) stage.tracer.delivered(refused + outbox.lost);
    }

    /** Runs the incoming message through one route. */
    private void route(PlayedRoute route, int input) {
        if (!route.isOn() && (in.kind != Event.NOTE_OFF || route.heard == null)) return;
        out.copy(in);
        KnobCell knob = route.soft != null ? route.soft.knob(in.kind, in.channel, in.number) : null;
        if (knob != null) {
            int value = knob.pickup.move(route.mode, route.steps, last(input), in.value, in.max);
            if (value == Pickup.SILENT) return;
            out.value = value;
        }
        if (!route.chain.run(out)) {
            if (route.trigger != null) route.trigger.stopped(in);
            return;
        }
        if (route.heard != null && in.kind == Event.NOTE_ON) route.heard.down(in.channel, in.number);
        moving = knob;
        boolean fires = route.trigger == null ? fires(in, last(input)) : route.trigger.fires(in, route.wantsValues);
        deliver(route, in, out, input, fires);
        moving = null;
    }

    private int last(int input) {
        return in.kind == Event.CC ? last(input, Event.CC, in.channel, in.number) : joinedBefore;
    }

    /** Where a controller of an input stands, or -1. */
    int last(int input, int kind, int channel, int number) {
        if (kind >= Event.NRPN) {
            Joiner joiner = joiners[input];
            return joiner == null ? Parameters.UNKNOWN : joiner.last(kind, channel, number);
        }
        byte[] known = controllers[input];
        return known == null ? -1 : known[(channel - 1) * 128 + number];
    }

    private void remember(int input) {
        if (controllers[input] == null) {
            controllers[input] = new byte[16 * 128];
            java.util.Arrays.fill(controllers[input], (byte) -1);
        }
        controllers[input][(in.channel - 1) * 128 + in.number] = (byte) in.value;
    }

    /** A trigger: once per note, per controller rising through 64, per program. */
    static boolean fires(Event in, int before) {
        return switch (in.kind) {
            case Event.NOTE_ON, Event.NOTE_OFF, Event.PROGRAM -> true;
            case Event.CC -> in.value >= HALF && before < HALF;
            case Event.NRPN, Event.RPN, Event.CC14 -> in.value >= HALF << 7 && before < HALF << 7;
            default -> false;
        };
    }

    /**
     * Takes a message that has run through a route to the route's targets.
     *
     * @param from the message as it came in: what is held is held by it
     * @param e what became of it
     * @param input where it came from
     * @param fires whether it is a trigger
     */
    void deliver(PlayedRoute route, Event from, Event e, int input, boolean fires) {
        follow(route);
        long delay = route.outputs.length == 0 ? 0 : delay(route);
        for (int output : route.outputs) emit(route, from, e, input, output, delay);
        for (int i = 0; i < route.values.length; i++) move(route, i, e);
        if (route.reactions.length > 0) react(route, e, fires);
        if (fires) for (Action action : route.actions) stage.act(action);
        if (route.echo >= 0) outbox.send(route.echo, e.wire(), Selections.NOBODY, 0, route.plan);
        followed();
    }

    /** Sends what is state and not held: a toggle's On and Off. */
    void say(PlayedRoute route, Event e) {
        follow(route);
        long delay = route.outputs.length == 0 ? 0 : delay(route);
        for (int output : route.outputs) outbox.send(output, e.wire(), Selections.NOBODY, delay, route.plan);
        if (route.reactions.length > 0) react(route, e, true);
        for (Action action : route.actions) stage.act(action);
        if (route.echo >= 0) outbox.send(route.echo, e.wire(), Selections.NOBODY, 0, route.plan);
        followed();
    }

    private void emit(PlayedRoute route, Event from, Event e, int input, int output, long delay) {
        boolean ok = delay == 0 || e.kind == Event.NOTE_OFF || outbox.hasRoom();
        if (!ok) {
            refused++;
            return;
        }
        if (e.kind == Event.NOTE_ON) {
            int status = 0x90 | e.channel - 1;
            int type = type(from);
            boolean sounds = type != Held.NOTE
                    && held.holds(input, type, from.channel, source(from), output, status, e.number);
            if (sounds) return;
            ok = held.on(input, type, from.channel, source(from), output, status, e.number, 0, delay, 0);
        } else if (e.kind == Event.NOTE_OFF && type(from) != Held.NOTE) {
            int status = 0x90 | e.channel - 1;
            held.off(input, type(from), from.channel, source(from), output, status, e.number, 0, outbox);
            return;
        } else if (e.kind == Event.CC) {
            int status = 0xB0 | e.channel - 1;
            if (from.kind == Event.NOTE_ON)
                ok = held.on(input, Held.NOTE, from.channel, from.number, output, status, e.number, route.restValue,
                        delay, 0);
            else if (e.number == SUSTAIN || e.number == SOSTENUTO) {
                int type = from.kind == Event.CC ? Held.PEDAL : type(from);
                lift.settled(output, status, e.number);
                if (e.value >= HALF)
                    ok = held.on(input, type, from.channel, source(from), output, status, e.number, 0, delay, 0);
                else if (stillDown(input, type, from, output, status, e.number)) return;
            }
        }
        if (ok) outbox.send(output, e.wire(), Selections.source(input, from.channel), delay, route.plan);
        else refused++;
    }

    /** What a message is for {@link Held}, as a source. */
    private static int type(Event from) {
        return switch (from.kind) {
            case Event.CC -> Held.CONTROLLER_NOTE;
            case Event.KEY_AFTERTOUCH -> Held.KEY_PRESSURE;
            case Event.AFTERTOUCH, Event.PITCH_BEND -> Held.CHANNEL_WIDE;
            case Event.CC14 -> Held.PAIR;
            case Event.NRPN -> Held.NRPN;
            case Event.RPN -> Held.RPN;
            default -> Held.NOTE;
        };
    }

    private static int source(Event from) {
        return type(from) == Held.CHANNEL_WIDE ? from.kind : from.number;
    }

    /** This foot goes up; whether another one holds the pedal down. */
    private boolean stillDown(int input, int type, Event from, int output, int status, int number) {
        held.off(input, type, from.channel, source(from), output, status, number, 0, null);
        return held.sounds(output, status, number);
    }

    /** How long what comes now through a line waits; see {@link Delay}. */
    private long delay(PlayedRoute route) {
        return route.waits == null ? 0 : stage.clocks.delay(route.waits, route.clock, outbox.now);
    }

    private void move(PlayedRoute route, int i, Event e) {
        stage.setValue(route.values[i], route.valueAt(i, e), moving);
        if (stage.tracer != null) stage.tracer.moved(stage.wiring().name(route.values[i]), route.values[i].value);
    }

    private void react(PlayedRoute route, Event e, boolean fires) {
        happening.packed = e.packed();
        happening.kind = EventKind.of(e.kind);
        happening.sysex = null;
        happening.channel = e.channel;
        happening.number = e.number;
        happening.on = e.kind == Event.NOTE_ON || isController(e.kind) && e.value > e.max / 2;
        for (Reaction reaction : route.reactions) {
            if (reaction.on() == Reaction.On.PRESS && !(fires && e.kind != Event.NOTE_OFF)) continue;
            if (reaction.on() == Reaction.On.CHANGE) {
                if (e.kind == Event.NOTE_OFF) continue;
                happening.value = route.plan.between() == null ? e.value
                        : route.plan.between().low() + (double) e.value / e.max * (route.plan.between().high() - route.plan.between().low());
            } else {
                happening.value = e.value;
            }
            stage.react(reaction, happening);
        }
    }

    /** Of what a CC would be a part if it came in now; changes nothing. */
    int wouldBePartOf(int input, Event cc) {
        Joiner joiner = joiners[input];
        if (joiner != null) return joiner.parameters.wouldBePartOf(cc.channel, cc.number, cc.value);
        return cc.number >= 100 && cc.number <= 101 ? Joins.RPN : cc.number >= 98 && cc.number <= 99 ? Joins.NRPN : 0;
    }

    /** The parameter that is selected on a channel of an input, or -1. */
    int parameter(int input, int channel) {
        return joiners[input] == null ? Parameters.UNKNOWN : joiners[input].parameters.selectedOn(channel);
    }

    private static boolean isController(int kind) {
        return kind == Event.CC || kind >= Event.NRPN;
    }

    /** A value changed: whoever listens to it is told. */
    void changed(Wiring wiring, ValueCell cell) {
        List<PlayedRoute> routes = wiring.valueListeners.get(cell);
        if (routes == null) return;
        for (int i = 0; i < routes.size(); i++) {
            PlayedRoute route = routes.get(i);
            if (!route.place.active || !route.isOn()) continue;
            happening.packed = 0;
            happening.kind = null;
            happening.sysex = null;
            happening.value = cell.value;
            for (Reaction reaction : route.reactions) stage.react(reaction, happening);
        }
    }

    /** An input is gone: where its controllers stand is unknown. */
    void forgetControllers(int input) {
        controllers[input] = null;
        if (joiners[input] != null) joiners[input].parameters.clear();
    }

    /** Messages of an input may be lost: which parameter is selected there is not known any more. */
    void skipped(int input) {
        if (joiners[input] != null) joiners[input].parameters.clear();
    }
}
