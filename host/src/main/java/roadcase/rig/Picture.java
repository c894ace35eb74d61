package roadcase.rig;

import java.util.Arrays;

/**
 * A picture that changes by itself: a number ({@link roadcase.surface.Light#code()}) for each of its lights. Whoever
 * animates writes it as a function of time, as often as he likes; the {@link Painter} looks at it with each frame of a
 * device. Where it is seen, its place in the script says ({@link roadcase.rig.plan.LightPlan.LightSource.Painted}).
 *
 * <p>It outlives reloads by its written name, so that no light goes dark in between. The Conductor's thread; after
 * writing, {@link Painter#wet()} must be told.
 */
final class Picture implements Cells.Cell {
    private long[] lights = new long[0];

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
}
