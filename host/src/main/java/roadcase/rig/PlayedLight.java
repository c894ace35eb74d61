package roadcase.rig;

import roadcase.rig.Cells.SwitchCell;
import roadcase.rig.Cells.ValueCell;
import roadcase.surface.Light;
import roadcase.surface.LightSpec;

/**
 * A light of a device: what it should show, computed from the stage, and what was sent last. What is sent is a wire, see
 * {@link roadcase.surface.LightKind}.
 */
final class PlayedLight {
    static final long UNKNOWN = -1;
    /** The code of a level of nothing. */
    private static final long LEVEL = Light.level(0).code();
    /** Behind a light's written name: the name of what it shows by hand. */
    static final String LOOK = " / light";

    /** Something other than its own button's toggle that a light shows. */
    record Shown(PlayedPlace place, Glow glow) {}

    final PlayedControl control;
    /** By hand, where nobody else has the say. */
    final SwitchCell byHand;
    /** What it shows by hand, as a code; null while that is ON. */
    volatile ValueCell look;
    Shown[] shown = {};
    LightSpec spec;
    /** Wire sent last, or UNKNOWN. Outlives rigs through {@link #takeOver}. */
    long sent = UNKNOWN;
    /** It waits for a SysEx, and has been darkened for it. */
    boolean opened;
    private long code = UNKNOWN;
    private long wire;
    private boolean moves;
    private boolean hasLevels;

    PlayedLight(PlayedControl control, SwitchCell byHand) {
        this.control = control;
        this.byHand = byHand;
        become(control.spec.lamp());
    }

    /** @throws IllegalArgumentException where there is no such light */
    static PlayedLight of(Wiring wiring, String device, String control) {
        PlayedDevice played = wiring.device(device);
        if (played != null)
            for (PlayedLight light : played.lights) if (light.control.spec.name().equals(control)) return light;
        throw new IllegalArgumentException(control + " of " + device + " has no light");
    }

    /** Of another generation now. */
    void become(LightSpec other) {
        spec = other;
        hasLevels = other != null && other.kind().hasLevels();
        code = UNKNOWN;
        sent = UNKNOWN;
        opened = false;
    }

    boolean lit() {
        return code() != 0;
    }

    /** What it should show. */
    long code() {
        PlayedControl.Claim owner = control.owner;
        Shown best = null;
        for (Shown s : shown) if (s.place().active && (best == null || s.place().before(best.place()))) best = s;
        moves = false;
        if (owner != null && owner.toggle != null && (best == null || owner.route.place.before(best.place())))
            return Glow.of(owner.route.plan, owner.toggle.on);
        if (best == null && hasLevels && owner != null && owner.knob != null)
            return LEVEL | Math.max(0, owner.knob.pickup.stored());
        if (best == null) return byHand.on ? look == null ? Light.ON.code() : (long) look.value : 0;
        moves = best.glow().moves();
        return best.glow().code();
    }

    /** Whether what {@link #wanted} last said changes by itself. */
    boolean moves() {
        return moves;
    }

    /** The wire that it should have been sent. */
    long wanted() {
        long now = code();
        if (now != code) {
            code = now;
            wire = spec.wire(now);
        }
        return wire;
    }

    /** What it shows once {@link #wanted} was sent, for people. */
    long seen() {
        return spec.kind().seen(code);
    }

    /** What darkens it. */
    long dark() {
        return spec.wire(0);
    }

    void takeOver(PlayedLight old) {
        sent = old.sent;
    }
}
