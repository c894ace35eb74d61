package roadcase.bench;

import java.util.Arrays;

/** Times in nanoseconds, kept whole. One thread writes; read it when that thread has nothing more to write. */
final class Samples {
    private final long[] nanos;
    private int count;

    Samples(int most) {
        nanos = new long[most];
    }

    /** What does not fit is left out; nothing is allocated. */
    void add(long sample) {
        if (count < nanos.length) nanos[count++] = sample;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** Nanoseconds. */
    record Summary(int count, double median, double p95, double p99, double p999, double max) {}

    Summary summary() {
        if (count == 0) throw new IllegalStateException("nothing was measured");
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Summary(count, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 0.999),
                sorted[count - 1]);
    }

    /** The smallest sample that is not below this part of all. */
    private static double at(long[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
}
