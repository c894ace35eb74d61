package roadcase.rig;

import roadcase.midi.Packed;
import roadcase.rig.PlayedControl.Claim;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan.Press;
import roadcase.route.Event;
import roadcase.surface.ControlSpec;
import roadcase.surface.Pickup;
import roadcase.surface.PositionReports;

/**
 * What hands do on devices: presses and releases, toggles, layers while a key is held, knobs that take hold.
 *
 * <p>The Conductor's thread; nothing is allocated.
 */
final class Hands {
    private static final int HALF = 64;
    private static final int FULL = 127;

    private final Stage stage;
    private final Player player;
    private final Event made = new Event();
    private final Event out = new Event();
    private long presses;

    Hands(Stage stage, Player player) {
        this.stage = stage;
        this.player = player;
    }

    /** A message from a device's port; what belongs to no control is left alone. */
    void message(Wiring wiring, PlayedDevice device, Event in, Batch batch, int at) {
        if (in.kind == Event.NOTE_ON || in.kind == Event.NOTE_OFF) {
            PlayedControl button = device.button(in.channel, in.number);
            if (button == null) return;
            if (stage.tracer != null) stage.tracer.button(button, in);
            if (in.kind == Event.NOTE_ON) press(wiring, device, button, in);
            else release(wiring, device, button, in);
        } else if (in.kind == Event.CC) {
            PlayedControl sender = device.sender(in.channel, in.number);
            if (sender == null) return;
            if (sender.spec.type() == ControlSpec.Type.ABSOLUTE) {
                move(device, sender, in, batch, at);
                return;
            }
            if (stage.tracer != null) stage.tracer.button(sender, in);
            if (in.value >= HALF) press(wiring, device, sender, in);
            else release(wiring, device, sender, in);
        }
    }

    /** Whether a button's message says that it went down. */
    static boolean isDown(Event in) {
        return in.kind == Event.NOTE_ON || in.kind == Event.CC && in.value >= HALF;
    }

    private void press(Wiring wiring, PlayedDevice device, PlayedControl button, Event in) {
        button.cell.pressed = true;
        button.cell.order = ++presses;
        Claim owner = button.owner;
        button.pressed = owner;
        for (Claim listener : button.listeners) {
            if (!listener.route.place.active) continue;
            listener.down = true;
            pass(listener, device, in, true);
        }
        if (owner != null && owner.route.isOn()) {
            if (owner.route.plan.press() == Press.PLAIN) pass(owner, device, in, true);
            else flip(owner, device, in);
        }
        if (button.isKey) stage.placesChanged(wiring);
    }

    private void release(Wiring wiring, PlayedDevice device, PlayedControl button, Event in) {
        boolean was = button.cell.pressed;
        button.cell.pressed = false;
        Claim got = button.pressed;
        button.pressed = null;
        released(button, device, in);
        if (device.spec().manners().darkens()) stage.darkened(device, button);
        boolean passes = got != null && was && got.route.plan.press() != Press.TOGGLE;
        if (passes && in.kind == Event.CC) pass(got, device, in, false);
        else if (passes && got.route.plan.press() == Press.PLAIN) tell(got, device, in);
        if (button.isKey) stage.placesChanged(wiring);
        PlayedControl twin = button.twin;
        if (twin != null && twin.cell.pressed) {
            player.letGo(device.in, twin.spec.channel(), twin.spec.number(), in.value);
            twin.cell.pressed = false;
            twin.pressed = null;
            released(twin, device, in);
            if (twin.isKey) stage.placesChanged(wiring);
        }
    }

    /** Who heard the press hears the release, wherever one is by then. */
    private void released(PlayedControl button, PlayedDevice device, Event in) {
        for (Claim listener : button.listeners) {
            if (!listener.down) continue;
            listener.down = false;
            tell(listener, device, in);
        }
    }

    /** The message as it is, through the line. */
    private void pass(Claim claim, PlayedDevice device, Event in, boolean fires) {
        out.copy(in);
        if (claim.route.chain.run(out)) player.deliver(claim.route, in, out, device.in, fires);
    }

    /** A release: what it held has been ended already; only the script's own code is told. */
    private void tell(Claim claim, PlayedDevice device, Event in) {
        if (claim.route.reactions.length == 0) return;
        for (Reaction reaction : claim.route.reactions) if (reaction.on() != Reaction.On.EVENT) return;
        out.copy(in);
        if (claim.route.chain.run(out)) player.deliver(claim.route, in, out, device.in, false);
    }

    /** On and off by turns. A toggle's On is state and not held; a pulse's is held until the finger goes. */
    private void flip(Claim claim, PlayedDevice device, Event in) {
        claim.toggle.on = !claim.toggle.on;
        stage.switchTurned();
        if (stage.tracer != null) stage.tracer.switched(claim.route, claim.toggle.on);
        boolean pulse = claim.route.plan.press() == Press.PULSE;
        if (in.kind == Event.CC) made.set(Event.CC, in.channel, in.number, claim.toggle.on || pulse ? FULL : 0);
        else if (claim.toggle.on || pulse) made.set(Event.NOTE_ON, in.channel, in.number, FULL);
        else made.set(Event.NOTE_OFF, in.channel, in.number, 0);
        out.copy(made);
        if (claim.route.chain.run(out)) {
            if (pulse) player.deliver(claim.route, made, out, device.in, true);
            else player.say(claim.route, out);
        }
        stage.stateChanged();
    }

    private void move(PlayedDevice device, PlayedControl knob, Event in, Batch batch, int at) {
        int before = knob.cell.position;
        knob.cell.position = in.value;
        long time = batch.times[at];
        device.reports.moved(knob.index, time);
        device.reports.look(time);
        lookAhead(device, batch, at);
        boolean isReport = device.reports.isReport(time);
        if (stage.tracer != null) stage.tracer.knob(knob, in, before, isReport);
        if (isReport) {
            reported(knob);
            return;
        }
        for (Claim listener : knob.listeners) if (listener.route.place.active) turn(listener, device, in, before);
        if (knob.owner != null) turn(knob.owner, device, in, before);
    }

    private static void lookAhead(PlayedDevice device, Batch batch, int at) {
        long until = batch.times[at] + PositionReports.WINDOW_NANOS;
        for (int i = at; i < batch.size && batch.times[i] <= until; i++) {
            if (batch.inputs[i] != device.in || (batch.packed[i] & 0xF0) != 0xB0) continue;
            PlayedControl other = device.knob(Packed.channel(batch.packed[i]), Packed.data1(batch.packed[i]));
            if (other != null && other.spec.type() == ControlSpec.Type.ABSOLUTE)
                device.reports.ahead(other.index, batch.times[i]);
        }
    }

    /** The unit said where the knob stands; nobody moved it. */
    static void reported(PlayedControl knob) {
        Claim owner = knob.owner;
        if (owner != null && owner.knob != null && owner.knob.pickup.stored() != knob.cell.position)
            owner.knob.pickup.letGo(knob.cell.position);
    }

    private void turn(Claim claim, PlayedDevice device, Event in, int before) {
        if (!claim.route.isOn()) return;
        int value = claim.knob.pickup.move(claim.route.mode, claim.route.steps, before, in.value);
        if (value == Pickup.SILENT) return;
        out.copy(in);
        out.value = value;
        stage.stateChanged();
        Trigger trigger = claim.route.trigger;
        if (!claim.route.chain.run(out)) {
            if (trigger != null) trigger.stopped(in);
            return;
        }
        boolean fires = trigger == null ? value >= HALF && before < HALF : trigger.fires(in, claim.route.wantsValues);
        player.moving = claim.knob;
        player.deliver(claim.route, in, out, device.in, fires);
        player.moving = null;
    }

    /** A device is gone or came back: nothing is pressed, and where its knobs stand is unknown. */
    void forget(Wiring wiring, PlayedDevice device) {
        for (PlayedControl control : device.controls) {
            control.cell.pressed = false;
            control.cell.position = -1;
            control.pressed = null;
            for (Claim listener : control.listeners) listener.down = false;
            if (control.owner != null && control.owner.knob != null) control.owner.knob.pickup.letGo(-1);
        }
        stage.placesChanged(wiring);
    }
}
