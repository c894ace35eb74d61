package roadcase.rig;

import roadcase.midi.Kind;
import roadcase.midi.Packed;
import roadcase.rig.Cells.SwitchCell;

/**
 * A light of a device: what it should show, computed from the stage, and what was sent last.
 */
final class PlayedLight {
    static final int UNKNOWN = -1;

    /** Something other than its own button's toggle that a light shows. */
    record Shown(PlayedPlace place, PlayedBanks banks, int bit) {
        boolean lit() {
            return (banks.active >> bit & 1) != 0;
        }
    }

    final PlayedControl control;
    /** By hand, where nobody else has the say. */
    final SwitchCell byHand;
    Shown[] shown = {};
    /** Velocity sent last, or UNKNOWN. Outlives rigs through {@link #takeOver}. */
    int sent = UNKNOWN;
    private final int velocityOn;
    private final int velocityOff;

    PlayedLight(PlayedControl control, SwitchCell byHand, int velocityOn, int velocityOff) {
        this.control = control;
        this.byHand = byHand;
        this.velocityOn = velocityOn;
        this.velocityOff = velocityOff;
    }

    boolean lit() {
        PlayedControl.Claim owner = control.owner;
        Shown best = null;
        for (Shown s : shown) if (s.place().active && (best == null || s.place().before(best.place()))) best = s;
        if (owner != null && owner.toggle != null && (best == null || owner.route.place.before(best.place())))
            return owner.toggle.on;
        return best != null ? best.lit() : byHand.on;
    }

    int wanted() {
        return lit() ? velocityOn : velocityOff;
    }

    int packed(int velocity) {
        return Packed.of(Kind.NOTE_ON, control.spec.channel(), control.spec.light(), velocity);
    }

    void takeOver(PlayedLight old) {
        sent = old.sent;
    }
}
