package roadcase.rig;

import java.util.List;
import roadcase.clock.Beats;
import roadcase.midi.Held;
import roadcase.midi.Packed;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Happening;
import roadcase.rig.plan.Reaction;
import roadcase.route.Event;
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
    private static final int DONE = -1;

    private final Stage stage;
    private final Outbox outbox;
    private final Held held;
    private final Event in = new Event();
    private final Event out = new Event();
    private final Happening happening = new Happening();
    /** Last value of every controller of every input, or -1. */
    private final byte[][] controllers = new byte[PortTable.MOST][];
    /** What a pedal that is just being lifted held: the routes have the first say in how, with their own values. */
    private final int[] lifted = new int[64];
    private final long[] liftedDelay = new long[64];
    private int liftedCount;
    private final Held.Sink lifting = new Held.Sink() {
        @Override
        public void off(int output, int status, int number, int value, long delayNanos) {
            if (liftedCount == lifted.length) {
                outbox.off(output, status, number, value, delayNanos);
                return;
            }
            lifted[liftedCount] = output << 16 | status << 8 | number;
            liftedDelay[liftedCount++] = delayNanos;
        }
    };
    /** The knob that takes hold softly and whose move is being played, or null. */
    KnobCell moving;
    long strayOffs;
    long refused;

    Player(Stage stage, Outbox outbox, Held held) {
        this.stage = stage;
        this.outbox = outbox;
        this.held = held;
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
        liftedCount = 0;
        int ended = letGo(input);
        if (played == null) {
            if (in.kind == Event.NOTE_OFF && ended == 0) strayOffs++;
        } else {
            play(wiring, played, batch, at, ended);
        }
        for (int i = 0; i < liftedCount; i++)
            if (lifted[i] != DONE)
                outbox.off(lifted[i] >>> 16, lifted[i] >>> 8 & 0xFF, lifted[i] & 0x7F, 0, liftedDelay[i]);
    }

    private void play(Wiring wiring, PlayedInput played, Batch batch, int at, int ended) {
        int input = batch.inputs[at];
        if (played.device != null) stage.hands.message(wiring, played.device, in, batch, at);
        PlayedRoute[] routes = played.routes(in.kind, in.channel, in.number);
        boolean off = in.kind == Event.NOTE_OFF;
        int told = 0;
        for (PlayedRoute route : routes) {
            boolean hears = off && route.heard != null ? route.heard.up(in.channel, in.number) : route.place.active;
            if (!hears) continue;
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
            ended += held.off(input, Held.PEDAL, in.channel, in.number, 0, lifting);
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
            if (!route.place.active || !route.isOn()) continue;
            for (int output : route.outputs) outbox.send(output, packed, delay(route), route.plan);
            happening.packed = packed;
            happening.sysex = null;
            happening.channel = 0;
            happening.number = 0;
            happening.value = 0;
            happening.on = false;
            for (Reaction reaction : route.reactions) stage.react(reaction, happening);
        }
    }

    /** Plays a SysEx message. */
    void sysex(Wiring wiring, int input, byte[] bytes, int length) {
        PlayedInput played = wiring.inputs[input];
        if (played == null) return;
        List<PlayedRoute> routes = played.system(0xF0);
        for (int i = 0; i < routes.size(); i++) {
            PlayedRoute route = routes.get(i);
            if (!route.place.active || !route.isOn()) continue;
            for (int output : route.outputs) outbox.send(output, bytes, length, delay(route));
            if (route.reactions.length == 0) continue;
            happening.packed = 0xF0;
            happening.sysex = java.util.Arrays.copyOf(bytes, length);
            for (Reaction reaction : route.reactions) stage.react(reaction, happening);
            happening.sysex = null;
        }
    }

    /** Runs the incoming message through one route. */
    private void route(PlayedRoute route, int input) {
        if (!route.isOn() && (in.kind != Event.NOTE_OFF || route.heard == null)) return;
        out.copy(in);
        KnobCell knob = route.soft != null && in.kind == Event.CC ? route.soft.knob(in.channel, in.number) : null;
        if (knob != null) {
            int value = knob.pickup.move(route.mode, route.steps, last(input), in.value);
            if (value == Pickup.SILENT) return;
            out.value = value;
        }
        if (!route.chain.run(out)) return;
        if (route.heard != null && in.kind == Event.NOTE_ON) route.heard.down(in.channel, in.number);
        moving = knob;
        deliver(route, in, out, input, fires(input));
        moving = null;
    }

    private int last(int input) {
        return last(input, in.channel, in.number);
    }

    /** Where a controller of an input stands, or -1. */
    int last(int input, int channel, int number) {
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
    private boolean fires(int input) {
        return switch (in.kind) {
            case Event.NOTE_ON, Event.NOTE_OFF, Event.PROGRAM -> true;
            case Event.CC -> in.value >= HALF && last(input) < HALF;
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
        long delay = route.outputs.length == 0 ? 0 : delay(route);
        for (int output : route.outputs) emit(route, from, e, input, output, delay);
        for (int i = 0; i < route.values.length; i++) move(route, i, e);
        if (route.reactions.length > 0) react(route, e, fires);
        if (fires) for (Action action : route.actions) stage.act(action);
        if (route.echo >= 0) outbox.send(route.echo, e.packed());
    }

    /** Sends what is state and not held: a toggle's On and Off. */
    void say(PlayedRoute route, Event e) {
        long delay = route.outputs.length == 0 ? 0 : delay(route);
        for (int output : route.outputs) outbox.send(output, e.packed(), delay, route.plan);
        if (route.reactions.length > 0) react(route, e, true);
        for (Action action : route.actions) stage.act(action);
        if (route.echo >= 0) outbox.send(route.echo, e.packed());
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
                settled(output, status, e.number);
                if (e.value >= HALF)
                    ok = held.on(input, type, from.channel, source(from), output, status, e.number, 0, delay, 0);
                else if (stillDown(input, type, from, output, status, e.number)) return;
            }
        }
        if (ok) outbox.send(output, e.packed(), delay, route.plan);
        else refused++;
    }

    /** What a message is for {@link Held}, as a source. */
    private static int type(Event from) {
        return switch (from.kind) {
            case Event.CC -> Held.CONTROLLER_NOTE;
            case Event.KEY_AFTERTOUCH -> Held.KEY_PRESSURE;
            case Event.AFTERTOUCH, Event.PITCH_BEND -> Held.CHANNEL_WIDE;
            default -> Held.NOTE;
        };
    }

    private static int source(Event from) {
        return type(from) == Held.CHANNEL_WIDE ? from.kind : from.number;
    }

    /** A route says itself what becomes of a pedal that is being lifted. */
    private void settled(int output, int status, int number) {
        int what = output << 16 | status << 8 | number;
        for (int i = 0; i < liftedCount; i++) if (lifted[i] == what) lifted[i] = DONE;
    }

    /** This foot goes up; whether another one holds the pedal down. */
    private boolean stillDown(int input, int type, Event from, int output, int status, int number) {
        held.off(input, type, from.channel, source(from), output, status, number, 0, null);
        return held.sounds(output, status, number);
    }

    /** How long a line waits: nanoseconds, negative where it waits for a beat. See {@link Outbox}. */
    private long delay(PlayedRoute route) {
        if (!route.waits()) return 0;
        Beats beats = stage.beats;
        long wait = route.delayNanos;
        if (route.delayBeats == 0 && route.gridBeats == 0) return wait;
        if (route.delayBeats != 0) wait += beats.nanos(route.delayBeats);
        return route.gridBeats == 0 ? -wait : outbox.now - beats.nextLine(outbox.now + wait, route.gridBeats);
    }

    private void move(PlayedRoute route, int i, Event e) {
        double part = (double) e.value / e.max;
        double value = route.valueLow[i] + part * (route.valueHigh[i] - route.valueLow[i]);
        stage.setValue(route.values[i], value, moving);
    }

    private void react(PlayedRoute route, Event e, boolean fires) {
        happening.packed = e.packed();
        happening.sysex = null;
        happening.channel = e.channel;
        happening.number = e.number;
        happening.on = e.kind == Event.NOTE_ON || e.kind == Event.CC && e.value >= HALF;
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

    /** A value changed: whoever listens to it is told. */
    void changed(Wiring wiring, ValueCell cell) {
        List<PlayedRoute> routes = wiring.valueListeners.get(cell);
        if (routes == null) return;
        for (int i = 0; i < routes.size(); i++) {
            PlayedRoute route = routes.get(i);
            if (!route.place.active || !route.isOn()) continue;
            happening.packed = 0;
            happening.sysex = null;
            happening.value = cell.value;
            for (Reaction reaction : route.reactions) stage.react(reaction, happening);
        }
    }

    /** An input is gone: where its controllers stand is unknown. */
    void forgetControllers(int input) {
        controllers[input] = null;
    }
}
