package roadcase.surface;

/**
 * How one knob takes hold of one meaning. A knob has a place of its own; its meaning (a bank's CC, a value) has
 * another. After a change of meaning the knob is silent until it takes hold: by moving a few steps, by meeting the
 * stored value, by converging with it, or at once.
 *
 * <p>Positions and values are 0..127; -1 is unknown. One thread; {@link #stored()} may be read by any.
 */
public final class Pickup {
    public enum Mode { JUMP, HYSTERESIS, PICKUP, SCALED }

    /** Silent: nothing is to be sent. */
    public static final int SILENT = -1;
    /** How near to the stored value counts as met. */
    private static final int NEAR = 2;
    private static final int TOP = 127;

    private volatile int stored = -1;
    private boolean caught;
    private int reference = -1;
    private double converging;

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
        if (!caught) {
            int said = switch (mode) {
                case JUMP -> caught(now);
                case HYSTERESIS -> hysteresis(steps, now);
                case PICKUP -> pickup(before, now);
                case SCALED -> scaled(before, now);
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
    private int hysteresis(int steps, int now) {
        if (reference < 0) {
            reference = now;
            return SILENT;
        }
        boolean atEnd = (now == 0 || now == TOP) && now != reference;
        return atEnd || Math.abs(now - reference) >= steps ? caught(now) : SILENT;
    }

    /** Meeting means coming near or crossing: fast moves skip values. */
    private int pickup(int before, int now) {
        if (stored < 0) return caught(now);
        boolean crossed = before >= 0 && (long) (before - stored) * (now - stored) <= 0;
        return crossed || Math.abs(now - stored) <= NEAR ? caught(now) : SILENT;
    }

    /** The value goes the same part of its way to the end as the knob does of its own, so that both meet. */
    private int scaled(int before, int now) {
        if (stored < 0) return caught(now);
        if (before < 0 || before == now) return SILENT;
        if (now > before) converging += (TOP - converging) * (now - before) / (TOP - before);
        else converging += converging * (now - before) / before;
        int near = (int) Math.round(converging);
        return near == now ? caught(now) : near; // never back: what is said goes one way while the knob does
    }
}
