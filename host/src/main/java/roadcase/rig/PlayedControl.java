package roadcase.rig;

import roadcase.rig.Cells.ControlCell;
import roadcase.rig.Cells.KnobCell;
import roadcase.rig.Cells.SwitchCell;
import roadcase.surface.ControlSpec;

/** A control of a device while it plays: who may have it, and who has it now. */
final class PlayedControl {
    /** One line that wants this control, in its place. */
    static final class Claim {
        final PlayedRoute route;
        /** Toggles: on or off. Null for plain lines. */
        final SwitchCell toggle;
        /** Knobs. Null for buttons. */
        final KnobCell knob;
        /** Listeners: whether the press was heard here, so that the release will be. */
        boolean down;

        Claim(PlayedRoute route, SwitchCell toggle, KnobCell knob) {
            this.route = route;
            this.toggle = toggle;
            this.knob = knob;
        }
    }

    final int index;
    /** Of the generation that is there. */
    ControlSpec spec;
    final ControlCell cell;
    /** Lines that own the control. */
    Claim[] claims = {};
    /** Lines that only look at it; any number. */
    Claim[] listeners = {};
    /** The claim that has the say now, or null. */
    Claim owner;
    /** Who got the press. */
    Claim pressed;
    /** The same button on another layer of the unit, or null. */
    PlayedControl twin;
    /** Whether some held layer hangs on it. */
    boolean isKey;

    PlayedControl(int index, ControlSpec spec, ControlCell cell) {
        this.index = index;
        this.spec = spec;
        this.cell = cell;
    }

    /** Looks anew who has the say; a knob with a new meaning lets go. */
    void choose() {
        Claim best = best();
        if (best == owner) return;
        owner = best;
        if (best != null && best.knob != null) best.knob.pickup.letGo(cell.position);
    }

    /** After a reload: a knob whose meaning stayed keeps its hold, a finger stays on what it presses. */
    void takeOver(PlayedControl old) {
        owner = best();
        if (old != null)
            for (Claim listener : listeners)
                for (Claim before : old.listeners)
                    listener.down |= before.down && before.route.plan.saysTheSame(listener.route.plan);
        if (owner == null) return;
        boolean same = old != null && old.owner != null && old.owner.knob == owner.knob;
        if (owner.knob != null && !same) owner.knob.pickup.letGo(cell.position);
        if (cell.pressed && old != null && old.pressed != null) pressed = owner;
    }

    private Claim best() {
        Claim best = null;
        for (Claim claim : claims)
            if (claim.route.place.active && (best == null || claim.route.place.before(best.route.place))) best = claim;
        return best;
    }
}
