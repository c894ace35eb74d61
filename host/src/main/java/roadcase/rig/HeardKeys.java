package roadcase.rig;

import java.util.Arrays;
import java.util.List;

/**
 * Which keys of an input a line's code heard going down: it hears them come up, wherever one is by then, and no others.
 *
 * <p>The Conductor's thread; allocates nothing while playing.
 */
final class HeardKeys {
    private final int input;
    /** A bit for each channel and key. */
    private final long[] down = new long[16 * 128 / 64];

    HeardKeys(int input) {
        this.input = input;
    }

    void down(int channel, int key) {
        int i = (channel - 1) * 128 + key;
        down[i >> 6] |= 1L << i;
    }

    /** Whether it was heard going down; it stays so. */
    boolean isDown(int channel, int key) {
        int i = (channel - 1) * 128 + key;
        return (down[i >> 6] >> i & 1) != 0;
    }

    /** @return whether it was heard going down */
    boolean up(int channel, int key) {
        int i = (channel - 1) * 128 + key;
        boolean was = (down[i >> 6] >> i & 1) != 0;
        down[i >> 6] &= ~(1L << i);
        return was;
    }

    /** An input is gone: its keys will not come up. */
    void forget(int gone) {
        if (input == gone) Arrays.fill(down, 0);
    }

    /** After a reload: of lines that say the same the first goes on as the first, the second as the second. */
    static void takeOver(List<PlayedRoute> before, List<PlayedRoute> now) {
        boolean[] taken = new boolean[before.size()];
        for (PlayedRoute route : now)
            for (int i = 0; i < taken.length; i++) {
                if (taken[i] || !before.get(i).plan.saysTheSame(route.plan)) continue;
                taken[i] = true;
                System.arraycopy(before.get(i).heard.down, 0, route.heard.down, 0, route.heard.down.length);
                break;
            }
    }
}
