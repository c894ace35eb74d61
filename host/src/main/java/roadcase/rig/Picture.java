package roadcase.rig;

import java.util.Arrays;
import roadcase.rig.plan.Canvas;

/**
 * A picture that changes by itself: a number ({@link roadcase.surface.Light#code()}) for each of its lights. Whoever
 * animates writes it as a function of time, as often as he likes; the {@link Painter} looks at it with each frame of a
 * device. Where it is seen, its place in the script says ({@link roadcase.rig.plan.LightPlan.LightSource.Painted}).
 *
 * <p>It outlives reloads by its written name, so that no light goes dark in between and no step is lost. The
 * Conductor's thread; after writing, {@link Painter#wet()} must be told.
 */
final class Picture implements Cells.Cell {
    private long[] lights = new long[0];
    private long since;
    /** When step 0 was; not {@link #since} where the span was edited. */
    private long zero;
    private long span = 1;

    /** Makes room; lights that are new are dark. The thread that prepares a rig, before the picture is used. */
    synchronized void atLeast(int count) {
        if (count > lights.length) lights = Arrays.copyOf(lights, count);
    }

    int size() {
        return lights.length;
    }

    long at(int index) {
        return lights[index];
    }

    void set(int index, long code) {
        lights[index] = code;
    }

    void clear() {
        Arrays.fill(lights, 0);
    }

    /** Its time begins now. */
    void begin(long spanNanos, long now) {
        clear();
        since = now;
        zero = now;
        span = spanNanos;
    }

    /** A step takes this long from now on; the step that it is at stays. */
    void goesAt(long spanNanos, long now) {
        if (spanNanos == span) return;
        zero = now - Math.round((now - zero) / (double) span * spanNanos);
        span = spanNanos;
    }

    /** How many spans have passed. */
    long step(long now) {
        return Math.floorDiv(now - zero, span);
    }

    /** When the next step begins. */
    long next(long now) {
        return zero + (step(now) + 1) * span;
    }

    double seconds(long now) {
        return (now - since) / 1e9;
    }

    /** Shows what was painted. @return whether that is anything else than before */
    boolean take(Canvas canvas) {
        boolean changed = false;
        for (int i = 0; i < canvas.size() && i < lights.length; i++) {
            changed |= lights[i] != canvas.at(i);
            lights[i] = canvas.at(i);
        }
        return changed;
    }
}
