package roadcase.rig;

/**
 * Short messages that have arrived, in order. Whoever plays one can see those behind it: that is how a unit's report of
 * all its positions is known from its first message on.
 */
public final class Batch {
    public static final int MOST = 4_096;

    final long[] times = new long[MOST];
    final int[] inputs = new int[MOST];
    final int[] packed = new int[MOST];
    int size;

    /** @return false where it is full: play it, clear it, go on */
    public boolean add(long timeNanos, int input, int message) {
        if (size == MOST) return false;
        times[size] = timeNanos;
        inputs[size] = input;
        packed[size++] = message;
        return true;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }
}
