package roadcase.surface;

/**
 * How one knob takes hold of one meaning. A knob has a place of its own; its meaning (a bank's CC, a value) has
 * another. After a change of meaning the knob is silent until it takes hold: by moving a few steps, by meeting the
 * stored value, by converging with it, or at once.
 *
 * <p>Positions and values are 0..127, or 0..16383 where a knob is that fine; -1 is unknown. One thread; {@link #stored()} may be read by any.
 */
public final class Pickup {
    public enum Mode { JUMP, HYSTERESIS, PICKUP, SCALED }

    /** Silent: nothing is to be sent. */
    public static final int SILENT = -1;
    /** How near to the stored value counts as met. */
    private static final int NEAR = 2;
    private static final int TOP = 127;
    /** What a step of 7 bits is on a scale of 14. */
    private static final int FINE_STEPS = 128;

    private volatile int stored = -1;
    private boolean caught;
    private int reference = -1;
    private double converging;

    /** Another one that stands as this one does: what is tried with it leaves this one as it is. */
    public Pickup copy() {
        Pickup other = new Pickup();
        other.stored = stored;
        other.caught = caught;
        other.reference = reference;
        other.converging = converging;
        return other;
    }

    /** Where it stood when it let go, or -1. */
    public int reference() {
        return reference;
    }

    /** The value last sent with this meaning, or -1. */
    public int stored() {
        return stored;
    }

    /** Whether moves pass. */
    public boolean caught() {
        return caught;
    }

    /** Lets go: the meaning changed, or the gear came back. {@code position} is where the knob stands, or -1. */
    public void letGo(int position) {
        caught = false;
        reference = position;
        converging = stored;
    }

    /** The value was moved by something else than this knob. */
    public void movedElsewhere(int value, int position) {
        if (value == stored) return;
        stored = value;
        letGo(position);
    }

    /** What memory says. */
    public void restore(int value) {
        stored = value;
    }

    /**
     * The knob moved.
     *
     * @param steps for HYSTERESIS
     * @param before where it stood, or -1
     * @return what it says with this meaning, or {@link #SILENT}
     */
    public int move(Mode mode, int steps, int before, int now) {
        return move(mode, steps, before, now, TOP);
    }

    /**
     * The same for a knob of another scale.
     *
     * @param steps in coarse steps, 1..127, whatever the scale
     * @param top the largest value: 127, or 16383
     */
    public int move(Mode mode, int steps, int before, int now, int top) {
        if (!caught) {
            if (stored > top) stored = SILENT; // memory from another scale
            int step = top > TOP ? FINE_STEPS : 1;
            int said = switch (mode) {
                case JUMP -> caught(now);
                case HYSTERESIS -> hysteresis(steps * step, now, top);
                case PICKUP -> pickup(before, now, NEAR * step);
                case SCALED -> scaled(before, now, top);
            };
            if (said == SILENT) return SILENT;
            stored = said;
            return said;
        }
        stored = now;
        return now;
    }

    private int caught(int now) {
        caught = true;
        return now;
    }

    /** The ends are always reached: who stands one step from the end could never move by more. */
    private int hysteresis(int steps, int now, int top) {
        if (reference < 0) {
            reference = now;
            return SILENT;
        }
        boolean atEnd = (now == 0 || now == top) && now != reference;
        return atEnd || Math.abs(now - reference) >= steps ? caught(now) : SILENT;
    }

    /** Meeting means coming near or crossing: fast moves skip values. */
    private int pickup(int before, int now, int near) {
        if (stored < 0) return caught(now);
        boolean crossed = before >= 0 && (long) (before - stored) * (now - stored) <= 0;
        return crossed || Math.abs(now - stored) <= near ? caught(now) : SILENT;
    }

    /** The value goes the same part of its way to the end as the knob does of its own, so that both meet. */
    private int scaled(int before, int now, int top) {
        if (stored < 0) return caught(now);
        if (before < 0 || before == now) return SILENT;
        if (now > before) converging += (top - converging) * (now - before) / (top - before);
        else converging += converging * (now - before) / before;
        int near = (int) Math.round(converging);
        return near == now ? caught(now) : near; // never back: what is said goes one way while the knob does
    }
}
