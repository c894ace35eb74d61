package roadcase.rig;

import java.util.concurrent.atomic.AtomicReference;
import roadcase.midi.Message;
import roadcase.rig.PlayedControl.Claim;
import roadcase.rig.plan.Action;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan.Press;
import roadcase.route.Event;

/** Asks all lines what they would do with a message that nobody plays. Changes nothing. The Conductor's thread. */
final class Supposed {
    private static final int HALF = 64;

    private final Stage stage;
    private final Player player;
    private final AtomicReference<Trace> told = new AtomicReference<>();
    private final Tracer tracer;
    private final Event in = new Event();

    Supposed(Stage stage, Player player) {
        this.stage = stage;
        this.player = player;
        this.tracer = new Tracer(stage.ports, Why.MOST_REFUSED, 1, told::set);
    }

    Trace trace(int input, Message message) {
        Wiring wiring = stage.wiring();
        tracer.whatever(wiring, input, message, stage.now());
        PlayedInput played = wiring.inputs[input];
        if (played != null && message.kind().isChannel()) channel(played, input, message);
        else if (played != null) system(played, message);
        tracer.end();
        return told.get();
    }

    private void channel(PlayedInput played, int input, Message message) {
        in.set(message.packed());
        if (played.device != null) controls(played.device);
        int before = in.kind == Event.CC ? player.last(input, Event.CC, in.channel, in.number) : -1;
        tracer.part(in.kind == Event.CC ? player.wouldBePartOf(input, in) : 0, player.parameter(input, in.channel));
        for (PlayedRoute route : played.routes(in.kind, in.channel, in.number)) {
            tracer.asks(route, in, before);
            if (tracer.lets(route)) does(route, fires(route, Player.fires(in, before)));
        }
    }

    private void system(PlayedInput played, Message message) {
        for (PlayedRoute route : played.system(message.bytes()[0] & 0xFF)) {
            tracer.asksSystem(route);
            if (!tracer.lets(route)) continue;
            tracer.delivers(route, 0);
            boolean waits = waits(route);
            for (int output : route.outputs) tracer.goes(output, message, waits);
            for (Reaction reaction : route.reactions) tracer.ran(reaction);
            if (message.isShort() && Player.isTrigger(message.packed())) for (Action action : route.actions) tracer.acted(action);
            tracer.delivered(0);
        }
    }

    private void controls(PlayedDevice device) {
        boolean isNote = in.kind == Event.NOTE_ON || in.kind == Event.NOTE_OFF;
        PlayedControl sender = in.kind == Event.CC ? device.sender(in.channel, in.number) : null;
        PlayedControl knob = in.kind == Event.CC ? device.knob(in.channel, in.number) : null;
        PlayedControl button = isNote ? device.button(in.channel, in.number) : knob == null ? sender : null;
        if (button != null) {
            for (Claim claim : button.listeners) button(button, claim, true);
            for (Claim claim : button.claims) button(button, claim, false);
        } else if (knob != null) {
            for (Claim claim : knob.listeners) knob(knob, claim, true);
            for (Claim claim : knob.claims) knob(knob, claim, false);
        }
    }

    private void button(PlayedControl button, Claim claim, boolean listens) {
        boolean down = Hands.isDown(in);
        if (!tracer.button(button, claim, listens, down, in)) return;
        boolean has = listens || claim == button.owner && claim.route.isOn();
        if (down && has && claim.route.place.active && claim.route.plan.press() != Press.PLAIN)
            tracer.switched(claim.route, !claim.toggle.on);
        if (tracer.lets(claim.route)) does(claim.route, down);
    }

    private void knob(PlayedControl knob, Claim claim, boolean listens) {
        int before = knob.cell.position;
        tracer.knob(knob, claim, listens, in, before, false);
        if (tracer.lets(claim.route)) does(claim.route, fires(claim.route, tracer.left().value >= HALF && before < HALF));
    }

    private boolean fires(PlayedRoute route, boolean otherwise) {
        return route.trigger == null ? otherwise : route.trigger.wouldFire(in, route.wantsValues);
    }

    private boolean waits(PlayedRoute route) {
        return route.waits != null && stage.clocks.delay(route.waits, route.clock, stage.now()) != 0;
    }

    private void does(PlayedRoute route, boolean fires) {
        Event e = tracer.left();
        tracer.delivers(route, 0);
        boolean waits = waits(route);
        for (Message message : Tracer.messages(e.wire())) {
            for (int output : route.outputs) tracer.goes(output, message, waits);
            if (route.echo >= 0) tracer.goes(route.echo, message, false);
        }
        for (int i = 0; i < route.values.length; i++)
            tracer.moved(stage.wiring().name(route.values[i]), route.values[i].within(route.valueAt(i, e)));
        boolean off = e.kind == Event.NOTE_OFF;
        for (Reaction reaction : route.reactions)
            if (reaction.on() == Reaction.On.PRESS ? fires && !off : reaction.on() != Reaction.On.CHANGE || !off)
                tracer.ran(reaction);
        if (fires) for (Action action : route.actions) tracer.acted(action);
        tracer.delivered(0);
    }
}
