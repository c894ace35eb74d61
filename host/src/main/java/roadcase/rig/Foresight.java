package roadcase.rig;

import java.util.List;
import roadcase.rig.PlayedControl.Claim;
import roadcase.rig.Trace.Refusal;
import roadcase.rig.Trace.Seen;
import roadcase.rig.plan.Layer;
import roadcase.rig.plan.Reaction;
import roadcase.rig.plan.RoutePlan;
import roadcase.rig.plan.RoutePlan.Press;
import roadcase.route.Chain;
import roadcase.route.Event;
import roadcase.route.EventKind;
import roadcase.route.Joins;
import roadcase.route.Step;
import roadcase.surface.Pickup;

/**
 * Whether a line will let a message through, asked just before it is asked in earnest: the same questions in the same
 * order as {@link Player} and {@link Hands} put them, one by one, on a copy. Changes nothing.
 *
 * <p>The Conductor's thread. {@link #out} is what left the line that was asked last.
 */
final class Foresight {
    private static final int FULL = 127;

    final Event out = new Event();
    private final Event made = new Event();

    /**
     * A line of a port.
     *
     * @param before where the controller stood, or -1
     * @param partOf of what a CC is a part: {@link Joins}
     * @param parameter the one that is selected, or -1
     * @return why it refuses, or null
     */
    Refusal line(PlayedRoute route, Event in, int before, int partOf, int parameter) {
        boolean off = in.kind == Event.NOTE_OFF;
        if (off && route.heard != null) {
            if (!route.heard.isDown(in.channel, in.number)) return new Refusal.NotHeard();
        } else if (!route.place.active) return elsewhere(route.place);
        boolean inParts = route.joins != null && in.kind == Event.CC && route.joins.swallows(partOf, in.channel, in.number);
        if (inParts) return part(route.joins, partOf, in, parameter);
        if (!route.isOn() && (!off || route.heard == null)) return new Refusal.SwitchedOff(route.plan.name());
        out.copy(in);
        Cells.KnobCell knob = route.soft != null ? route.soft.knob(in.kind, in.channel, in.number) : null;
        if (knob != null) {
            int value = knob.pickup.copy().move(route.mode, route.steps, before, in.value, in.max);
            if (value == Pickup.SILENT) return silent(route, knob.pickup, in.value);
            out.value = value;
        }
        return stopped(route);
    }

    /** A system message, which runs through no chain. */
    Refusal system(PlayedRoute route) {
        if (!route.place.active) return elsewhere(route.place);
        return route.isOn() ? null : new Refusal.SwitchedOff(route.plan.name());
    }

    /** A button goes down. */
    Refusal press(PlayedControl button, Claim claim, boolean listens, Event in) {
        if (!claim.route.place.active) return elsewhere(claim.route.place);
        if (!listens) {
            if (claim != button.owner) return new Refusal.Beaten(button.owner.route.plan);
            if (!claim.route.isOn()) return new Refusal.SwitchedOff(claim.route.plan.name());
        }
        Press press = claim.route.plan.press();
        if (press == Press.PLAIN) out.copy(in);
        else {
            boolean on = !claim.toggle.on || press == Press.PULSE;
            made.set(on ? Event.NOTE_ON : Event.NOTE_OFF, in.channel, in.number, on ? FULL : 0);
            out.copy(made);
        }
        return stopped(claim.route);
    }

    /** Whether a line's code wants to hear of a button that it heard going down. */
    static boolean hearsRelease(PlayedControl button, Claim claim) {
        boolean heard = claim.down
                || claim == button.pressed && button.cell.pressed && claim.route.plan.press() == Press.PLAIN;
        if (!heard || claim.route.reactions.length == 0) return false;
        for (Reaction reaction : claim.route.reactions) if (reaction.on() != Reaction.On.EVENT) return false;
        return true;
    }

    Refusal release(Claim claim, Event in) {
        out.copy(in);
        return stopped(claim.route);
    }

    /** A knob of a device moves. @param before where it stood, or -1 */
    Refusal turn(PlayedControl knob, Claim claim, boolean listens, Event in, int before, boolean report) {
        if (!claim.route.place.active) return elsewhere(claim.route.place);
        if (!listens && claim != knob.owner) return new Refusal.Beaten(knob.owner.route.plan);
        if (report) return new Refusal.Reported();
        if (!claim.route.isOn()) return new Refusal.SwitchedOff(claim.route.plan.name());
        int value = claim.knob.pickup.copy().move(claim.route.mode, claim.route.steps, before, in.value);
        if (value == Pickup.SILENT) return silent(claim.route, claim.knob.pickup, in.value);
        out.copy(in);
        out.value = value;
        return stopped(claim.route);
    }

    private Refusal stopped(PlayedRoute route) {
        int at = route.chain.stoppedAt(out);
        return at < 0 ? null : stopped(route.plan, route.chain, at, out);
    }

    /** @param e as it came to the step at {@code at} of the chain */
    static Refusal stopped(RoutePlan plan, Chain chain, int at, Event e) {
        Step step = chain.steps().get(at);
        List<Step> before = chain.steps().subList(0, at);
        for (int i = 0; i < plan.steps().size(); i++)
            if (plan.steps().get(i) == step) before = plan.steps().subList(0, i);
        return new Refusal.Stopped(step, List.copyOf(before), seen(e));
    }

    static Seen seen(Event e) {
        return new Seen(EventKind.of(e.kind), e.channel, e.number, e.value);
    }

    private static Refusal elsewhere(PlayedPlace place) {
        Layer layer = place.missing();
        return new Refusal.Elsewhere(layer, place.now(layer));
    }

    static Refusal part(Joins joins, int partOf, Event in, int parameter) {
        boolean whole = (partOf & joins.whole()) != 0;
        if (!whole) return new Refusal.InParts(EventKind.CC14, in.number % 32);
        return new Refusal.InParts(partOf == Joins.NRPN ? EventKind.NRPN : EventKind.RPN, parameter);
    }

    private static Refusal silent(PlayedRoute route, Pickup pickup, int at) {
        return new Refusal.Silent(route.plan.takeover(), pickup.stored(), pickup.reference(), at);
    }
}
